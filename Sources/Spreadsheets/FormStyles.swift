import CXLSXWriter

/// The formats of forms, each made when it is first asked for.
struct FormStyles {
  private enum Look: Hashable {
    case head(FormSheet.Column.Demand, isText: Bool)
    case cell(ColumnKind, isExample: Bool)
  }

  private enum Colour {
    static let ink: UInt32 = 0x1B1F24
    static let white: UInt32 = 0xFFFFFF
    static let demanded: UInt32 = 0x1F5F8B
    static let chosen: UInt32 = 0xCFE2F0
    static let ground: UInt32 = 0xF3F1EC
    static let rule: UInt32 = 0x83888A
    static let example: UInt32 = 0x6A5A12
    static let exampleGround: UInt32 = 0xFFF7DB
  }

  private let book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Look: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>?) { self.book = book }

  /// What must be filled stands on dark, what may be filled in place of it on pale ground.
  mutating func head(
    _ demand: FormSheet.Column.Demand, isText: Bool
  ) -> UnsafeMutablePointer<lxw_format>? {
    format(.head(demand, isText: isText)) { format in
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_font_color(format, demand == .required ? Colour.white : Colour.ink)
      let ground =
        switch demand {
        case .required: Colour.demanded
        case .oneOfSeveral: Colour.chosen
        case .optional: Colour.ground
        }
      format_set_bg_color(format, ground)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_right(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, Colour.rule)
      format_set_right_color(format, Colour.rule)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_align(format, UInt8((isText ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT).rawValue))
      format_set_indent(format, 1)
    }
  }

  mutating func cell(_ kind: ColumnKind, isExample: Bool) -> UnsafeMutablePointer<lxw_format>? {
    format(.cell(kind, isExample: isExample)) { format in
      // As text: the number `0012` of a project keeps its zeros.
      format_set_num_format(format, kind.isText ? "@" : kind.entryFormat)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if kind.isText { format_set_indent(format, 1) }
      guard isExample else { return }
      format_set_italic(format)
      format_set_font_color(format, Colour.example)
      format_set_bg_color(format, Colour.exampleGround)
    }
  }

  private mutating func format(
    _ look: Look, _ make: (UnsafeMutablePointer<lxw_format>) -> Void
  ) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[look] { return known }
    guard let book, let format = workbook_add_format(book) else { return nil }
    make(format)
    formats[look] = format
    return format
  }
}

extension ColumnKind {
  /// Numbers that planners type keep the decimals they have.
  fileprivate var entryFormat: String {
    switch self {
    case .text, .list, .plain: "General"
    case .number: "#,##0.########"
    case .share: "0%"
    }
  }
}
