import Pages
import Plans
import Records

/// The answer first: what is recommended, what it reaches, what holds it back; then six key figures.
struct Lead: Templated {
  struct KeyFigure {
    let number: Words
    let unit: Words
    let label: Words
    let note: Words
  }

  let sentences: [Words]
  let figures: [KeyFigure]

  static let template = """
    <div class="lead">{{#sentences}}<p>{{{.}}}</p>{{/sentences}}</div>{{#hasFigures}}<dl class="kf">\
    {{#figures}}<div><dd class="v">{{{number}}}{{#unit}}<i>{{{unit}}}</i>{{/unit}}</dd><dt>{{{label}}}</dt>\
    <dd class="n">{{{note}}}</dd></div>{{/figures}}</dl>{{/hasFigures}}
    """
  let hasFigures: Bool

  init(sentences: [Words], figures: [KeyFigure] = []) {
    self.sentences = sentences.filter { !$0.isEmpty }
    self.figures = figures
    hasFigures = !figures.isEmpty
  }

  init(_ facts: Facts, levels: Levels) {
    self.init(
      sentences: [
        Self.recommendation(facts), Self.notTheOwn(facts), Self.reach(facts, levels),
        facts.integerRules.joined(" ", ""), Self.obstacle(facts),
      ], figures: Self.keyFigures(facts, levels))
  }

  // MARK: What is recommended

  private static func recommendation(_ facts: Facts) -> Words {
    let money = facts.money
    let plan: KeyValuePairs<String, Words> = [
      "plan": Words(facts.plan.id), "profile": facts.planName(facts.plan),
    ]
    let subject = LeadText.plan(plan)
    let stopped = facts.plan.status == .stopped ? LeadText.stopped.words : .none
    let pairings = facts.plan.pairings
    guard let first = pairings.first else {
      if wasStoppedEmpty(facts) { return LeadText.stoppedEmpty.words }
      return stopped + LeadText.nothingPlaced(["subject": subject])
    }
    if pairings.count == 1 {
      return stopped
        + LeadText.onePairing([
          "subject": subject, "donor": donor(facts.name(first.donor)),
          "region": region(facts.name(first.recipient)), "amount": money.lead(facts.invested),
        ])
    }
    let donors = Set(pairings.map(\.donor)).count
    let regions = Set(pairings.map(\.recipient)).count
    let placing = LeadText.placing([
      "subject": subject,
      "donors": donor(LeadText.donors(count: donors, ["count": counted(donors)])),
      "regions": region(LeadText.regions(count: regions, ["count": counted(regions)])),
      "verb": LeadText.place(count: donors), "amount": money.lead(facts.invested),
    ])
    guard let most = facts.recipients.first, regions > 1 else {
      return stopped + placing + LeadText.stop.words
    }
    return stopped + placing
      + LeadText.mostTo([
        "region": facts.name(most), "amount": money.bareLead(facts.received(by: most)),
      ])
  }

  /// Whether the run ended too early to say anything of what can be paired.
  private static func wasStoppedEmpty(_ facts: Facts) -> Bool {
    facts.plan.status == .stopped && facts.plan.pairings.isEmpty && facts.round.eligible.count > 0
  }

  private static func donor(_ words: Words) -> Words { words.wrapped("<b class=\"cd\">", "</b>") }

  private static func region(_ words: Words) -> Words { words.wrapped("<b class=\"cr\">", "</b>") }

  /// Where the recommended plan is not the policy's own, what that costs and who gains by it is said at once.
  private static func notTheOwn(_ facts: Facts) -> Words {
    guard facts.plan.id != PlansDocument.policysOwn, let trade = facts.plan.givesUp,
      trade.against == PlansDocument.policysOwn
    else { return .none }
    return LeadText.notTheOwn(["trade": facts.trades.summary(trade)])
  }

  // MARK: What it reaches

  private static func reach(_ facts: Facts, _ levels: Levels) -> Words {
    var parts: [Words] = []
    if let most = facts.document.benefitOnly, most > 0 {
      parts.append(LeadText.keeps(["share": share(facts.plan.scorecard.benefit / most)]))
    }
    if let lowest = levels.groups.first {
      let everyone =
        levels.isByCommunity ? LeadText.everyCommunity.words : LeadText.everyRegion.words
      if levels.allFull {
        parts.append(LeadText.full(["everyone": everyone]))
      } else if levels.groups.count > 2, levels.groups[1].level > lowest.level + 0.05 {
        parts.append(
          LeadText.allBut([
            "everyone": everyone, "region": lowest.name, "level": share(levels.groups[1].level),
          ]))
      } else {
        parts.append(LeadText.atLeast(["everyone": everyone, "level": share(lowest.level)]))
      }
    }
    guard !parts.isEmpty, !facts.plan.pairings.isEmpty else { return .none }
    return LeadText.reach(["parts": parts.joined(", and ", "，并")])
  }

  // MARK: What holds it back

  private static func obstacle(_ facts: Facts) -> Words {
    let money = facts.money
    let missing = facts.missing
    let idle = facts.idle
    let least = 1e-6 * max(1, facts.offered)
    if wasStoppedEmpty(facts) { return .none }
    if facts.round.projects.isEmpty { return LeadText.noProposals.words }
    if facts.offered == 0 { return LeadText.noOffers.words }
    if facts.round.eligible.count == 0 { return LeadText.nothingFits.words }
    if missing <= 1e-6 * max(1, facts.needed) {
      return idle <= least
        ? LeadText.exactly.words : LeadText.nothing(["idle": money.lead(idle)])
    }
    if idle <= least { return LeadText.shortOfMoney(["missing": money.lead(missing)]) }
    let spent = facts.spentYears
    if let year = spent.first, spent.count == 1, facts.round.years.count > 1 {
      return LeadText.oneYear(["year": .markup(String(year)), "idle": money.lead(idle)])
    }
    if spent.count > 1, spent.count < facts.round.years.count, idle > 0.01 * facts.offered {
      return LeadText.someYears([
        "count": counted(spent.count), "years": spent.map { Words.markup(String($0)) }.enumerated,
        "idle": money.lead(idle),
      ])
    }
    return LeadText.mismatch(["idle": money.lead(idle), "missing": money.lead(missing)])
  }

  // MARK: Key figures

  private static func keyFigures(_ facts: Facts, _ levels: Levels) -> [KeyFigure] {
    let card = facts.plan.scorecard
    let money = facts.money
    let placed = money.figure(facts.invested)
    let donors = Set(facts.plan.pairings.map(\.donor)).count
    let regions = Set(facts.plan.pairings.map(\.recipient)).count
    var figures = [
      KeyFigure(
        number: placed.number, unit: placed.unit, label: KeyText.placed.words,
        note: facts.offered > 0
          ? KeyText.ofPledged([
            "share": share(facts.invested / facts.offered),
            "offered": money.bareLead(facts.offered),
          ]) : .none),
      KeyFigure(
        number: grouped(Double(card.pairings)), unit: KeyText.pairings(count: card.pairings),
        label: KeyText.donorAndRegion.words,
        note: [KeyText.donors(count: donors), KeyText.regions(count: regions)].joined(", ", "，")),
    ]
    if let most = facts.document.benefitOnly, most > 0 {
      figures.append(
        KeyFigure(
          number: share(card.benefit / most), unit: .none, label: KeyText.ofBenefit.words,
          note: KeyText.besideBond.words))
    }
    if let lowest = levels.groups.first {
      let next = levels.groups.dropFirst().first.map {
        KeyText.next(["region": lowest.name, "level": share($0.level)])
      }
      figures.append(
        KeyFigure(
          number: share(lowest.level), unit: .none, label: KeyText.lowestLevel.words,
          note: levels.allFull ? KeyText.fullEntitlement.words : next ?? lowest.name))
    }
    let brought = facts.broughtInOrder
    for indicator in brought {
      let amount = quantity(indicator, card.indicators[indicator] ?? 0, money: money)
      figures.append(
        KeyFigure(
          number: amount.number, unit: amount.unit,
          label: label(indicator) + facts.estimates.mark(facts.plan.tickets.map(\.proposal)),
          note: KeyText.inProportion.words))
    }
    if !facts.round.bonds.isEmpty {
      figures.append(
        KeyFigure(
          number: share(card.reciprocityMet), unit: .none, label: KeyText.bondMet.words,
          note: KeyText.ofReachable.words))
    }
    return Array(figures.prefix(6))
  }

  private static func label(_ indicator: Indicator) -> Words {
    switch indicator {
    case .jobs: KeyText.jobs.words
    case .co2Avoided: KeyText.avoided.words
    case .valueAdded: KeyText.valueAdded.words
    default: KeyText.brought.words
    }
  }
}

extension Facts {
  /// Years of which nearly all offered money is spent.
  var spentYears: [Int] {
    round.years.filter { year in
      let offered = donors.reduce(0) { $0 + self.offered(by: $1, in: year) }
      let placed = donors.reduce(0) { $0 + self.placed(by: $1.code, in: year) }
      return offered > 0 && placed >= 0.999 * offered
    }
  }

  /// The indicators that the plan brings anything of: the usual ones first, then by name.
  var broughtInOrder: [Indicator] {
    let some = plan.scorecard.indicators.filter { $0.value > 0 }.keys
    return Indicator.usual.filter(some.contains)
      + some.filter { !Indicator.usual.contains($0) }.sorted()
  }
}
