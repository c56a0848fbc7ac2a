import Plans
import Records
import Round

/// A published plan against the round: every rule exactly, every figure computed again from its tickets.
struct PublishedPlan {
  let index: RoundIndex
  let plan: Plan
  let limits: ExactLimits
  var findings: Findings
  /// Whole units of the currency by eligible pair and place of the year, as the tickets say.
  private(set) var units: [[Int]]
  /// Millionths of a person-month by expertise offer and project.
  private(set) var months: [DonorRecipient: [(project: Int, months: Double)]] = [:]

  init(_ index: RoundIndex, _ limits: ExactLimits, _ plan: Plan) {
    self.index = index
    self.limits = limits
    self.plan = plan
    findings = Findings(plan: plan.id)
    let none = [Int](repeating: 0, count: index.round.years.count)
    units = [[Int]](repeating: none, count: index.round.eligible.count)
    readTickets()
    readExpertise()
  }

  var round: Round { index.round }

  func amount(_ pair: Int) -> Int { units[pair].reduce(0, +) }

  /// The eligible pairs that carry money.
  var used: [Int] { round.eligible.indices.filter { amount($0) > 0 } }

  // MARK: Tickets

  private mutating func readTickets() {
    var seen = Set<Int>()
    for ticket in plan.tickets {
      let name = "ticket \(ticket.offer) → \(ticket.proposal)"
      guard let pair = index.pair(ticket.offer, ticket.proposal) else {
        findings.add(name, "may not be: the offer cannot fund the proposal", "不允许：该供给不能资助该项目")
        continue
      }
      findings.require(seen.insert(pair).inserted, name, "stands twice", "重复出现")
      for (text, amount) in ticket.byYear.sorted(by: { $0.key < $1.key }) {
        guard let year = Int(text).flatMap({ index.years[$0] }), let whole = wholeUnits(amount),
          whole >= 0
        else {
          findings.add(
            name, "has \(amount) M in \(text), which is no amount of a year of the round",
            "\(text) 年为 \(amount) M，不是本轮年份的有效金额")
          continue
        }
        units[pair][year] = whole
      }
      findings.same("\(name), amount", ticket.amount, millions(amount(pair)), within: 0)
    }
  }

  private mutating func readExpertise() {
    var allowed: [DonorRecipient: DonorRecipient] = [:]
    for entry in index.expertise {
      allowed[.init(donor: entry.expert, recipient: entry.project)] = entry.pair
    }
    var seen = Set<DonorRecipient>()
    for ticket in plan.expertise {
      let name = "expertise \(ticket.offer) → \(ticket.proposal)"
      guard let expert = index.experts[ticket.offer], let project = index.projects[ticket.proposal],
        let pair = allowed[.init(donor: expert, recipient: project)]
      else {
        findings.add(name, "may not be: the offer cannot help the proposal", "不允许：该人才供给不能支持该项目")
        continue
      }
      findings.require(
        seen.insert(.init(donor: expert, recipient: project)).inserted, name, "stands twice", "重复出现"
      )
      findings.require(
        ticket.months.isFinite && ticket.months > 0, name, "gives \(ticket.months) months",
        "给予 \(ticket.months) 人月")
      months[pair, default: []].append((project, ticket.months))
    }
  }

  /// M as whole units; nil where it is none.
  private func wholeUnits(_ amount: Double) -> Int? {
    let units = (amount * Double(unitsPerM)).rounded()
    guard units.magnitude < 9e15, let whole = Int(exactly: units), millions(whole) == amount else {
      return nil
    }
    return whole
  }

  // MARK: What the certificate selected

  /// The tickets are the selected money rounded down to whole units, units taken back where a rule would be broken.
  mutating func check(against selected: PointCheck, _ point: CertifiedPoint) {
    let expected = WholeUnits(round, money: selected.money)
    for pair in round.eligible.indices where expected.units[pair] != units[pair] {
      let offer = round.offers[round.eligible.offer[pair]].id
      let project = round.projects[round.eligible.project[pair]].id
      let should = millions(expected.amount(pair))
      findings.add(
        "ticket \(offer) → \(project)",
        "has \(millions(amount(pair))) M, the certificate's selection gives \(should) M (by year \(expected.units[pair]) units)",
        "为 \(millions(amount(pair))) M，证书选定的解为 \(should) M（各年 \(expected.units[pair]) 元）")
    }
    var left = point.months
    for ticket in plan.expertise {
      let own = left[ticket.offer]?.removeValue(forKey: ticket.proposal) ?? 0
      findings.same(
        "expertise \(ticket.offer) → \(ticket.proposal)", ticket.months, millionths(own), within: 0)
    }
    for (offer, entries) in left.sorted(by: { $0.key < $1.key }) {
      for (proposal, months) in entries.sorted(by: { $0.key < $1.key }) where millionths(months) > 0
      {
        findings.add("expertise \(offer) → \(proposal)", "is missing", "缺失")
      }
    }
  }

  /// Person-months are published in millionths, rounded down like money.
  private func millionths(_ months: Double) -> Double {
    (months * 1e6 + 0.001).rounded(.down) / 1e6
  }
}
