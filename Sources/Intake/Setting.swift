import Records

/// One setting of the policy as it is written: a row of a policy table, or a leaf of the `policy` mapping.
struct Setting: Hashable, Sendable {
  /// Dotted, as written: `reciprocity.share`.
  var name: String
  var value: Tree
  var origin: Origin
  /// Where the name stands: in a table it has a cell of its own.
  var nameOrigin: Origin
  /// The path of the value inside its document, for places in lists; empty in tables.
  var path = ""
  /// The unit that the header of the value column names.
  var unit: String?
  /// Whether the name or the header of the value column is Chinese, so that a unit of money is asked for.
  var isChinese: Bool

  /// The leaves of a policy mapping, nested or dotted.
  static func flattened(_ entries: [Tree.Entry], file: String, path: String, prefix: String = "")
    -> [Setting]
  {
    entries.flatMap { entry -> [Setting] in
      let name = prefix.isEmpty ? entry.key : prefix + "." + entry.key
      let place = path + "." + entry.key
      if case .mapping(let inner) = entry.value.content, !inner.isEmpty {
        return flattened(inner, file: file, path: place, prefix: name)
      }
      let origin = Origin(file: file, place: .path(place, line: entry.line))
      return [
        Setting(
          name: name, value: entry.value, origin: origin, nameOrigin: origin, path: place,
          isChinese: name.hasHan)
      ]
    }
  }

  /// What is wrong with the rows of a policy table themselves.
  static func faults(of table: Table) -> [Finding] {
    guard let nameIndex = table.layout.index(of: .setting),
      let valueIndex = table.layout.index(of: .value)
    else { return [] }
    return table.rows.compactMap { row in
      func isBlank(_ index: Int) -> Bool { index >= row.cells.count || row.cells[index] == .blank }
      if let fault = row.fault { return Finding(complaint: fault, origin: table.origin(row, nil)) }
      for index in [nameIndex, valueIndex] where index < row.cells.count {
        if case .fault(let complaint) = row.cells[index] {
          return Finding(complaint: complaint, origin: table.origin(row, index))
        }
      }
      guard isBlank(nameIndex), !isBlank(valueIndex) else { return nil }
      return Finding(complaint: .valueWithoutSetting, origin: table.origin(row, nameIndex))
    }
  }

  /// The rows of a policy table. A row that only groups others (a name without value) is no setting.
  static func rows(of table: Table) -> [Setting] {
    guard let nameIndex = table.layout.index(of: .setting),
      let valueIndex = table.layout.index(of: .value)
    else { return [] }
    let header = table.layout.headers[valueIndex]
    return table.rows.compactMap { row in
      guard nameIndex < row.cells.count, case .text(let name) = row.cells[nameIndex] else {
        return nil
      }
      let line = row.place.line
      var value = Tree(content: .blank, line: line)
      if valueIndex < row.cells.count, case .text(let text) = row.cells[valueIndex] {
        value.content = .scalar(text)
      }
      return Setting(
        name: name, value: value, origin: table.origin(row, valueIndex),
        nameOrigin: table.origin(row, nameIndex), unit: header.unit,
        isChinese: name.hasHan || header.written.hasHan)
    }
  }
}
