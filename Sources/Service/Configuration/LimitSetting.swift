import Records

/// A setting that limits how large and how deep planners' files may be.
struct LimitSetting {
  var name: String
  var target: WritableKeyPath<InputLimits, Int>
  /// nil for a size in bytes.
  private var range: ClosedRange<Int>?

  private init(
    _ name: String, _ target: WritableKeyPath<InputLimits, Int>, _ range: ClosedRange<Int>? = nil
  ) {
    self.name = name
    self.target = target
    self.range = range
  }

  static var all: [LimitSetting] {
    [
      LimitSetting("file_size_limit", \.fileSize), LimitSetting("text_size_limit", \.textSize),
      LimitSetting("row_limit", \.rows, 1...16_777_216),
      LimitSetting("cell_limit", \.cells, 1...1_000_000_000),
      LimitSetting("sheet_limit", \.sheets, 1...10_000),
      // Excel has no more columns.
      LimitSetting("column_limit", \.columns, 1...16_384),
      LimitSetting("cell_length_limit", \.cellLength),
      LimitSetting("unpacked_size_limit", \.unpackedSize),
      LimitSetting("zip_ratio_limit", \.zipRatio, 1...100_000),
      LimitSetting("zip_ratio_floor", \.ratioFloor),
      LimitSetting("part_limit", \.parts, 1...1_000_000),
      LimitSetting("xml_depth_limit", \.xmlDepth, 16...10_000),
      // Documents are read by recursion, which a deeper one would end.
      LimitSetting("document_depth_limit", \.documentDepth, 8...256),
      LimitSetting("document_value_limit", \.documentValues, 1...100_000_000),
    ]
  }

  /// What may stand there, in words.
  var allowed: String {
    range.map { "a whole number from \($0.lowerBound) to \($0.upperBound)" }
      ?? "a size such as 512 MiB, 4 GiB"
  }

  func value(_ text: String) -> Int? {
    guard let range else { return Quantities.size(text).flatMap { $0 > 0 ? $0 : nil } }
    let digits = text.filter { $0 != "_" }
    return Int(digits).flatMap { range.contains($0) ? $0 : nil }
  }
}
