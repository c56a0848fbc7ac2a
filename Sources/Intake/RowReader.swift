import Records

/// How amounts of money are to be read: from the policy, before any table.
struct MoneyRules: Hashable, Sendable {
  var currency: String
  /// nil: bare numbers are in M, but asked for under Chinese headers.
  var unit: Policy.MoneyUnit?
}

extension Policy.MoneyUnit {
  /// The power of ten that makes the unit M.
  var exponent: Int {
    switch self {
    case .millions: 0
    case .wan: -2
    case .yi: 2
    case .thousands: -3
    case .billions: 3
    }
  }
}

/// Reads the cells of one row by what their columns mean. Every problem is noted; the caller makes a record only of a row without one.
struct RowReader {
  let whole: TableReader
  let row: Table.Row
  private(set) var findings: [Finding] = []

  var table: Table { whole.table }
  var money: MoneyRules { whole.money }

  init(_ whole: TableReader, _ row: Table.Row) {
    self.whole = whole
    self.row = row
    if let fault = row.fault {
      findings.append(Finding(complaint: fault, origin: whole.table.origin(row, nil)))
    }
  }

  var isGood: Bool { !findings.contains(where: \.isProblem) }
  var origin: Origin { Origin(file: whole.table.file, place: row.place) }

  mutating func add(_ complaint: Complaint, _ index: Int?, acrossFiles: Bool = false) {
    findings.append(
      Finding(
        complaint: complaint, origin: whole.table.origin(row, index), acrossFiles: acrossFiles))
  }

  /// How messages call a column: as the planner wrote it.
  func title(_ index: Int) -> String { whole.table.layout.headers[index].text }

  func cell(_ index: Int) -> Cell { index < row.cells.count ? row.cells[index] : .blank }

  func isBlank(_ index: Int) -> Bool { index >= row.cells.count || row.cells.isBlank(index) }

  /// The text of a cell as messages show it; empty where it has none.
  func shown(_ index: Int) -> String {
    if case .text(let text) = cell(index) { text } else { "" }
  }

  /// The text of a cell; nil where it is blank.
  mutating func text(at index: Int) -> String? {
    switch cell(index) {
    case .blank: return nil
    case .text(let text): return text
    case .tree(let tree):
      add(.notText(title(index), tree.summary), index)
      return nil
    case .fault(let complaint):
      add(complaint, index)
      return nil
    }
  }

  mutating func text(_ column: Column) -> String? {
    whole.table.layout.index(of: column).flatMap { text(at: $0) }
  }

  /// A name by which records find each other; full-width letters are a slip of the keyboard.
  mutating func code(_ column: Column) -> String? { text(column)?.halfWidth.trimmed }

  /// The text of a column that must be filled.
  mutating func required(_ column: Column) -> String? {
    let before = findings.count
    if let text = code(column) { return text }
    if findings.count == before {
      let index = whole.table.layout.index(of: column)
      add(.blank(index.map(title) ?? ColumnNames.of(whole.table.kind).name(of: column)), index)
    }
    return nil
  }

  /// A list: parted by `;`, `；` or `、`, or a list of the document.
  mutating func list(_ column: Column) -> [String] {
    guard let index = whole.table.layout.index(of: column) else { return [] }
    switch cell(index) {
    case .blank: return []
    case .text(let text):
      let items = text.listItems
      for item in items where item.utf8.contains(0x2C) {
        add(.commaInList(title(index), text), index)
        break
      }
      return items
    case .fault(let complaint):
      add(complaint, index)
      return []
    case .tree(let tree):
      guard case .list(let items) = tree.content else {
        add(.notText(title(index), tree.summary), index)
        return []
      }
      return items.compactMap { item in
        guard case .scalar(let text) = item.content else {
          if item.content != .blank { add(.notText(title(index), item.summary), index) }
          return nil
        }
        return text.halfWidth.trimmed
      }.filter { !$0.isEmpty }
    }
  }

  /// A list of values such as sectors, without repetition, in the order of their names.
  mutating func values<Subject>(
    _ column: Column, _ names: [String: String],
    _ memo: Memo<[Identifier<Subject>]>
  ) -> [Identifier<Subject>] {
    guard let index = whole.table.layout.index(of: column), case .text(let text) = cell(index)
    else {
      return values(column, names)
    }
    let before = findings.count
    var found: [Identifier<Subject>] = []
    let known = memo.value(of: text) {
      found = values(column, names)
      return findings.count == before ? found : nil
    }
    return known ?? found
  }

  private mutating func values<Subject>(
    _ column: Column, _ names: [String: String]
  ) -> [Identifier<Subject>] {
    Set(list(column).map { Vocabulary.value($0, in: names) }).sorted().map { Identifier($0) }
  }

  mutating func flag(_ column: Column) -> Bool? {
    guard let index = whole.table.layout.index(of: column), let text = text(at: index) else {
      return nil
    }
    let word = text.foldedName
    if Vocabulary.yes.contains(word) { return true }
    if Vocabulary.no.contains(word) { return false }
    add(
      .notYesOrNo(
        title(index), text, near: Nearest.value(to: word, among: ["yes", "no", "true", "false"])),
      index)
    return nil
  }
}
