import Records

/// What a row that is left out calls its sectors and instruments.
struct NamedValues {
  var kind: RecordKind
  var source: Source
  var sectors: [Sector]
  var instruments: [Instrument]
}

/// What else is wrong with a row that is left out for another problem: told with that one, or its planner mends the row
/// only to be asked again.
struct BadRowChecks {
  let checks: RoundChecks
  let money: MoneyRules
  private var tables: [Source: TableReader] = [:]

  init(_ checks: RoundChecks, _ money: MoneyRules) {
    self.checks = checks
    self.money = money
  }

  /// nil where nothing is known of the row. What this reader finds was said when the row was first read.
  private mutating func reader(_ source: Source) -> RowReader? {
    let table = checks.files[source.file].tables[source.table]
    let row = table.rows[source.row]
    // Cells may stand under the wrong header.
    guard row.fault == nil else { return nil }
    let key = Source(file: source.file, table: source.table, row: 0)
    let whole = tables[key] ?? TableReader(table, money, checks.known)
    tables[key] = whole
    return RowReader(whole, row)
  }

  /// - Parameters:
  ///   - offerYears: the horizon that offers must keep to.
  ///   - years: the horizon that proposals must keep to.
  mutating func findings(
    of row: BadRow, offerYears: ClosedRange<Int>?, years: ClosedRange<Int>?, _ weighed: [Indicator]
  ) -> [Finding] {
    guard let source = row.source, var reader = reader(source) else { return [] }
    switch row.kind {
    case .links: return regions([.donor, .recipient], &reader, source)
    case .offers:
      var found = regions([.donor], &reader, source)
      found += reader.regions(.recipients).compactMap { checks.region($0, source, .recipients) }
      if let offerYears, let amount = reader.amountOrYears(of: reader.instrument()) {
        found += checks.outside(amount, offerYears, source)
      }
      return found
    case .proposals:
      var found = regions([.recipient], &reader, source)
      let before = reader.findings.count
      let draw = reader.draw()
      // Years that do not read say nothing of the horizon.
      if let years, reader.findings.count == before { found += checks.outside(draw, years, source) }
      return found + checks.belowZero(reader.benefits(), weighed, source)
    case .regions, .policy: return []
    }
  }

  private func regions(
    _ columns: [Column], _ reader: inout RowReader, _ source: Source
  ) -> [Finding] {
    columns.compactMap { column in
      reader.code(column).flatMap { reader.region(named: $0, column) }
        .flatMap { checks.region($0, source, column) }
    }
  }

  mutating func names(in row: BadRow) -> NamedValues? {
    guard let source = row.source, row.kind == .offers || row.kind == .proposals,
      var reader = reader(source)
    else { return nil }
    let isOffer = row.kind == .offers
    return NamedValues(
      kind: row.kind, source: source,
      sectors: isOffer ? reader.sectors() : [reader.sector()].compactMap { $0 },
      instruments: isOffer ? [reader.instrument()] : reader.instruments())
  }
}
