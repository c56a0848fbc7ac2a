/// How large and how deep what planners drop may be: beyond every real round, far below what would harm the machine.
public struct Limits: Sendable, Hashable {
  /// Bytes of a file.
  public var fileSize = 512 << 20
  /// Cells of a workbook, in the filled rows of all of its sheets.
  public var cells = 20_000_000
  /// Filled rows of a workbook, in all of its sheets.
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

  public init() {}
}
