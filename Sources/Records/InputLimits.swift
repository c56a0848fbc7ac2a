/// How large and how deep what planners drop may be: by default beyond every real round, far below what would harm the machine.
public struct InputLimits: Sendable, Hashable, Codable {
  /// Bytes of a file.
  public var fileSize = 256 << 20
  /// Bytes of a CSV, TSV, YAML or JSON file.
  public var textSize = 256 << 20
  /// Cells of a table or a workbook, in the filled rows of all of its sheets.
  public var cells = 20_000_000
  /// Filled rows of a table or a workbook, in all of its sheets.
  public var rows = 2_000_000
  /// Sheets of a workbook.
  public var sheets = 256
  /// The column that the last filled cell of a row may stand in.
  public var columns = 2_048
  /// Bytes of text in one cell: what Excel allows in characters, all of them Chinese.
  public var cellLength = 3 * 32_767
  /// Bytes of all parts of a workbook that are read, unpacked.
  public var unpackedSize = 2 << 30
  /// How many times its packed size a part may unpack to; parts below `ratioFloor` may have any.
  public var zipRatio = 400
  /// Bytes of an unpacked part from which on its ratio is looked at.
  public var ratioFloor = 16 << 20
  /// Parts of a workbook's package.
  public var parts = 10_000
  /// How deep the XML of a workbook may nest.
  public var xmlDepth = 128
  /// How deep a YAML or JSON document may nest.
  public var documentDepth = 64
  /// Values of a YAML or JSON document, counted once more for every alias that repeats them.
  public var documentValues = 1_000_000

  public init() {}

  enum CodingKeys: String, CodingKey {
    case cells, rows, sheets, columns, parts
    case fileSize = "file_size"
    case textSize = "text_size"
    case cellLength = "cell_length"
    case unpackedSize = "unpacked_size"
    case zipRatio = "zip_ratio"
    case ratioFloor = "zip_ratio_floor"
    case xmlDepth = "xml_depth"
    case documentDepth = "document_depth"
    case documentValues = "document_values"
  }
}
