import Records

extension RowReader {
  /// The region of a column that must be filled, named by code or by name.
  mutating func region(_ column: Column) -> RegionCode? {
    required(column).flatMap { region(named: $0, column) }
  }

  /// The regions of a list, each once, in the order of their codes.
  mutating func regions(_ column: Column) -> [RegionCode] {
    Set(list(column).compactMap { region(named: $0, column) }).sorted()
  }

  /// A text that names no region stays as it is: whether it must is a question to the round.
  mutating func region(named written: String, _ column: Column) -> RegionCode? {
    switch whole.regionNames.value(of: written, { whole.regions.meaning(of: written) }) {
    case .region(let code): return code
    case .unknown, nil: return RegionCode(written)
    case .several(let codes):
      add(.ambiguousRegion(written, codes), whole.table.layout.index(of: column), acrossFiles: true)
      return nil
    }
  }

  /// What the row of a regions table calls its region, whatever else is wrong with it; nil without a code.
  func regionNames() -> RegionNames? {
    var reader = self
    guard let code = reader.code(.code) else { return nil }
    return RegionNames(
      code: code, names: [reader.text(.name), reader.text(.nameZh)].compactMap { $0 })
  }
}
