import Records

/// Notes on figures that may be slips of the pen, each against the median of its kind. Nothing is left out for them.
struct FigureNotes {
  /// By sector, of sectors with at least three proposals.
  private let needMedians: [Sector: Double]
  /// By indicator, of benefit per M above 0, where at least five proposals have it.
  private let yieldMedians: [Indicator: Double]
  /// A sector used once → the sector in wider use that it looks like.
  private let lookAlikes: [Sector: Sector]

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

    var uses: [Sector: Int] = [:]
    for proposal in proposals { uses[proposal.sector, default: 0] += 1 }
    for offer in offers { for sector in offer.sectors { uses[sector, default: 0] += 1 } }
    let common = uses.filter { $0.value >= 2 }.map(\.key.text)
    let rare = uses.filter { $0.value == 1 && $0.key.text.count >= 5 }.map(\.key)
    var alike: [Sector: Sector] = [:]
    // Sectors are a short list; where they are thousands they are no vocabulary that one could miss by a letter.
    if common.count <= 1_000, rare.count <= 1_000 {
      for sector in rare {
        alike[sector] = Nearest.value(to: sector.text, among: common).map { Sector($0) }
      }
    }
    lookAlikes = alike
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
    if let near = lookAlikes[proposal.sector] {
      notes.append((.sector, .lookAlikeSector(proposal.sector.text, near: near.text)))
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
