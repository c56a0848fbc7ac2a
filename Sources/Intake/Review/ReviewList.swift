import Records
import Spreadsheets

/// The first sheet of a reviewed workbook: how many problems there are, and each with a way to its cell.
struct ReviewList {
  /// As many as a sheet can have links, and some rows above them.
  static let mostRows = 65_000
  /// Widths of the columns in digits; what is longer goes on in a second line.
  private static let widths: [Double] = [6, 10, 16, 14, 20, 24, 62, 30, 24]

  private static let placeColumn = 4
  /// Of that column where it has paths of a document.
  private static let pathWidth = 44.0

  let review: Review
  let language: Policy.Language
  let pages: ReviewPages
  let remarks: [Bilingual]

  func write(to book: Workbook, listRows: Int) throws {
    for (index, name) in pages.lists.enumerated() {
      let sheet = try book.addGrid(named: name)
      let first = index * listRows
      let entries = review.entries[first..<min(review.entries.count, first + listRows)]
      let head = index == 0 ? try writeTop(sheet) : 1
      try writeHeads(sheet, head)
      for (offset, entry) in entries.enumerated() { try write(entry, sheet, head + 1 + offset) }
      for (column, width) in ReviewList.widths.enumerated() {
        try sheet.setWidth(width, column: column + 1)
      }
      if entries.contains(where: \.place.isPath) {
        try sheet.setWidth(ReviewList.pathWidth, column: ReviewList.placeColumn)
      }
      sheet.freeze(rows: head)
      try sheet.filter(
        headRow: head, lastRow: head + entries.count, columns: ReviewList.widths.count)
      try sheet.setUpPrinting(headRow: head)
    }
  }

  /// - Returns: the row of the list's head.
  private func writeTop(_ sheet: GridSheet) throws -> Int {
    try sheet.write(GridCell(review.file, tone: .title), row: 1, column: 1)
    try sheet.setLines(2, row: 1)
    var row = 2
    func line(_ text: Bilingual, tone: GridTone = .plain) throws {
      for words in language == .both ? [text.en, text.zh] : [language.lines(text)] {
        if tone != .plain { try sheet.write(GridCell("", tone: tone), row: row, column: 1) }
        try sheet.write(GridCell(words), row: row, column: tone == .plain ? 1 : 2)
        row += 1
      }
    }
    try line(
      ReviewWords.counts(
        review.count(.problem), review.count(.note), places: review.entries.count))
    for remark in remarks { try line(remark) }
    try line(ReviewWords.howTo)
    if review.marks.contains(where: { !$0.isEmpty }) {
      try line(ReviewWords.problemTone, tone: .problem)
      try line(ReviewWords.noteTone, tone: .note)
    }
    return row + 1
  }

  private func writeHeads(_ sheet: GridSheet, _ row: Int) throws {
    var lines = 1
    for (index, head) in ReviewWords.heads.enumerated() {
      let text = language.lines(head)
      lines = max(lines, ReviewList.lines(of: text, index))
      try sheet.write(GridCell(text, tone: .head, isWrapped: true), row: row, column: index + 1)
    }
    try sheet.setLines(lines, row: row)
  }

  private func write(_ entry: Review.Entry, _ sheet: GridSheet, _ row: Int) throws {
    let problem = review.problems[entry.problem]
    var message = language.lines(problem.message)
    if !entry.elsewhere.isEmpty {
      message += "\n" + language.lines(ReviewWords.elsewhere(entry.elsewhere))
    }
    let place = review.tables.target(of: entry.place).flatMap { pages.place($0) }
    let cells = [
      GridCell("\(entry.number)", mayBeNumber: true),
      GridCell(
        language.lines(ReviewWords.severity[problem.severity] ?? ReviewWords.sheet),
        tone: problem.severity == .problem ? .problem : .note),
      GridCell(sheetName(of: entry)),
      GridCell(text(of: entry.place), link: place),
      GridCell(entry.title),
      GridCell(problem.found ?? ""),
      GridCell(message),
      GridCell(problem.allowed.map { language.lines(ReviewWords.allowedList($0)) } ?? ""),
      GridCell(entry.suggestion ?? ""),
    ]
    var lines = 1
    for (index, cell) in cells.enumerated() {
      var cell = cell
      cell.isWrapped = true
      if cell.tone == .plain { cell.tone = .listed }
      lines = max(lines, ReviewList.lines(of: cell.text, index))
      try sheet.write(cell, row: row, column: index + 1)
    }
    try sheet.setLines(lines, row: row)
  }

  /// As the planner's file calls it; the copy may not be allowed to.
  private func sheetName(of entry: Review.Entry) -> String {
    switch entry.place {
    case .cell(let sheet, _, _), .row(let sheet, _): sheet ?? ""
    case .path: entry.cell.map { review.tables.tables[$0.table].name } ?? ""
    case .sheet(let name): name
    case .wholeFile: ""
    }
  }

  /// A cell by its letters, a row by its number; a value of a document by its path and line.
  private func text(of place: Place) -> String {
    switch place {
    case .wholeFile: ""
    case .sheet: language.lines(ReviewWords.wholeSheet)
    case .cell(_, let row, let column): Place.columnLetters(column) + "\(row)"
    case .row(_, let row): language.lines(Bilingual(en: "row \(row)", zh: "第 \(row) 行"))
    case .path(let path, let line):
      language.lines(
        Bilingual(
          en: path.isEmpty ? "line \(line)" : "\(path) (line \(line))",
          zh: path.isEmpty ? "第 \(line) 行" : "\(path)（第 \(line) 行）"))
    }
  }

  private static func lines(of text: String, _ column: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + ColumnWidth.lines(of: String($1), in: widths[column] - 3) }
  }
}

extension Place {
  fileprivate var isPath: Bool { if case .path = self { true } else { false } }
}
