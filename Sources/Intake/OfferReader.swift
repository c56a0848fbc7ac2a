import Records

extension Offer {
  static func read(_ reader: RowReader) -> ReadRow<Offer> {
    var reader = reader
    let id = reader.required(.id)
    let donor = reader.region(.donor)
    let instrument = reader.instrument()
    let amount = reader.amountOrYears(of: instrument)
    let sectors = reader.sectors()
    let recipients = reader.regions(.recipients)
    let share = reader.share(.maxSharePerRecipient) ?? 1
    let minTicket = reader.amount(.minTicket) ?? 0
    let areas = reader.values(.policyAreas, Vocabulary.policyAreas, reader.whole.policyAreas)
    let title = reader.text(.title)
    let basis = reader.text(.basis)
    return ReadRow(reader, key: id) {
      guard let id, let donor, let amount else { return nil }
      return Offer(
        id: OfferID(id), donor: donor, instrument: instrument, amount: amount,
        sectors: sectors, recipients: recipients, maxSharePerRecipient: share, minTicket: minTicket,
        policyAreas: areas, title: title, basis: basis, origin: reader.origin)
    }
  }
}

extension RowReader {
  /// The offer's instrument; a grant where it names none.
  mutating func instrument() -> Instrument {
    text(.instrument).map { Instrument(Vocabulary.value($0, in: Vocabulary.instruments)) } ?? .grant
  }

  /// The sectors that the offer is for.
  mutating func sectors() -> [Sector] { values(.sectors, Vocabulary.sectors, whole.sectors) }

  /// The offer's amount in all or by year: one of them must be filled, with something above 0.
  mutating func amountOrYears(of instrument: Instrument) -> Offer.Amount? {
    let isExpertise = instrument == .expertise
    let before = findings.count
    var byYear: [Int: Double] = [:]
    var firstYear: Int?
    for (year, index) in whole.table.layout.years where !isBlank(index) {
      byYear[year] = quantity(at: index, isExpertise: isExpertise)
      firstYear = firstYear ?? index
    }
    let amountIndex = whole.table.layout.index(of: .amount).flatMap {
      isBlank($0) ? nil : $0
    }
    let total = amountIndex.flatMap { quantity(at: $0, isExpertise: isExpertise) }
    if let amountIndex, let firstYear {
      add(.amountTwice(title(amountIndex), title(firstYear)), amountIndex)
      return nil
    }
    guard findings.count == before else { return nil }
    let amount: Offer.Amount = total.map { .total($0) } ?? .byYear(byYear)
    if total ?? byYear.values.reduce(0, +) <= 0 {
      add(.noMoney, amountIndex ?? firstYear ?? whole.table.layout.index(of: .amount))
      return nil
    }
    return amount
  }

  /// Money in M, or person-months, which know no unit of money.
  private mutating func quantity(at index: Int, isExpertise: Bool) -> Double? {
    guard isExpertise else { return amount(at: index) }
    guard let months = number(at: index) else { return nil }
    return nonNegative(months, index)
  }
}
