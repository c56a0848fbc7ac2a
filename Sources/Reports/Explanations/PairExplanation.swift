import Pages
import Plans
import Records
import Round

extension Explanation {
  /// Why a donor and a region are paired, or why not.
  init(_ facts: Facts, pair donor: RegionCode, _ recipient: RegionCode) {
    var selection = Selection(facts, [.region(donor), .region(recipient)])
    selection.pairings = facts.plan.pairings.filter {
      $0.donor == donor && $0.recipient == recipient
    }
    selection.tickets = facts.plan.tickets.filter { ticket in
      facts.names.offer(ticket.offer)?.donor == donor
        && facts.names.proposal(ticket.proposal)?.recipient == recipient
    }
    selection.unusedPairs = facts.plan.unusedPairs.filter {
      $0.donor == donor && $0.recipient == recipient
    }
    selection.prices = facts.pricesByWorth.filter {
      $0.name.donor == donor && $0.name.recipient == recipient
    }
    let isOpen = facts.round.openPairs.contains {
      facts.round.donors[$0.donor].code == donor
        && facts.round.recipients[$0.recipient].code == recipient
    }
    if !isOpen { selection.lacks = facts.offerLacks(donor, recipient) }
    var parts = [
      Part(head: ExplainText.pairedHead.words, lines: selection.pairings.map(facts.partner))
    ]
    if let pairing = selection.pairings.first {
      let reasons = PairingReasons(facts)
      parts += [
        Part(head: ExplainText.whyHead.words, lines: reasons.why(pairing)),
        Part(head: ExplainText.limitsHead.words, lines: reasons.limits(pairing)),
        Part(head: ExplainText.paysHead.words, lines: facts.pays(selection.tickets)),
      ]
    } else {
      parts.append(
        Part(
          head: (isOpen ? ExplainText.whyNotHead : .whyNeverHead).words,
          lines: Self.whyNot(facts, donor, recipient, selection.unusedPairs, isOpen: isOpen)))
    }
    parts.append(Part(head: ExplainText.integerHead.words, lines: facts.integerRules))
    parts.append(
      Part(head: ExplainText.pricesHead.words, lines: facts.worths(selection.prices)))
    self.init(
      facts,
      title: ExplainText.pairTitle(["donor": facts.name(donor), "region": facts.name(recipient)]),
      parts: parts, selection: selection)
  }

  private static func whyNot(
    _ facts: Facts, _ donor: RegionCode, _ recipient: RegionCode, _ unused: [UnusedPair],
    isOpen: Bool
  ) -> [Words] {
    let policy = facts.round.policy
    if policy.forbiddenPairs.contains(where: { $0.donor == donor && $0.recipient == recipient }) {
      return [ExplainText.forbidden.words]
    }
    if !unused.isEmpty { return facts.unused(unused) }
    return isOpen
      ? [ExplainText.unusedUnknown.words]
      : [ExplainText.notOpen(["donor": facts.name(donor), "region": facts.name(recipient)])]
        + facts.lacks(donor, recipient)
  }
}
