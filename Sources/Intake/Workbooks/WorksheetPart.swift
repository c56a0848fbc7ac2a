import Glibc

/// A sheet of an XLSX: rows of cells, and which of them are merged.
final class WorksheetPart: XMLEvents {
  /// What cells refer to.
  struct Context {
    var formats: [NumberFormat]
    var since1904: Bool
  }

  private enum Kind {
    case number, shared, text, inline, flag, error, date
  }

  private enum Piece {
    case nothing, value, formula
  }

  private(set) var builder: SheetBuilder
  private let context: Context
  private var row = 0
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var isInCell = false
  private var hasFormula = false
  private var isInReading = false
  private var piece = Piece.nothing
  private var value: [UInt8] = []
  private var formula: [UInt8] = []

  init(_ builder: SheetBuilder, _ context: Context) {
    self.builder = builder
    self.context = context
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFailure) {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" {
      piece = isInCell ? .value : .nothing
    } else if name == "f" {
      hasFormula = isInCell
      piece = isInCell ? .formula : .nothing
    } else if name == "t" {
      piece = isInCell && !isInReading ? .value : .nothing
    } else if name == "rPh" {
      isInReading = true
    } else if name == "row" {
      row = attributes.number("r") ?? row + 1
      guard row <= SheetBuilder.lastRow else { throw .damaged(builder.name) }
      column = 0
      try builder.startRow(row, isHidden: attributes.flag("hidden"))
    } else if name == "col", attributes.flag("hidden") {
      if let first = attributes.number("min"), let last = attributes.number("max"), first <= last {
        builder.hide(columns: first...last)
      }
    } else if name == "mergeCell", let range = attributes["ref"] {
      if let merge = WorksheetPart.merge(range) { builder.add(merge) }
    }
  }

  override func end(_ name: XMLName) throws(WorkbookFailure) {
    if name == "c" {
      isInCell = false
      try endCell()
    } else if name == "row" {
      try builder.endRow()
    } else if name == "rPh" {
      isInReading = false
    }
    piece = .nothing
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch piece {
    case .nothing: break
    case .value: if value.count <= 1 << 20 { value.append(contentsOf: bytes) }
    // For a message only.
    case .formula: if formula.count < 200 { formula.append(contentsOf: bytes) }
    }
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) {
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    hasFormula = false
    isInCell = true
    column = attributes.bytes("r").flatMap { WorksheetPart.column(of: $0) } ?? column + 1
    style = attributes.bytes("s").map { Int(atoi($0)) } ?? 0
    kind = attributes.bytes("t").map { WorksheetPart.kind($0) } ?? .number
  }

  private static func kind(_ name: UnsafePointer<CChar>) -> Kind {
    // `s`, `str`, `inlineStr`, `b`, `e`, `d`, `n`
    switch (name[0], name[0] == 0 ? 0 : name[1]) {
    case (0x73, 0): .shared
    case (0x73, _): .text
    case (0x69, _): .inline
    case (0x62, _): .flag
    case (0x65, _): .error
    case (0x64, _): .date
    default: .number
    }
  }

  private func endCell() throws(WorkbookFailure) {
    if value.isEmpty {
      // The empty text is a result like any other.
      guard hasFormula, kind != .text else { return }
      let written = "=" + String(decoding: formula, as: UTF8.self)
      return try builder.add(written, .formulaWithoutValue(written), column: column)
    }
    let format = style < context.formats.count && style >= 0 ? context.formats[style] : .plain
    if isPlain(format) { return try builder.add(stored: value, column: column) }
    let stored = String(decoding: value, as: UTF8.self)
    var fault: Complaint?
    let text: String
    switch kind {
    case .number:
      text = format.text(StoredNumber.asTyped(stored), since1904: context.since1904)
    case .shared:
      guard let index = Int(stored), try builder.add(shared: index, column: column) else {
        throw .damaged(builder.name)
      }
      return
    case .text, .inline: text = EscapedText.decoded(stored)
    case .flag: text = stored == "0" || stored == "false" ? "no" : "yes"
    case .error:
      text = stored
      fault = .errorCell(stored)
    case .date: text = stored
    }
    try builder.add(text, builder.tooLong(text.utf8.count) ?? fault, column: column)
  }

  /// Whether the text of the cell is what is stored, as it is with most of them.
  private func isPlain(_ format: NumberFormat) -> Bool {
    switch kind {
    case .number:
      // Longer ones may say more digits than were typed, and `101.0` is the code 101.
      format == .plain && value.count <= StoredNumber.mostPlain
        && (value.last != 0x30 || !value.contains(0x2E))
    case .text, .inline: !value.contains(0x5F)
    case .shared, .flag, .error, .date: false
    }
  }

  // MARK: References

  /// The column of a reference such as `AB12`, from 1.
  private static func column(of reference: UnsafePointer<CChar>) -> Int? {
    var at = reference
    var column = 0
    while true {
      let letter = UInt8(bitPattern: at.pointee) & 0xDF
      guard (65...90).contains(letter), column < 1 << 24 else { break }
      column = column * 26 + Int(letter) - 64
      at += 1
    }
    return column > 0 ? column : nil
  }

  /// `B2:D3`.
  private static func merge(_ range: String) -> Sheet.Merge? {
    let ends = range.split(separator: ":").map { end in
      let letters = end.prefix { $0.isLetter }
      return (
        column: String(letters).withCString { WorksheetPart.column(of: $0) },
        row: Int(end.dropFirst(letters.count))
      )
    }
    guard ends.count == 2, let left = ends[0].column, let right = ends[1].column,
      let top = ends[0].row, let bottom = ends[1].row, top > 0, left <= right, top <= bottom
    else { return nil }
    return Sheet.Merge(rows: top...bottom, columns: left...right)
  }
}
