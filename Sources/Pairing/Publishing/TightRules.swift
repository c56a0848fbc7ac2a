import Round

/// The rules that hold with equality in a published plan, but for the units that rounding takes.
struct TightRules {
  private let round: Round
  private let units: WholeUnits
  private var spentBudgets: [Int: [Int]] = [:]
  private var fullProjects: Set<Int> = []
  private var fullShares: Set<[Int]> = []
  private var fullOwnLimits: Set<[Int]> = []
  private var fullPairs: Set<DonorRecipient> = []
  private var fixedPairs: Set<DonorRecipient> = []

  init(_ round: Round, _ units: WholeUnits) {
    self.round = round
    self.units = units
    let limits = ExactLimits(round)
    let used = round.eligible.indices.filter { units.amount($0) > 0 }
    func isFull(_ pairs: [Int], _ limit: Int) -> Bool {
      let sum = pairs.reduce(0) { $0 + units.amount($1) }
      return limit - sum <= pairs.count * round.years.count
    }
    for (offer, pairs) in Dictionary(grouping: used, by: { round.eligible.offer[$0] }) {
      spentBudgets[offer] = round.years.indices.filter { year in
        let spent = pairs.reduce(0) { $0 + units.units[$1][year] }
        return spent > 0 && limits.budget(offer: offer, year: year) - spent <= pairs.count
      }
      guard let limit = limits.ownLimit(offer: offer) else { continue }
      let byRecipient = Dictionary(grouping: pairs) { round.partners(ofPair: $0).recipient }
      for (recipient, pairs) in byRecipient where isFull(pairs, limit) {
        fullOwnLimits.insert([offer, recipient])
      }
    }
    for (project, pairs) in Dictionary(grouping: used, by: { round.eligible.project[$0] }) {
      if isFull(pairs, limits.need(project: project)) { fullProjects.insert(project) }
      guard let limit = limits.donorShare(project: project) else { continue }
      let byDonor = Dictionary(grouping: pairs) { round.partners(ofPair: $0).donor }
      for (donor, pairs) in byDonor where isFull(pairs, limit) {
        fullShares.insert([donor, project])
      }
    }
    for (partners, pairs) in Dictionary(grouping: used, by: { round.partners(ofPair: $0) }) {
      if let limit = limits.recipientShare(donor: partners.donor), isFull(pairs, limit) {
        fullPairs.insert(partners)
      }
    }
    for rule in round.fixedPairs {
      guard let partners = rule.pair else { continue }
      let sum = used.reduce(0) {
        round.partners(ofPair: $1) == partners ? $0 + units.amount($1) : $0
      }
      if millions(sum) <= rule.record.amount + 1e-6 * Double(used.count) {
        fixedPairs.insert(partners)
      }
    }
  }

  /// The rules that keep the money of one pair where it is, by name, in order.
  func names(_ partners: DonorRecipient, _ pairs: [Int]) -> [String] {
    var names: [String] = []
    if fixedPairs.contains(partners) { names.append("fixed-pair") }
    if fullPairs.contains(partners) { names.append("concentration") }
    for offer in Set(pairs.map { round.eligible.offer[$0] }).sorted() {
      let id = round.offers[offer].id
      for year in spentBudgets[offer] ?? []
      where pairs.contains(where: {
        round.eligible.offer[$0] == offer && units.units[$0][year] > 0
      }) {
        names.append("budget \(id) \(round.years[year])")
      }
      if fullOwnLimits.contains([offer, partners.recipient]) { names.append("own-limit \(id)") }
    }
    for project in Set(pairs.map { round.eligible.project[$0] }).sorted() {
      let id = round.projects[project].id
      if fullProjects.contains(project) { names.append("need \(id)") }
      if fullShares.contains([partners.donor, project]) { names.append("co-investment \(id)") }
    }
    return names
  }
}
