/// Where a record or a problem stands in what a planner wrote.
public struct Origin: Hashable, Sendable, Codable {
  /// The file's name, relative to the round's folder.
  public var file: String
  public var place: Place

  public init(file: String, place: Place = .wholeFile) {
    self.file = file
    self.place = place
  }

  /// The place as the planner's program names it: `C14`, `Sheet1!C14`, `row 14`, `proposals[2].need (line 31)`; empty for a whole file.
  public var at: String { place.description }
}

/// A place inside a file.
public enum Place: Hashable, Sendable, Codable {
  case wholeFile
  /// A sheet of a workbook as a whole.
  case sheet(String)
  /// A row of a table; rows count from 1 as spreadsheet programs show them.
  case row(sheet: String?, row: Int)
  /// A cell of a table; rows and columns count from 1.
  case cell(sheet: String?, row: Int, column: Int)
  /// A value in a YAML or JSON document: its path (empty for the document itself) and its line, from 1.
  case path(String, line: Int)

  /// The row or the line, 0 for a whole file or sheet: the order of places in a file.
  public var line: Int {
    switch self {
    case .wholeFile, .sheet: 0
    case .row(_, let row): row
    case .cell(_, let row, _): row
    case .path(_, let line): line
    }
  }
}

extension Place: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wholeFile: ""
    case .sheet(let name): name
    case .row(let sheet, let row): (sheet.map { $0 + "!" } ?? "") + "row \(row)"
    case .cell(let sheet, let row, let column):
      (sheet.map { $0 + "!" } ?? "") + Place.columnLetters(column) + "\(row)"
    case .path(let path, let line): path.isEmpty ? "line \(line)" : "\(path) (line \(line))"
    }
  }

  /// The letters of a spreadsheet column: 1 is `A`, 27 is `AA`.
  public static func columnLetters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension Origin: Comparable {
  public static func < (left: Origin, right: Origin) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.place.line != right.place.line { return left.place.line < right.place.line }
    // Writing places out is dear, and a million of them may be sorted.
    return left.at < right.at
  }
}
