import CXLSXWriter

/// What a cell of a grid says by its colour.
package enum GridTone: Hashable, Sendable {
  case plain
  /// Red, in a firm frame: a print without colours shows it too.
  case problem
  /// Amber, in a broken frame.
  case note
  /// The head of a list, and a cell of it.
  case head, listed
  /// The title of a page.
  case title
}

/// How a cell of a grid looks.
struct GridStyle: Hashable {
  var tone: GridTone
  var format = "General"
  var isWrapped = false
  var isLink = false
}

/// The formats of a workbook's grids, each made when it is first asked for.
struct GridStyles {
  private enum Colour {
    static let ink: UInt32 = 0x1B1F24
    static let link: UInt32 = 0x1F5F8B
    static let problem: (ground: UInt32, ink: UInt32, frame: UInt32) = (
      0xF9D5CE, 0x6E1B10, 0xB3382A
    )
    static let note: (ground: UInt32, ink: UInt32, frame: UInt32) = (0xFCEBBB, 0x54410A, 0xA97C0B)
    static let ground: UInt32 = 0xF3F1EC
    static let rule: UInt32 = 0x83888A
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [GridStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func format(_ style: GridStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_num_format(format, style.format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.isWrapped { format_set_text_wrap(format) }
    switch style.tone {
    case .plain: break
    case .problem: paint(format, Colour.problem, UInt8(LXW_BORDER_MEDIUM.rawValue))
    case .note: paint(format, Colour.note, UInt8(LXW_BORDER_DASHED.rawValue))
    case .head:
      format_set_bold(format)
      format_set_indent(format, 1)
      format_set_bg_color(format, Colour.ground)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, Colour.rule)
    case .listed:
      format_set_indent(format, 1)
      format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
      format_set_bottom_color(format, Colour.rule)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
      format_set_font_color(format, Colour.ink)
    }
    if style.isLink {
      format_set_font_color(format, Colour.link)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    formats[style] = format
    return format
  }

  private func paint(
    _ format: UnsafeMutablePointer<lxw_format>,
    _ colour: (ground: UInt32, ink: UInt32, frame: UInt32), _ border: UInt8
  ) {
    format_set_bg_color(format, colour.ground)
    format_set_font_color(format, colour.ink)
    format_set_border(format, border)
    format_set_border_color(format, colour.frame)
  }
}
