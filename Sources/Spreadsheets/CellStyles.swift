import CXLSXWriter

/// How a cell looks.
struct CellStyle: Hashable {
  let kind: ColumnKind
  /// In several lines.
  var isLong = false
  /// Never in several lines.
  var isOneLine = false
  let isBold: Bool
}

extension ColumnKind {
  var isText: Bool { self == .text || self == .list }

  /// How many decimals a column must have room for.
  package var decimals: Int {
    switch self {
    case .number(let decimals): decimals
    case .share, .plain: 4
    case .text, .list: 0
    }
  }

  var format: String {
    switch self {
    case .text, .list, .plain: "General"
    case .number(let decimals):
      decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
    case .share: "0.0%"
    }
  }
}

/// The formats of a workbook, each made when it is first asked for.
struct CellStyles {
  private struct Head: Hashable {
    let isText: Bool
    let tone: UInt32
  }

  /// The report's colours of a head's ground and its rule.
  private enum Colour {
    static let ground: UInt32 = 0xF3F1EC
    static let rule: UInt32 = 0x83888A
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var cells: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var heads: [Head: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func cell(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = cells[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_num_format(format, style.kind.format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.kind.isText { format_set_indent(format, 1) }
    if style.isLong { format_set_text_wrap(format) }
    if style.isBold { format_set_bold(format) }
    cells[style] = format
    return format
  }

  mutating func head(_ kind: ColumnKind, _ tone: ColumnTone) -> UnsafeMutablePointer<lxw_format>? {
    let colour = tone.colour
    let head = Head(isText: kind.isText, tone: colour)
    if let known = heads[head] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_bold(format)
    format_set_text_wrap(format)
    format_set_font_color(format, colour)
    format_set_bg_color(format, Colour.ground)
    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bottom_color(format, Colour.rule)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    // The indent leaves the filter's arrow its place.
    format_set_align(
      format, UInt8((head.isText ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT).rawValue))
    format_set_indent(format, head.isText ? 1 : 2)
    heads[head] = format
    return format
  }
}
