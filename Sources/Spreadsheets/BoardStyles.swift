import CXLSXWriter

/// The formats of a workbook's boards, each made when it is first asked for.
struct BoardStyles {
  private struct Look: Hashable {
    let kind: ColumnKind
    let role: Board.Role
  }

  /// The report's colours.
  private enum Colour {
    static let ink: UInt32 = 0x1B1F24
    static let secondary: UInt32 = 0x555C64
    static let white: UInt32 = 0xFFFFFF
    static let ground: UInt32 = 0xF3F1EC
    static let rule: UInt32 = 0x83888A
    static let hairline: UInt32 = 0xDCD8CF
    static let tints: [UInt32] = [0xEEF3F7, 0xD9E6EF, 0xB5CFE0, 0x3F7BA4, 0x1F5F8B]
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Look: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func format(_ kind: ColumnKind, _ role: Board.Role) -> UnsafeMutablePointer<lxw_format>?
  {
    let look = Look(kind: kind, role: role)
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_num_format(format, kind.format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_font_color(format, Colour.ink)
    if kind.isText {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      if role.isOfTable { format_set_indent(format, 1) }
    }
    dress(format, kind, role)
    formats[look] = format
    return format
  }

  private func dress(
    _ format: UnsafeMutablePointer<lxw_format>, _ kind: ColumnKind, _ role: Board.Role
  ) {
    switch role {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, Board.Role.titleSize)
    case .lead: format_set_font_size(format, 11)
    case .note:
      format_set_font_size(format, 9)
      format_set_font_color(format, Colour.secondary)
    case .section:
      format_set_bold(format)
      format_set_font_size(format, 12)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    case .head(let tone):
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_font_color(format, tone.colour)
      format_set_bg_color(format, Colour.ground)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, Colour.rule)
      if !kind.isText { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    case .body: underline(format)
    case .strong:
      format_set_bold(format)
      underline(format)
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_top_color(format, Colour.rule)
    case .tint(let step):
      let place = min(max(step, 1), Colour.tints.count) - 1
      format_set_bg_color(format, Colour.tints[place])
      if place >= 3 { format_set_font_color(format, Colour.white) }
      underline(format)
    case .mark:
      format_set_font_color(format, Colour.secondary)
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      underline(format)
    }
  }

  private func underline(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
    format_set_bottom_color(format, Colour.hairline)
  }
}

extension Board.Role {
  static let titleSize = 16.0

  /// How high a line is, in points.
  var lineHeight: Double {
    switch self {
    case .title: 21
    case .section: 16
    case .note: 12.5
    default: 15
    }
  }

  /// The height of a row beyond its lines.
  var margin: Double { self == .section ? 12 : 3 }

  /// Whether it stands in a table, where a figure may come just before it.
  var isOfTable: Bool {
    switch self {
    case .title, .lead, .section, .note: false
    default: true
    }
  }

  /// How wide its letters are against those of a cell.
  var letters: Double {
    switch self {
    case .title: 1.5
    case .section: 1.2
    case .note: 0.85
    case .head, .strong, .total: 1.04
    default: 1
    }
  }
}

extension ColumnTone {
  /// Of the report's tokens.
  var colour: UInt32 {
    switch self {
    case .ink: 0x1B1F24
    case .donor: 0x1F5F8B
    case .region: 0xB04A12
    }
  }
}
