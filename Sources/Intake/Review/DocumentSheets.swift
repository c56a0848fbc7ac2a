import Records

/// The records of a YAML or JSON document as sheets: one for each kind, one column for each key, and where each value of
/// the document stands in them.
struct DocumentSheets {
  private(set) var tables: [TablesAsRead.Table] = []
  private var places: [Place: TablesAsRead.Cell] = [:]
  /// Of several documents in a file the first.
  private var paths: [String: TablesAsRead.Cell] = [:]

  init() {}

  init(_ file: OpenedFile) {
    for kind in RecordKind.allCases {
      if kind == .policy {
        addSettings(file.settings)
      } else {
        addRecords(file.tables.filter { $0.kind == kind }, kind)
      }
    }
  }

  private mutating func addRecords(_ parts: [Table], _ kind: RecordKind) {
    guard !parts.isEmpty else { return }
    var columns: [String: Int] = [:]
    var titles: [String] = []
    for header in parts.flatMap(\.layout.headers) where columns[header.text] == nil {
      titles.append(header.text)
      columns[header.text] = titles.count
    }
    var records: [(row: Table.Row, columns: [Int])] = []
    for part in parts {
      let own = part.layout.headers.map { columns[$0.text] ?? 1 }
      records += part.rows.map { ($0, own) }
    }
    records.sort { $0.row.place.line < $1.row.place.line }
    var rows = [Grid.Row(number: 1, cells: RowCells(titles))]
    for (index, record) in records.enumerated() {
      var cells = [String](repeating: "", count: titles.count)
      let number = index + 2
      for (column, (cell, place)) in zip(record.columns, zip(record.row.cells, record.row.places)) {
        cells[column - 1] = DocumentSheets.text(cell)
        stand(place, row: number, column: column)
      }
      stand(record.row.place, row: number, column: (cells.firstIndex { !$0.isEmpty } ?? 0) + 1)
      rows.append(Grid.Row(number: number, cells: RowCells(cells)))
    }
    add(kind, rows, titles)
  }

  private mutating func addSettings(_ settings: [Setting]) {
    guard !settings.isEmpty else { return }
    let titles = ["setting", "value"]
    var rows = [Grid.Row(number: 1, cells: RowCells(titles))]
    for (index, setting) in settings.enumerated() {
      stand(setting.origin.place, row: index + 2, column: 2)
      rows.append(
        Grid.Row(number: index + 2, cells: [setting.name, DocumentSheets.text(setting.value)]))
    }
    add(.policy, rows, titles)
  }

  private mutating func add(_ kind: RecordKind, _ rows: [Grid.Row], _ titles: [String]) {
    let head = TablesAsRead.Head(row: 1, firstColumn: 1, titles: titles)
    tables.append(TablesAsRead.Table(name: kind.rawValue, rows: rows, heads: [head]))
  }

  private mutating func stand(_ place: Place, row: Int, column: Int) {
    let cell = TablesAsRead.Cell(table: tables.count, row: row, column: column)
    places[place] = cell
    if case .path(let path, _) = place { paths[path] = paths[path] ?? cell }
  }

  /// The cell of a value, or of what it is part of: `policy.fixed_pairs[1]` stands with `policy.fixed_pairs`.
  func cell(_ path: String, line: Int) -> TablesAsRead.Cell? {
    if let cell = places[.path(path, line: line)] { return cell }
    var rest = Substring(path)
    while !rest.isEmpty {
      if let cell = paths[String(rest)] { return cell }
      guard let end = rest.lastIndex(where: { $0 == "[" || $0 == "." }) else { return nil }
      rest = rest[..<end]
    }
    return nil
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .blank, .fault: ""
    case .text(let text): text
    case .tree(let tree): text(tree)
    }
  }

  /// Lists as tables write them, parted by `;`.
  private static func text(_ tree: Tree) -> String {
    switch tree.content {
    case .blank: ""
    case .scalar(let text): text
    case .list(let items): items.map { text($0) }.joined(separator: "; ")
    case .mapping(let entries):
      "{" + entries.map { $0.key + ": " + text($0.value) }.joined(separator: ", ") + "}"
    }
  }
}
