import Records

/// What is worked out once for all rows of a table: how the numbers of each column are to be read, and what words in it mean.
final class TableReader {
  let table: Table
  let money: MoneyRules
  let regions: RegionsKnown
  /// By the index of the column.
  let moneyUnits: [Money.Unit]
  /// The power of ten by which the unit that a header names differs from the unit inside, by column.
  private let shifts: [Int]
  /// Whether a column's header says that its shares are in percent, by its index.
  let arePercent: [Bool]
  /// What the table calls its regions.
  let regionNames = Memo<RegionsKnown.Meaning>()
  let sectorNames = Memo<Sector>()
  let instruments = Memo<[Instrument]>()
  let sectors = Memo<[Sector]>()
  let policyAreas = Memo<[PolicyArea]>()

  init(_ table: Table, _ money: MoneyRules, _ regions: RegionsKnown) {
    self.table = table
    self.money = money
    self.regions = regions
    let layout = table.layout
    let isChinese = layout.isChinese
    moneyUnits = layout.headers.map { header in
      // Years stand under the language of their table: `2026` says nothing of its own.
      Money.unit(
        header: header.text, stated: header.unit,
        isChinese: header.written.hasHan || header.year != nil && isChinese, money)
    }
    shifts = Column.allCases.map { column in
      layout.header(of: column)?.unit.map { TableReader.shift(column.measure, $0) } ?? 0
    }
    arePercent = layout.headers.map { $0.unit.map { Units.share.contains($0.foldedName) } ?? false }
  }

  func shift(_ column: Column) -> Int { shifts[column.rawValue] }

  /// The power of ten that a unit in a cell means inside; nil where it is none of the measure.
  static func shift(_ measure: Column.Measure, cell unit: String) -> Int? {
    switch measure {
    case .megatonnes: Units.megatonnes(unit)
    case .tonnes: Units.megatonnes(unit).map { $0 + 6 }
    case .count: Units.counts[unit.foldedName]
    default: nil
    }
  }

  private static func shift(_ measure: Column.Measure, _ unit: String) -> Int {
    switch measure {
    case .megatonnes: Units.megatonnes(unit) ?? 0
    case .tonnes: (Units.megatonnes(unit) ?? -6) + 6
    case .count: Units.counts[unit.foldedName] ?? 0
    case .statistic: MoneyWords(unit)?.exponent ?? 0
    default: 0
    }
  }
}
