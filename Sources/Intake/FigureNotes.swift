import Records

/// Notes on figures that may be slips of the pen, each against the median of its kind. Nothing is left out for them.
struct FigureNotes {
  /// By sector, of sectors with at least three proposals.
  private let needMedians: [Sector: Double]
  /// By indicator, of benefit per M above 0, where at least five proposals have it.
  private let yieldMedians: [Indicator: Double]
  /// A sector used once → the sectors in wider use that it looks like, most often one.
  private let likeSectors: [String: [String]]
  /// The same of instruments; those that every round knows need no use.
  private let likeInstruments: [String: [String]]

  typealias Note = (column: Column?, complaint: Complaint)

  /// - Parameter named: what rows that are left out name.
  init(proposals: [Entry<Proposal>], offers: [Entry<Offer>], named: [NamedValues]) {
    var needs: [Sector: [Double]] = [:]
    var yields: [Indicator: [Double]] = [:]
    var instruments: [[Instrument]: Int] = [:]
    for entry in proposals {
      needs[entry.record.sector, default: []].append(entry.record.need)
      for (indicator, value) in entry.record.benefits where value > 0 {
        yields[indicator, default: []].append(value / entry.record.need)
      }
      instruments[entry.record.instruments, default: 0] += 1
    }
    needMedians = needs.compactMapValues { $0.count >= 3 ? FigureNotes.median($0) : nil }
    yieldMedians = yields.compactMapValues { $0.count >= 5 ? FigureNotes.median($0) : nil }

    var sectorUses = Uses()
    for (sector, needs) in needs { sectorUses.add(sector.text, needs.count) }
    var instrumentUses = Uses()
    for (list, count) in instruments {
      for instrument in list { instrumentUses.add(instrument.text, count) }
    }
    for entry in offers {
      for sector in entry.record.sectors { sectorUses.add(sector.text) }
      instrumentUses.add(entry.record.instrument.text)
    }
    for row in named {
      for sector in row.sectors { sectorUses.add(sector.text) }
      for instrument in row.instruments { instrumentUses.add(instrument.text) }
    }
    likeSectors = FigureNotes.lookAlikes(
      sectorUses.counts, known: Set(Vocabulary.sectors.values))
    likeInstruments = FigureNotes.lookAlikes(
      instrumentUses.counts, known: Set(Vocabulary.instruments.values))
  }

  /// How often each name is used.
  private struct Uses {
    private(set) var counts: [String: Int] = [:]

    mutating func add(_ name: String, _ count: Int = 1) { counts[name, default: 0] += count }
  }

  /// The values that look like one that every round knows, or like one in at least twice as many places.
  private static func lookAlikes(
    _ uses: [String: Int], known: Set<String> = []
  ) -> [String: [String]] {
    let common = Set(uses.filter { $0.value >= 2 }.keys).union(known).sorted()
    let rare = uses.filter { !known.contains($0.key) }
    // These are short lists; where they are thousands they are no vocabulary that one could miss by a letter.
    guard common.count <= 1_000, rare.count <= 1_000 else { return [:] }
    var alike: [String: [String]] = [:]
    for (value, count) in rare {
      alike[value] = Nearest.values(
        to: value,
        among: common.filter {
          $0 != value && (known.contains($0) || (uses[$0] ?? 0) >= 2 * count)
        })
    }
    return alike.filter { !$0.value.isEmpty }
  }

  /// An offer whose sectors or instrument are a slip finds no proposal, and nothing else says so.
  func notes(on offer: Offer) -> [Note] {
    offer.sectors.compactMap { likeSector($0, .sectors) }
      + [likeInstrument(offer.instrument, .instrument)].compactMap { $0 }
  }

  /// A slip in a row that is left out is worth mending with the rest of it.
  func notes(on row: NamedValues) -> [Note] {
    row.sectors.compactMap { likeSector($0, row.kind == .offers ? .sectors : .sector) }
      + row.instruments.compactMap {
        likeInstrument($0, row.kind == .offers ? .instrument : .instruments)
      }
  }

  private func likeSector(_ sector: Sector, _ column: Column) -> Note? {
    likeSectors[sector.text].map { (column, .lookAlikeSector(sector.text, near: $0)) }
  }

  private func likeInstrument(_ instrument: Instrument, _ column: Column) -> Note? {
    likeInstruments[instrument.text].map {
      (column, .lookAlikeInstrument(instrument.text, near: $0))
    }
  }

  func notes(on proposal: Proposal) -> [Note] {
    var notes: [Note] = []
    if let median = needMedians[proposal.sector], proposal.need >= 100 * median {
      notes.append(
        (.need, .needFarAboveSector(proposal.need, proposal.sector.text, median: median)))
    }
    for (indicator, value) in proposal.benefits where value > 0 {
      guard let median = yieldMedians[indicator], value / proposal.need > 20 * median else {
        continue
      }
      notes.append(
        (
          ColumnNames.proposals.column(indicator.text.foldedName),
          .benefitFarAboveMedian(indicator.text, value / proposal.need, median: median)
        ))
    }
    if !likeSectors.isEmpty, let note = likeSector(proposal.sector, .sector) { notes.append(note) }
    if !likeInstruments.isEmpty {
      notes += proposal.instruments.compactMap { likeInstrument($0, .instruments) }
    }
    return notes
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
