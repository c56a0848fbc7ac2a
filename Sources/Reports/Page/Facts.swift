import Pages
import Plans
import Records
import Round

/// What the sections of the page draw on: one plan of a round, added up by region, donor and year.
struct Facts {
  let document: PlansDocument
  let plan: Plan
  let round: Round
  let names: Names
  let money: Money
  let estimates: Estimates
  let rules: RuleWords

  /// Money by donor and recipient.
  private let amounts: [RegionCode: [RegionCode: Double]]
  /// Money by donor and year.
  private let spent: [RegionCode: [String: Double]]
  /// Money by proposal.
  let funded: [ProposalID: Double]
  /// The tickets of a pairing by proposal.
  private let tickets: [RegionCode: [RegionCode: [ProposalID: Double]]]

  init(document: PlansDocument, plan: Plan, round: Round) {
    self.document = document
    self.plan = plan
    self.round = round
    names = Names(round)
    money = Money(document, round: round)
    rules = RuleWords(names: names, policy: round.policy)
    estimates = Estimates(round.records)

    var amounts: [RegionCode: [RegionCode: Double]] = [:]
    for pairing in plan.pairings {
      amounts[pairing.donor, default: [:]][pairing.recipient] = pairing.amount
    }
    var spent: [RegionCode: [String: Double]] = [:]
    var funded: [ProposalID: Double] = [:]
    var tickets: [RegionCode: [RegionCode: [ProposalID: Double]]] = [:]
    for ticket in plan.tickets {
      funded[ticket.proposal, default: 0] += ticket.amount
      guard let donor = names.offer(ticket.offer)?.donor,
        let recipient = names.proposal(ticket.proposal)?.recipient
      else { continue }
      for (year, amount) in ticket.byYear { spent[donor, default: [:]][year, default: 0] += amount }
      tickets[donor, default: [:]][recipient, default: [:]][ticket.proposal, default: 0] +=
        ticket.amount
    }
    self.amounts = amounts
    self.spent = spent
    self.funded = funded
    self.tickets = tickets
  }

  var invested: Double { plan.scorecard.invested }
  var offered: Double { round.offers.reduce(0) { $0 + $1.total } }
  var idle: Double { max(0, offered - invested) }
  var needed: Double { round.projects.reduce(0) { $0 + $1.need } }
  /// What the proposals that are in ask for and do not get.
  var missing: Double {
    round.projects.reduce(0) { $0 + max(0, $1.need - (funded[$1.id] ?? 0)) }
  }

  /// Proposals that get less than they need, apart from the units that rounding to whole ones takes.
  var unfunded: [UnfundedProposal] { plan.unfunded.filter { $0.funded < 1 - 1e-6 } }

  func amount(_ donor: RegionCode, _ recipient: RegionCode) -> Double {
    amounts[donor]?[recipient] ?? 0
  }

  func placed(by donor: RegionCode) -> Double {
    (amounts[donor] ?? [:]).sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  func placed(by donor: RegionCode, in year: Int) -> Double { spent[donor]?[String(year)] ?? 0 }

  func received(by recipient: RegionCode) -> Double {
    amounts.keys.sorted().reduce(0) { $0 + amount($1, recipient) }
  }

  /// What a pairing pays, the largest amount first.
  func payments(_ pairing: Pairing) -> [(proposal: ProposalID, amount: Double)] {
    (tickets[pairing.donor]?[pairing.recipient] ?? [:])
      .map { (proposal: $0.key, amount: $0.value) }
      .sorted { ($1.amount, $0.proposal) < ($0.amount, $1.proposal) }
  }

  /// Donors of money, the largest pledge first.
  var donors: [Donor] {
    round.donors.filter { $0.money > 0 }.sorted { ($1.money, $0.code) < ($0.money, $1.code) }
  }

  /// Recipients, the one that receives most first.
  var recipients: [RegionCode] {
    round.recipients.map { (code: $0.code, received: received(by: $0.code)) }
      .sorted { ($1.received, $0.code) < ($0.received, $1.code) }.map(\.code)
  }

  func offered(by donor: Donor, in year: Int) -> Double {
    guard let place = round.years.firstIndex(of: year) else { return 0 }
    return donor.offers.reduce(0) { $0 + round.offers[$1].budget[place] }
  }

  /// A region's name as the page shows it.
  func name(_ code: RegionCode) -> Words { Words(names.region(code)) }

  var trades: TradeWords { TradeWords(names: names, money: money) }
  var prices: PriceWords { PriceWords(rules: rules, money: money) }
  /// What the integer rules are and what they cost.
  var integerRules: [Words] {
    IntegerRuleWords(round: round, money: money).sentences(plan)
  }
  var winning: WinningWords { WinningWords(names: names) }

  func planName(_ plan: Plan) -> Words { Words(profileName(plan.profile)) }
}
