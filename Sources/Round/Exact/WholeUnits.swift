/// What is published: whole units of the currency for every offer, project and year, with every numbered rule kept exactly.
public struct WholeUnits: Sendable {
  /// By place in the round's eligible pairs, then by place of the year.
  public private(set) var units: [[Int]]

  /// Rounds `money` (M by eligible pair) down: `floor(units of f[p,t]·x[o,p] + 0.001)`. A third to a half of all ticket-years
  /// are whole units, whose floats lie a little above or below from path to path; the 0.001 makes them one answer. Then every
  /// rule is checked again exactly and units are taken back, last id first, where one is over.
  public init(_ round: Round, money: [Double]) {
    units = round.eligible.indices.map { pair in
      round.projects[round.eligible.project[pair]].draw.map { share in
        Int((share * money[pair] * Double(unitsPerM) + 0.001).rounded(.down))
      }
    }
    takeBack(round)
  }

  /// M of one pair over all years.
  public func amount(_ pair: Int) -> Int { units[pair].reduce(0, +) }

  private mutating func takeBack(_ round: Round) {
    let limits = ExactLimits(round)
    let used = round.eligible.indices.filter { amount($0) > 0 }
    let allYears = Array(round.years.indices)
    let byOffer = Dictionary(grouping: used) { round.eligible.offer[$0] }
    for (offer, pairs) in byOffer.sorted(by: { $0.key < $1.key }) {
      for year in allYears {
        keep(pairs, years: [year], within: limits.budget(offer: offer, year: year), round)
      }
      if let limit = limits.ownLimit(offer: offer) {
        let byRecipient = Dictionary(grouping: pairs) { round.partners(ofPair: $0).recipient }
        for (_, pairs) in byRecipient.sorted(by: { $0.key < $1.key }) {
          keep(pairs, years: allYears, within: limit, round)
        }
      }
    }
    let byProject = Dictionary(grouping: used) { round.eligible.project[$0] }
    for (project, pairs) in byProject.sorted(by: { $0.key < $1.key }) {
      keep(pairs, years: allYears, within: limits.need(project: project), round)
      if let limit = limits.donorShare(project: project) {
        let byDonor = Dictionary(grouping: pairs) { round.partners(ofPair: $0).donor }
        for (_, pairs) in byDonor.sorted(by: { $0.key < $1.key }) {
          keep(pairs, years: allYears, within: limit, round)
        }
      }
    }
    let byPartners = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    for (partners, pairs) in byPartners.sorted(by: { $0.key < $1.key }) {
      if let limit = limits.recipientShare(donor: partners.donor) {
        keep(pairs, years: allYears, within: limit, round)
      }
    }
  }

  /// Takes units from the last tickets by offer, project and year until the sum over `pairs` and `years` is within `limit`.
  private mutating func keep(_ pairs: [Int], years: [Int], within limit: Int, _ round: Round) {
    var over = pairs.reduce(0) { sum, pair in years.reduce(sum) { $0 + units[pair][$1] } } - limit
    guard over > 0 else { return }
    let lastFirst = pairs.sorted {
      (round.eligible.offer[$0], round.eligible.project[$0])
        > (round.eligible.offer[$1], round.eligible.project[$1])
    }
    for pair in lastFirst {
      for year in years.reversed() where over > 0 {
        let taken = min(over, units[pair][year])
        units[pair][year] -= taken
        over -= taken
      }
    }
  }
}
