/// How a template's own sheets are known when the template comes back: they explain, and hold no records.
enum TemplateMark {
  /// What the first cell of such a sheet begins with, in every language.
  static let text = "[jetbd template]"

  static func isOn(_ rows: [Grid.Row]) -> Bool {
    guard let first = rows.first, first.number == 1, let cell = first.cells.first else {
      return false
    }
    return cell.hasPrefix(text)
  }
}
