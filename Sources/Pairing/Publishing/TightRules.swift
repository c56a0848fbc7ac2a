import Round

/// The rules that hold with equality in a published plan, but for the units that rounding takes.
struct TightRules {
  private let round: Round
  private let units: WholeUnits
  /// By offer: the places of the years whose budget is spent.
  private var spentBudgets: [Int: [Int]] = [:]
  /// Offer and recipient.
  private var fullOwnLimits: Set<[Int]> = []
  private var fullProjects: Set<Int> = []
  /// Projects with no more than the least share with which they go ahead.
  private var leastProjects: Set<Int> = []
  /// Tickets with no more than their offer's least amount.
  private var leastTickets: Set<Int> = []
  /// Donor and project.
  private var fullShares: Set<[Int]> = []
  /// Projects in a cell of recipient and sector that may take no larger share.
  private var fullCells: Set<Int> = []
  /// `concentration`, `bond`, `min-pairing` and `fixed-pair` by pair.
  private var tightPairs: [String: Set<DonorRecipient>] = [:]
  /// Projects whose region or community stands at the floor that fairness keeps.
  private var floored: Set<Int> = []

  /// - Parameter floors: the least that each fairness group must have, in M; empty without a fairness stage.
  init(_ round: Round, _ units: WholeUnits, floors: [Double]) {
    self.round = round
    self.units = units
    let limits = ExactLimits(round)
    let used = round.eligible.indices.filter { units.amount($0) > 0 }
    findBudgets(used, limits)
    findProjects(used, limits)
    findPairs(used, limits)
    findCells(used)
    findFloors(used, floors)
    findLeastAmounts()
  }

  /// The rules that keep the money of one pair where it is, by name, in order.
  func names(_ partners: DonorRecipient, _ pairs: [Int]) -> [String] {
    var names = tightPairs.keys.sorted().filter { tightPairs[$0]?.contains(partners) ?? false }
    let projects = Set(pairs.map { round.eligible.project[$0] }).sorted()
    if projects.contains(where: floored.contains) { names.append("fairness") }
    if projects.contains(where: fullCells.contains) { names.append("diversification") }
    for offer in Set(pairs.map { round.eligible.offer[$0] }).sorted() {
      let id = round.offers[offer].id
      let own = pairs.filter { round.eligible.offer[$0] == offer }
      for year in spentBudgets[offer] ?? [] where own.contains(where: { units.units[$0][year] > 0 })
      {
        names.append("budget \(id) \(round.years[year])")
      }
      if own.contains(where: leastTickets.contains) { names.append("min-ticket \(id)") }
      if fullOwnLimits.contains([offer, partners.recipient]) { names.append("own-limit \(id)") }
    }
    for project in projects {
      let id = round.projects[project].id
      if fullProjects.contains(project) { names.append("need \(id)") }
      if leastProjects.contains(project) { names.append("min-funding \(id)") }
      if fullShares.contains([partners.donor, project]) { names.append("co-investment \(id)") }
    }
    return names
  }

  private func sum(_ pairs: [Int]) -> Int { pairs.reduce(0) { $0 + units.amount($1) } }

  /// Rounding takes at most one unit per ticket and year.
  private func dust(_ pairs: [Int]) -> Int { pairs.count * round.years.count }

  private func isFull(_ pairs: [Int], _ limit: Int) -> Bool { limit - sum(pairs) <= dust(pairs) }

  private mutating func findBudgets(_ used: [Int], _ limits: ExactLimits) {
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
  }

  private mutating func findProjects(_ used: [Int], _ limits: ExactLimits) {
    for (project, pairs) in Dictionary(grouping: used, by: { round.eligible.project[$0] }) {
      if isFull(pairs, limits.need(project: project)) { fullProjects.insert(project) }
      guard let limit = limits.donorShare(project: project) else { continue }
      let byDonor = Dictionary(grouping: pairs) { round.partners(ofPair: $0).donor }
      for (donor, pairs) in byDonor where isFull(pairs, limit) {
        fullShares.insert([donor, project])
      }
    }
  }

  private mutating func findPairs(_ used: [Int], _ limits: ExactLimits) {
    let members = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    for (partners, pairs) in members {
      if let limit = limits.recipientShare(donor: partners.donor), isFull(pairs, limit) {
        tightPairs["concentration", default: []].insert(partners)
      }
    }
    func note(_ rule: String, _ partners: DonorRecipient?, _ amount: Double) {
      guard let partners, let pairs = members[partners], amount > 0 else { return }
      if abs(millions(sum(pairs)) - amount) <= millions(dust(pairs)) {
        tightPairs[rule, default: []].insert(partners)
      }
    }
    for bond in round.bonds { note("bond", bond.pair, bond.target) }
    if let least = round.policy.minPairing, least > 0 {
      for partners in members.keys { note("min-pairing", partners, least) }
    }
    for rule in round.fixedPairs { note("fixed-pair", rule.pair, rule.record.amount) }
  }

  private mutating func findCells(_ used: [Int]) {
    guard round.policy.maxSectorShare < 1 else { return }
    for recipient in round.recipients {
      let open = recipient.projects.filter { !round.eligible.pairs(ofProject: $0).isEmpty }
      let sectors = Dictionary(grouping: open) { round.projects[$0].record.sector }
      let share = max(round.policy.maxSectorShare, 1 / Double(max(1, sectors.count)))
      guard share < 1 else { continue }
      let pairs = open.flatMap { round.eligible.pairs(ofProject: $0) }
      for projects in sectors.values {
        let cell = projects.flatMap { round.eligible.pairs(ofProject: $0) }
        let room = share * Double(sum(pairs)) - Double(sum(cell))
        if sum(cell) > 0, room <= Double(dust(pairs)) { fullCells.formUnion(projects) }
      }
    }
  }

  private mutating func findLeastAmounts() {
    leastTickets = Set(
      round.minTickets.filter { isLeast([$0.pair], $0.least) }.map(\.pair))
    leastProjects = Set(
      round.minFundings.filter { entry in
        isLeast(Array(round.eligible.pairs(ofProject: entry.project)), entry.least)
      }.map(\.project))
  }

  /// Whether `pairs` carry money, but no more than `least` M.
  private func isLeast(_ pairs: [Int], _ least: Double) -> Bool {
    let given = sum(pairs)
    return given > 0 && abs(millions(given) - least) <= millions(dust(pairs))
  }

  private mutating func findFloors(_ used: [Int], _ floors: [Double]) {
    let members = Dictionary(grouping: used) { round.groupOfProject[round.eligible.project[$0]] }
    for (group, pairs) in members {
      guard let group, floors.indices.contains(group), floors[group] > 0 else { continue }
      if millions(sum(pairs)) - floors[group] <= millions(dust(pairs)) {
        floored.formUnion(pairs.map { round.eligible.project[$0] })
      }
    }
  }
}
