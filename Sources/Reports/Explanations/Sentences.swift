import Pages
import Plans
import Records
import Round

// Sentences that several subjects need.
extension Facts {
  /// How many lines of one kind a terminal shows before the rest is counted.
  static let mostLines = 12

  /// With whom something is paired, under the head that says what the shares in it are shares of.
  func partners(_ pairings: [Pairing]) -> Explanation.Part {
    Explanation.Part(
      head: pairings.contains { $0.stability != nil }
        ? ExplainText.pairedOftenHead(["spread": share(round.policy.stabilitySpread)])
        : ExplainText.pairedHead.words,
      lines: pairings.map { pairing in
        partner(pairing)
          + (pairing.stability.map { ExplainText.stable(["share": share($0)]) } ?? .none)
      })
  }

  /// `Guangdong gives Shanxi CNY 812 M for 5 proposals`.
  func partner(_ pairing: Pairing) -> Words {
    ExplainText.partner([
      "donor": name(pairing.donor), "region": name(pairing.recipient),
      "amount": money.prose(pairing.amount),
      "proposals": ExplainText.proposals(count: pairing.proposals.count),
    ])
  }

  private func unused(_ pair: UnusedPair) -> Words {
    let text: ExplainText =
      pair.moreBenefitPerM != nil ? .unused : pair.shortBy == nil ? .unusedNever : .unusedNothing
    return text([
      "donor": name(pair.donor), "region": name(pair.recipient),
      "share": pair.moreBenefitPerM.map(nearShare) ?? .none,
      "title": Words(names.title(pair.proposal)), "offer": names.called(pair.offer),
    ])
  }

  /// A line for each proposal, the largest ones named.
  func unfunded(_ list: [UnfundedProposal]) -> [Words] {
    func need(_ unfunded: UnfundedProposal) -> Double {
      names.proposal(unfunded.proposal)?.need ?? 0
    }
    let largest = list.sorted { (need($1), $0.proposal) < (need($0), $1.proposal) }
    let lines = largest.prefix(Self.mostLines).map { unfunded in
      (unfunded.funded > 0 ? ExplainText.unfunded : .nothingYet)([
        "title": Words(names.title(unfunded.proposal)), "funded": share(unfunded.funded),
        "need": money.prose(need(unfunded)),
        "stopped": stopped(unfunded, most: Unfunded.mostNames).joined(),
      ])
    }
    let rest = list.count - lines.count
    return lines + (rest > 0 ? [ExplainText.moreUnfunded(count: rest)] : [])
  }

  /// Changes are tried on plan A; where another plan is explained, that is said.
  func winsHead(_ unfunded: UnfundedProposal) -> Words {
    guard let profile = unfunded.winsWith?.profile, profile != plan.profile, !unfunded.hasItsPart
    else {
      return ExplainText.winsHead.words
    }
    return ExplainText.winsByHead(["profile": Words(profileName(profile))])
  }

  /// The smallest changes with which a proposal gets its part, and what of them would not help.
  func wins(_ unfunded: UnfundedProposal) -> [Words] {
    guard let change = unfunded.winsWith else { return [ExplainText.winsUntried.words] }
    let part = share(change.part)
    if unfunded.hasItsPart { return [ExplainText.hasItsPart(["part": part])] }
    let changes = winning.changes(change)
    if changes.isEmpty { return [ExplainText.winsNothing(["part": part])] }
    // A phrase has no blank at its end.
    let or = ExplainText.or.words + .markup(" ", "")
    let wins = ExplainText.wins([
      "part": part, "changes": changes.joined(or.en, or.zh).capitalised,
    ])
    let noHelp = winning.noHelp(change)
    return noHelp.isEmpty ? [wins] : [wins, ExplainText.alone(["text": noHelp.capitalised])]
  }

  /// What more or less of each limit is worth; those that say nothing are counted.
  func worths(_ prices: [Price]) -> [Words] {
    let telling = prices.filter(\.matters)
    let silent = prices.count - telling.count
    return lines(telling.map(self.prices.sentence), rest: .morePrices)
      + (silent > 0 ? [ExplainText.silentPrices(count: silent)] : [])
  }

  func unused(_ pairs: [UnusedPair]) -> [Words] { lines(pairs.map(unused), rest: .morePairs) }

  /// The first lines, and how many more there are.
  func lines(_ all: [Words], rest text: ExplainText) -> [Words] {
    let rest = all.count - Self.mostLines
    return rest > 0 ? all.prefix(Self.mostLines) + [text(count: rest)] : all
  }

  /// What an offer or a donor places of what it pledges.
  func gives(_ placed: Double, of offered: Double) -> Words {
    let idle = max(0, (offered - placed).wholeUnits)
    return (idle == 0 ? ExplainText.givesAll : .gives)([
      "placed": money.prose(placed), "offered": money.prose(offered), "idle": money.prose(idle),
    ])
  }

  /// Which experts an offer or a proposal shares.
  func experts(_ tickets: [ExpertiseTicket], _ named: (ExpertiseTicket) -> Words) -> [Words] {
    tickets.map { ticket in
      ExplainText.sharesMonths([
        "with": named(ticket),
        "months": grouped(ticket.months, decimals: ticket.months < 9.95 ? 1 : 0),
      ])
    }
  }

  /// A line for each proposal that money pays for, the largest amount first.
  func pays(_ tickets: [Ticket]) -> [Words] {
    var amounts: [ProposalID: Double] = [:]
    for ticket in tickets { amounts[ticket.proposal, default: 0] += ticket.amount }
    return amounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { proposal, amount in
      let need = names.proposal(proposal)?.need ?? 0
      return ExplainText.pays([
        "title": Words(names.title(proposal)), "amount": money.prose(amount),
        "share": share(need > 0 ? amount / need : 0),
      ])
    }
  }
}
