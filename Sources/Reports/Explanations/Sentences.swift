import Pages
import Plans
import Records
import Round

// Sentences that several subjects need.
extension Facts {
  /// How many lines of one kind a terminal shows before the rest is counted.
  private static let mostLines = 12

  /// `Guangdong gives Shanxi CNY 812 M for 5 proposals; used in 96 % of varied re-plans`.
  func partner(_ pairing: Pairing) -> Words {
    let stable =
      pairing.stability.map { ExplainText.stable(["share": share($0)]) } ?? .none
    return ExplainText.partner([
      "donor": name(pairing.donor), "region": name(pairing.recipient),
      "amount": money.prose(pairing.amount),
      "proposals": ExplainText.proposals(count: pairing.proposals.count),
    ]) + stable
  }

  private func unused(_ pair: UnusedPair) -> Words {
    let text: ExplainText = pair.moreBenefitPerM == nil ? .unusedNothing : .unused
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
      ExplainText.unfunded([
        "title": Words(names.title(unfunded.proposal)), "funded": share(unfunded.funded),
        "need": money.prose(need(unfunded)),
        "stopped": stopped(unfunded, most: Unfunded.mostNames).joined(),
      ])
    }
    let rest = list.count - lines.count
    return lines + (rest > 0 ? [ExplainText.moreUnfunded(count: rest)] : [])
  }

  /// The smallest changes with which a proposal gets its part, and what of them would not help.
  func wins(_ change: WinningChange?) -> [Words] {
    guard let change else { return [ExplainText.winsUntried.words] }
    let part = share(change.part)
    let changes = winning.changes(change)
    if changes.isEmpty { return [ExplainText.winsNothing(["part": part])] }
    let or = ExplainText.or.words
    let wins = ExplainText.wins([
      "part": part, "changes": changes.joined(or.en, or.zh).capitalised,
    ])
    let noHelp = winning.noHelp(change)
    return noHelp.isEmpty ? [wins] : [wins, ExplainText.alone(["text": noHelp.capitalised])]
  }

  /// What more or less of each limit is worth.
  func worths(_ prices: [Price]) -> [Words] {
    shortened(prices.map(self.prices.sentence), to: Self.mostLines)
  }

  func unused(_ pairs: [UnusedPair]) -> [Words] {
    shortened(pairs.map(unused), to: Self.mostLines)
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
