import Plans
import Records
import Round

extension StageReplay {
  /// With what was chosen, the stage is a linear program again. That no other choices are better rests on the search; the plan's
  /// linear bound stands beside it.
  mutating func takeInteger(
    _ proof: StageProof, _ keep: Double?, _ name: String
  ) -> (value: Double, bound: Double)? {
    let loosened = proof.loosened ?? 0
    if !proof.finished { return nil }
    if !(0...1).contains(loosened) { fault(name, "is loosened by \(loosened)", "放宽 \(loosened)") }
    if releasesBenefit, !kept.benefits.isEmpty { kept.benefits.removeLast() }
    kept.loosen(by: loosened + 1e-7, in: index)
    take(proof.choices ?? [], name)
    return takeBenefit(proof, keep, name, at: 0)
  }

  mutating func take(_ choices: [StageProof.Choice], _ name: String) {
    kept.choices = KeptRows.Choices()
    for choice in choices {
      if let pair = index.partners(choice.donor, choice.recipient) {
        kept.choices.pairs[pair] = choice.isOn
      } else if let offer = choice.offer, let proposal = choice.proposal,
        let pair = index.pair(offer, proposal)
      {
        kept.choices.tickets[pair] = choice.isOn
      } else if choice.offer == nil, let project = choice.proposal.flatMap({ index.projects[$0] }) {
        kept.choices.projects[project] = choice.isOn
      } else {
        fault(name, "chooses about what the round does not have", "选择了本轮没有的内容")
      }
    }
    checkCounts(name)
  }

  private mutating func checkCounts(_ name: String) {
    let used = kept.choices.pairs.filter(\.value).keys
    let policy = index.round.policy
    if let most = policy.maxRecipientsPerDonor,
      Dictionary(grouping: used, by: \.donor).contains(where: { $0.value.count > most })
    {
      fault(name, "chooses more than \(most) recipients for a donor", "某支援方的受援方多于 \(most) 个")
    }
    if let most = policy.maxDonorsPerRecipient,
      Dictionary(grouping: used, by: \.recipient).contains(where: { $0.value.count > most })
    {
      fault(name, "chooses more than \(most) donors for a recipient", "某受援方的支援方多于 \(most) 个")
    }
  }
}
