/// What a whole cell should say where a part of it, or all of it, was meant otherwise.
enum CellReplacement {
  /// The cell's text with `suggestion` in the place of what was found; nil where that cannot be told apart.
  ///
  /// What was found may be the cell, an item of its list, or a word of an item (`CN-GD>CN-XS 30`), and it may stand there
  /// in another spelling than it has inside (`Hydrgen` is `hydrgen`).
  static func text(of cell: String, found: String?, suggestion: String?) -> String? {
    guard let found, let suggestion, !found.isEmpty, !cell.isEmpty else { return nil }
    // Messages cut what is long.
    if isSame(cell, found) || cell.shortened == found { return suggestion }
    let parts = parts(of: cell)
    let places = parts.indices.filter { isSame(String(parts[$0]), found) }
    guard places.count == 1, let place = places.first else { return nil }
    let part = parts[place]
    return cell[..<part.startIndex] + suggestion + cell[part.endIndex...]
  }

  private static func isSame(_ text: String, _ found: String) -> Bool {
    text == found || text.halfWidth.trimmed == found || text.kebabCase == found
  }

  /// The items of a list; where it is one item, its words.
  private static func parts(of cell: String) -> [Substring] {
    let items = split(cell[...]) { ";；、".contains($0) }
    return items
      + items.flatMap { item in
        let words = split(item) { " >→:=,，".contains($0) }
        return words.count > 1 ? words : []
      }
  }

  private static func split(_ text: Substring, at isSign: (Character) -> Bool) -> [Substring] {
    text.split(whereSeparator: isSign).map { part in
      let start = part.firstIndex { !$0.isWhitespace } ?? part.endIndex
      let end = part.lastIndex { !$0.isWhitespace }.map { part.index(after: $0) } ?? start
      return part[start..<end]
    }.filter { !$0.isEmpty }
  }
}
