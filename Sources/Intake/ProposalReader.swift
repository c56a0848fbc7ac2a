import Records

extension Proposal {
  static func read(_ reader: RowReader) -> ReadRow<Proposal> {
    var reader = reader
    let id = reader.required(.id)
    let recipient = reader.region(.recipient)
    let sector = reader.sector()
    let need = reader.need()
    let title = reader.text(.title)
    let titleZh = reader.text(.titleZh)
    let community = reader.text(.community)?.halfWidth.trimmed
    let instruments = reader.instruments()
    let draw = reader.draw()
    let minFunding = reader.share(.minFunding) ?? 0
    let readiness = reader.share(.readiness) ?? 1
    let benefits = reader.benefits()
    let areas = reader.values(.policyAreas, Vocabulary.policyAreas, reader.whole.policyAreas)
    let months = reader.count(.expertiseMonths) ?? 0
    let basis = reader.text(.basis)
    return ReadRow(reader, key: id) {
      guard let id, let recipient, let sector, let need else { return nil }
      return Proposal(
        id: ProposalID(id), title: title, titleZh: titleZh, recipient: recipient,
        community: community, sector: sector, need: need, instruments: instruments, draw: draw,
        minFunding: minFunding, readiness: readiness, benefits: benefits, policyAreas: areas,
        expertiseMonths: months, basis: basis, origin: reader.origin)
    }
  }
}

extension RowReader {
  /// The proposal's sector, which must be filled.
  mutating func sector() -> Sector? {
    required(.sector).flatMap { text in
      whole.sectorNames.value(of: text) { Sector(Vocabulary.value(text, in: Vocabulary.sectors)) }
    }
  }

  /// The instruments that the proposal can take.
  mutating func instruments() -> [Instrument] {
    values(.instruments, Vocabulary.instruments, whole.instruments)
  }

  /// What the proposal promises, by indicator.
  mutating func benefits() -> [Indicator: Double] {
    var benefits = [Indicator: Double](
      minimumCapacity: Indicator.usual.count + whole.table.layout.extras.count)
    benefits[.jobs] = count(.jobs)
    benefits[.co2Avoided] = count(.co2AvoidedT)
    benefits[.valueAdded] = amount(.valueAdded)
    // Below 0 is a problem only where the policy weighs the column, so that is checked with the policy.
    for (name, index) in whole.table.layout.extras {
      benefits[Indicator(name)] = number(at: index, allowsPercent: true)
    }
    return benefits
  }

  /// The need, above 0.
  fileprivate mutating func need() -> Double? {
    guard let index = whole.table.layout.index(of: .need) else {
      add(.blank(ColumnNames.proposals.name(of: .need)), nil)
      return nil
    }
    if isBlank(index) {
      add(.blank(title(index)), index)
      return nil
    }
    guard let amount = signedAmount(at: index) else { return nil }
    if amount > 0 { return amount }
    add(.notPositive(title(index), shown(index)), index)
    return nil
  }

  /// When the funding is drawn: the weights of the year columns where one is filled, else `start_year` and `years`.
  mutating func draw() -> Proposal.Draw {
    let start = calendarYear(.startYear)
    let years = whole(.years, in: 1...100) ?? 1
    var weights: [Int: Double] = [:]
    var first: Int?
    for (year, index) in whole.table.layout.years where !isBlank(index) {
      first = first ?? index
      guard let weight = number(at: index, allowsPercent: true) else { continue }
      weights[year] = nonNegative(weight, index)
    }
    guard let first else { return .span(start: start, years: years) }
    if isGood, weights.values.allSatisfy({ $0 == 0 }) { add(.drawAllZero, first) }
    return .weights(weights)
  }
}
