import Records
import Spreadsheets

/// Writes a review as a workbook: the list first, then the copied tables.
struct ReviewWorkbook {
  /// Spreadsheet programs grow slow where a sheet has many more.
  static let mostComments = 20_000
  /// Cells of a file beyond which only the rows that matter are copied.
  static let mostCells = 5_000_000

  let review: Review
  let language: Policy.Language
  private let book: Workbook
  private let pages: ReviewPages
  private let isSparse: Bool
  private var comments = 0

  static func bytes(
    _ review: Review, _ language: Policy.Language, mostCells: Int = mostCells,
    listRows: Int = ReviewList.mostRows
  ) throws -> [UInt8] {
    var writer = try ReviewWorkbook(review, language, mostCells: mostCells, listRows: listRows)
    try writer.write(listRows: listRows)
    return try writer.book.bytes()
  }

  private init(
    _ review: Review, _ language: Policy.Language, mostCells: Int, listRows: Int
  ) throws {
    self.review = review
    self.language = language
    book = try Workbook(
      title: review.file, subject: language.word(ReviewWords.sheet), keepsRows: false)
    let cells = ReviewWorkbook.cells(of: review)
    isSparse = cells > mostCells
    let lists = max(1, (review.entries.count + listRows - 1) / listRows)
    pages = ReviewPages(review, lists: lists, language)
  }

  private static func cells(of review: Review) -> Int {
    review.tables.tables.reduce(0) { sum, table in
      table.rows.reduce(sum) { $0 + $1.cells.count }
    }
  }

  private mutating func write(listRows: Int) throws {
    try ReviewList(review: review, language: language, pages: pages, remarks: remarks())
      .write(to: book, listRows: listRows)
    for index in review.tables.tables.indices { try copy(index) }
  }

  private func remarks() -> [Bilingual] {
    var remarks: [Bilingual] = []
    if review.tables.tables.isEmpty { remarks.append(ReviewWords.noTables) }
    if isSparse { remarks.append(ReviewWords.sparse(ReviewWorkbook.cells(of: review))) }
    let marked = review.marks.reduce(0) { $1.values.reduce($0) { $0 + $1.count } }
    if marked > ReviewWorkbook.mostComments {
      remarks.append(ReviewWords.fewComments(ReviewWorkbook.mostComments))
    }
    return remarks
  }

  // MARK: Copies

  /// Rows keep their numbers; what is blank in the file and marked all the same is a row too.
  private mutating func copy(_ index: Int) throws {
    let table = review.tables.tables[index]
    let marks = review.marks[index]
    let heads = Set(table.heads.map(\.row))
    let known = Set(marks.keys)
    var blank = known.subtracting(table.rows.lazy.map(\.number)).sorted()[...]
    var sheet = ReviewSheet(pages.sheets[index], book)
    for row in table.rows {
      while let number = blank.first, number < row.number {
        try copy([], number, marks[number] ?? [:], to: &sheet, isHead: false)
        blank.removeFirst()
      }
      if isSparse, !known.contains(row.number), !heads.contains(row.number) { continue }
      try copy(
        row.cells, row.number, marks[row.number] ?? [:], to: &sheet,
        isHead: heads.contains(row.number))
    }
    for number in blank { try copy([], number, marks[number] ?? [:], to: &sheet, isHead: false) }
    try sheet.finish(below: table.heads.first?.row)
  }

  private mutating func copy(
    _ cells: RowCells, _ row: Int, _ marks: [Int: [Int]], to sheet: inout ReviewSheet, isHead: Bool
  ) throws {
    let width = max(cells.count, marks.keys.max() ?? 0)
    for column in 1...max(1, width) where column <= Workbook.mostColumns {
      let text = column <= cells.count ? cells[column - 1] : ""
      guard let entries = marks[column] else {
        try sheet.write(
          GridCell(text, tone: isHead ? .head : .plain, mayBeNumber: true), row, column)
        continue
      }
      try sheet.write(
        GridCell(text, tone: review.tone(of: entries), mayBeNumber: true), row, column)
      if comments < ReviewWorkbook.mostComments {
        comments += 1
        try sheet.comment(comment(entries), row, column)
      }
    }
  }

  /// What is wrong, what is allowed and what is suggested, in English, in Chinese, or in both one below the other.
  private func comment(_ entries: [Int]) -> String {
    let english = entries.map { said($0, \.en) }.joined(separator: "\n\n")
    let chinese = entries.map { said($0, \.zh) }.joined(separator: "\n\n")
    return language.lines(Bilingual(en: english, zh: "\n" + chinese)).trimmed
  }

  private func said(_ index: Int, _ words: KeyPath<Bilingual, String>) -> String {
    let entry = review.entries[index]
    let problem = review.problems[entry.problem]
    var lines = [problem.message[keyPath: words]]
    if let allowed = problem.allowed {
      lines.append(ReviewWords.allowed(allowed)[keyPath: words])
    }
    if let suggestion = entry.suggestion {
      lines.append(ReviewWords.suggested(suggestion)[keyPath: words])
    }
    return lines.joined(separator: "\n")
  }
}
