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

  init(proposals: [Proposal], offers: [Offer]) {
    needMedians = Dictionary(grouping: proposals, by: \.sector).compactMapValues { group in
      group.count >= 3 ? FigureNotes.median(group.map(\.need)) : nil
    }
    var yields: [Indicator: [Double]] = [:]
    for proposal in proposals {
      for (indicator, value) in proposal.benefits where value > 0 {
        yields[indicator, default: []].append(value / proposal.need)
      }
    }
    yieldMedians = yields.compactMapValues { $0.count >= 5 ? FigureNotes.median($0) : nil }

    likeSectors = FigureNotes.lookAlikes(
      proposals.map(\.sector.text) + offers.flatMap { $0.sectors.map(\.text) })
    likeInstruments = FigureNotes.lookAlikes(
      proposals.flatMap { $0.instruments.map(\.text) } + offers.map(\.instrument.text),
      known: Set(Vocabulary.instruments.values))
  }

  /// The rare values among all uses that look like a common one.
  private static func lookAlikes(
    _ values: [String], known: Set<String> = []
  ) -> [String: [String]] {
    var uses: [String: Int] = [:]
    for value in values { uses[value, default: 0] += 1 }
    let common = Set(uses.filter { $0.value >= 2 }.keys).union(known).sorted()
    let rare = uses.filter { $0.value == 1 && $0.key.count >= 4 && !known.contains($0.key) }
    // These are short lists; where they are thousands they are no vocabulary that one could miss by a letter.
    guard common.count <= 1_000, rare.count <= 1_000 else { return [:] }
    var alike: [String: [String]] = [:]
    for value in rare.keys { alike[value] = Nearest.values(to: value, among: common) }
    return alike.filter { !$0.value.isEmpty }
  }

  /// An offer whose sectors or instrument are a slip finds no proposal, and nothing else says so.
  func notes(on offer: Offer) -> [(column: Column?, complaint: Complaint)] {
    offer.sectors.compactMap { likeSector($0, .sectors) }
      + [likeInstrument(offer.instrument, .instrument)].compactMap { $0 }
  }

  private func likeSector(_ sector: Sector, _ column: Column) -> (Column?, Complaint)? {
    likeSectors[sector.text].map { (column, .lookAlikeSector(sector.text, near: $0)) }
  }

  private func likeInstrument(_ instrument: Instrument, _ column: Column) -> (Column?, Complaint)? {
    likeInstruments[instrument.text].map {
      (column, .lookAlikeInstrument(instrument.text, near: $0))
    }
  }

  func notes(on proposal: Proposal) -> [(column: Column?, complaint: Complaint)] {
    var notes: [(Column?, Complaint)] = []
    if let median = needMedians[proposal.sector], proposal.need >= 100 * median {
      notes.append(
        (.need, .needFarAboveSector(proposal.need, proposal.sector.text, median: median)))
    }
    for (indicator, value) in proposal.benefits.sorted(by: { $0.key < $1.key }) where value > 0 {
      guard let median = yieldMedians[indicator], value / proposal.need > 20 * median else {
        continue
      }
      notes.append(
        (
          ColumnNames.proposals.column(indicator.text.foldedName),
          .benefitFarAboveMedian(indicator.text, value / proposal.need, median: median)
        ))
    }
    notes += [likeSector(proposal.sector, .sector)].compactMap { $0 }
    notes += proposal.instruments.compactMap { likeInstrument($0, .instruments) }
    return notes
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
