import Pages
import Plans
import Records
import Round

extension Explanation {
  /// What a region receives and gives, what holds it there, and what it could be paired with.
  init(_ facts: Facts, region code: RegionCode) {
    var selection = Selection(facts, [.region(code)])
    let group = Levels(facts).groups.first { $0.id == code.text }
    selection.level = group?.level
    selection.heldBy = facts.heldBy[code.text] ?? []
    selection.pairings = facts.plan.pairings.filter { $0.donor == code || $0.recipient == code }
    selection.unfunded = facts.unfunded.filter {
      facts.names.proposal($0.proposal)?.recipient == code
    }
    selection.unusedPairs = facts.plan.unusedPairs.filter {
      $0.donor == code || $0.recipient == code
    }
    selection.prices = facts.pricesByWorth.filter { price in
      price.name.donor == code || price.name.recipient == code || price.name.group == code.text
        || price.name.offer.flatMap { facts.names.offer($0)?.donor } == code
    }
    self.init(
      facts, title: facts.name(code),
      parts: [
        Part(head: ExplainText.receivesHead.words, lines: Self.receives(facts, code, group)),
        Part(
          head: ExplainText.heldHead.words,
          lines: facts.rules.stops(selection.heldBy).map(\.capitalised)),
        Part(head: ExplainText.givesHead.words, lines: Self.gives(facts, code)),
        facts.partners(selection.pairings),
        Part(head: ExplainText.integerHead.words, lines: facts.integerRules),
        Part(head: ExplainText.unfundedHead.words, lines: facts.unfunded(selection.unfunded)),
        Part(head: ExplainText.unusedHead.words, lines: facts.unused(selection.unusedPairs)),
        Part(
          head: ExplainText.pricesHead.words, lines: facts.worths(selection.prices)),
      ], selection: selection)
  }

  /// What a community receives and what holds it there.
  init(_ facts: Facts, community group: String) {
    var selection = Selection(facts, [.community(group)])
    let level = Levels(facts).groups.first { $0.id == group }
    selection.level = level?.level
    selection.heldBy = facts.heldBy[group] ?? []
    let members = Set(
      facts.round.records.proposals.filter { proposal in
        proposal.community.map { "\(proposal.recipient)/\($0)" } == group
      }.map(\.id))
    selection.tickets = facts.plan.tickets.filter { members.contains($0.proposal) }
    selection.unfunded = facts.unfunded.filter { members.contains($0.proposal) }
    selection.prices = facts.pricesByWorth.filter { $0.name.group == group }
    let received = selection.tickets.reduce(0) { $0 + $1.amount }
    self.init(
      facts, title: Words(facts.names.group(group)),
      parts: [
        Part(
          head: ExplainText.receivesHead.words,
          lines: level.map { Self.level($0, facts) }
            ?? [ExplainText.noLevel(["received": facts.money.prose(received)])]),
        Part(
          head: ExplainText.heldHead.words,
          lines: facts.rules.stops(selection.heldBy).map(\.capitalised)),
        Part(
          head: ExplainText.moneyHead.words,
          lines: selection.tickets.map { ticket in
            ExplainText.givesTo([
              "offer": facts.names.called(ticket.offer) + .markup(" → ")
                + Words(facts.names.title(ticket.proposal)),
              "amount": facts.money.prose(ticket.amount),
            ])
          }),
        Part(head: ExplainText.unfundedHead.words, lines: facts.unfunded(selection.unfunded)),
        Part(
          head: ExplainText.pricesHead.words, lines: facts.worths(selection.prices)),
      ], selection: selection)
  }

  private static func receives(
    _ facts: Facts, _ code: RegionCode, _ group: Levels.Group?
  ) -> [Words] {
    if let group { return level(group, facts) }
    guard facts.round.recipients.contains(where: { $0.code == code }) else {
      let isDonor = facts.round.donors.contains { $0.code == code }
      return isDonor ? [] : [ExplainText.noProposals.words]
    }
    return [ExplainText.noLevel(["received": facts.money.prose(facts.received(by: code))])]
  }

  private static func level(_ group: Levels.Group, _ facts: Facts) -> [Words] {
    [
      ExplainText.level([
        "received": facts.money.prose(group.received), "share": share(group.share),
        "entitled": facts.money.prose(group.entitlement), "asked": facts.money.prose(group.asked),
      ])
    ]
      + (group.isFull
        ? [] : group.floor.map { [ExplainText.floor(["share": share($0)])] } ?? [])
  }

  private static func gives(_ facts: Facts, _ code: RegionCode) -> [Words] {
    guard let place = facts.round.donors.firstIndex(where: { $0.code == code }) else {
      return []
    }
    let offered = facts.round.donors[place].money
    guard offered > 0 else { return [ExplainText.noMoney.words] }
    let placed = facts.placed(by: code)
    let bonds = facts.round.bonds.filter { $0.donor == place && $0.pair != nil }
    let target = bonds.reduce(0) { $0 + $1.target }
    let met = bonds.reduce(0) { $0 + min($1.target, facts.amount(code, $1.recipient)) }
    return [
      facts.gives(placed, of: offered)
    ]
      + (target > 0
        ? [
          ExplainText.bonds([
            "target": facts.money.prose(target), "met": share(met / target),
          ])
        ] : [])
  }
}
