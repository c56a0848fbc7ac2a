import Pages
import Plans
import Records

/// Pairings that came, went, grew and shrank, the largest change first.
enum PairingChanges {
  static func markup(_ effect: RunEffect, _ money: Money) throws -> Markup {
    let told = effect.pairings.told
    guard !told.isEmpty else { return .none }
    let left = effect.pairings.count - told.count
    return try ChangeTable(
      head: EffectText.pairings(["unit": money.smallUnit]), what: EffectText.pairing.words,
      rows: told.map { row($0, effect, money) },
      rest: left > 0 ? EffectText.morePairings(count: left) : .none
    ).markup()
  }

  private static func row(
    _ pairing: RunEffect.Pairing, _ effect: RunEffect, _ money: Money
  ) -> ChangeTable.Row {
    let change = pairing.change
    return ChangeTable.Row(
      name: name(change, effect),
      notes: [
        change.older == 0 || change.newer == 0 ? step(change.step) : .none,
        effect.concerns(pairing.edits),
      ],
      before: money.smallCell(change.older), after: money.smallCell(change.newer),
      change: signed(change.newer - change.older, money.smallCell), isGone: change.step == .ended)
  }

  static func name(_ change: PairingChange, _ effect: RunEffect) -> Words {
    effect.region(change.donor).wrapped("<span class=\"d\">", "</span>") + .markup(" → ")
      + effect.region(change.recipient).wrapped("<span class=\"r\">", "</span>")
  }

  static func step(_ step: PairingChange.Step) -> Words {
    switch step {
    case .new: EffectText.stepNew.words
    case .ended: EffectText.stepEnded.words
    case .larger: EffectText.stepLarger.words
    case .smaller: EffectText.stepSmaller.words
    }
  }
}

/// Proposals that won or lost money, the largest change first.
enum FundingChanges {
  static func markup(_ effect: RunEffect, _ money: Money) throws -> Markup {
    let told = effect.proposals.told
    guard !told.isEmpty else { return .none }
    let left = effect.proposals.count - told.count
    return try ChangeTable(
      head: EffectText.proposals(["unit": money.smallUnit]),
      sub: EffectText.funding([
        "gained": grouped(Double(effect.proposals.gained)),
        "lost": grouped(Double(effect.proposals.lost)),
      ]), what: EffectText.proposal.words,
      rows: told.map { row($0, effect, money) },
      rest: left > 0 ? EffectText.morePairings(count: left) : .none
    ).markup()
  }

  private static func row(
    _ proposal: RunEffect.Proposal, _ effect: RunEffect, _ money: Money
  ) -> ChangeTable.Row {
    let change = proposal.change
    let id = change.proposal
    let title = effect.titles[id]
    let isNamed = title.map { $0.en != id.text || $0.zh != id.text } ?? false
    let name = Words(id.text, longest: 60)
    let part = change.newerNeed.map { need in
      EffectText.ofNeed(["share": share(need > 0 ? change.newer / need : 0)])
    }
    return ChangeTable.Row(
      name: isNamed ? name + .markup(" ") + (title.map { Words($0, longest: 60) } ?? .none) : name,
      notes: [part ?? EffectText.notAsked.words, effect.concerns(proposal.edits)],
      before: money.smallCell(change.older), after: money.smallCell(change.newer),
      change: signed(change.newer - change.older, money.smallCell), isGone: change.newer == 0)
  }
}
