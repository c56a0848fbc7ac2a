/// ODS: all sheets stand in one part, `content.xml`.
final class OpenDocument: XMLEvents {
  static func sheets(_ archive: ZipArchive, _ limits: Limits) throws(WorkbookFailure) -> [Sheet] {
    let reader = OpenDocument(limits)
    try XMLPart.read("content.xml", of: archive, limits, reader)
    return reader.sheets
  }

  private(set) var sheets: [Sheet] = []
  private let limits: Limits
  private var builder: SheetBuilder?
  private var count = SheetBuilder.Count()
  private var cell = OpenDocumentCell()
  private var isInCell = false
  private var isInParagraph = false
  /// How deep inside notes, shapes and other things that stand in a cell and are not its text.
  private var aside = 0
  private var hiddenStyles: Set<String> = []
  private var style = ""
  /// A table kept from another file, for formulas that refer to it.
  private var isLinked = false
  private var row = 0
  private var column = 0
  /// Columns declared so far, ahead of the rows.
  private var columns = 0
  private var rowsRepeated = 1

  private init(_ limits: Limits) { self.limits = limits }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFailure) {
    if aside > 0 || OpenDocument.isAside(name, inCell: isInCell) {
      aside += 1
    } else if name == "table-cell" || name == "covered-table-cell" {
      startCell(attributes, isCovered: name == "covered-table-cell")
    } else if isInCell {
      startText(name, attributes)
    } else if name == "table-row" {
      row += 1
      column = 0
      rowsRepeated = attributes.repetitions("table:number-rows-repeated")
      try builder?.startRow(row, isHidden: OpenDocument.isHidden(attributes))
    } else if name == "table-column" {
      startColumns(attributes)
    } else if name == "table" {
      try startTable(attributes)
    } else if name == "table-source" {
      isLinked = true
    } else if name == "style" {
      style = attributes["style:name"] ?? ""
    } else if name == "table-properties", attributes["table:display"] == "false" {
      hiddenStyles.insert(style)
    }
  }

  private static func isAside(_ name: XMLName, inCell: Bool) -> Bool {
    guard inCell else {
      return name == "shapes" || name == "tracked-changes" || name == "dde-links" || name == "forms"
    }
    return name == "annotation" || name == "frame" || name == "custom-shape" || name == "g"
      || name == "table" || name == "ruby-text" || name == "control" || name == "note"
  }

  private func startTable(_ attributes: XMLAttributes) throws(WorkbookFailure) {
    // The tables of other files, and the drawings of a sheet, may hold tables of their own.
    guard builder == nil else { return }
    guard sheets.count < limits.sheets else { throw .overLimit(.sheets(limits.sheets)) }
    let isHidden = hiddenStyles.contains(attributes["table:style-name"] ?? "")
    builder = SheetBuilder(
      attributes["table:name"] ?? "Sheet\(sheets.count + 1)", isHidden: isHidden,
      before: count, limits)
    isLinked = false
    row = 0
    columns = 0
  }

  private func startColumns(_ attributes: XMLAttributes) {
    let first = columns + 1
    columns += attributes.repetitions("table:number-columns-repeated")
    if OpenDocument.isHidden(attributes) { builder?.hide(columns: first...columns) }
  }

  /// Of a row or a column: `collapse`, or `filter` for rows that a filter leaves out.
  private static func isHidden(_ attributes: XMLAttributes) -> Bool {
    let visibility = attributes["table:visibility"]
    return visibility == "collapse" || visibility == "filter"
  }

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    guard builder != nil else { return }
    isInCell = true
    cell.start(attributes, isCovered: isCovered)
    if let columns = attributes.number("table:number-columns-spanned"),
      let rows = attributes.number("table:number-rows-spanned"), columns > 1 || rows > 1,
      (1...SheetBuilder.lastRow).contains(columns), (1...SheetBuilder.lastRow).contains(rows)
    {
      builder?.add(
        Sheet.Merge(rows: row...(row + rows - 1), columns: (column + 1)...(column + columns)))
    }
  }

  private func startText(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "p" {
      cell.startParagraph()
      isInParagraph = true
    } else if name == "s" {
      cell.append(spaces: attributes.number("text:c") ?? 1)
    } else if name == "tab" || name == "line-break" {
      cell.append(spaces: 1)
    }
  }

  override func end(_ name: XMLName) throws(WorkbookFailure) {
    if aside > 0 {
      aside -= 1
    } else if name == "table-cell" || name == "covered-table-cell" {
      isInCell = false
      try endCell()
    } else if name == "p" {
      isInParagraph = false
    } else if name == "table-row" {
      try builder?.endRow(repeated: rowsRepeated)
      row += rowsRepeated - 1
    } else if name == "table", let done = builder {
      count = done.count
      if !isLinked { sheets.append(done.finished()) }
      builder = nil
    }
  }

  private func endCell() throws(WorkbookFailure) {
    guard let content = cell.content(limits) else {
      column += cell.repeated
      return
    }
    for _ in 0..<cell.repeated {
      column += 1
      try builder?.add(content.text, content.fault, column: column)
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInParagraph, aside == 0 { cell.append(bytes, limits) }
  }
}
