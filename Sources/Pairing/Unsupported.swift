import Records

/// Rules that this version reads but cannot keep yet: a plan that passed over them in silence would be a wrong answer.
public func unsupportedRules(of records: RecordSet) -> [Problem] {
  let policy = records.policy
  func problem(_ rule: String, at origin: Origin) -> Problem {
    Problem(
      .problem, kind: "rule-not-supported", at: origin,
      message: Bilingual(
        en:
          "This version cannot keep the rule `\(rule)` yet, so it makes no plan. Take the rule out to plan without it.",
        zh: "本版本尚不能遵守规则 `\(rule)`，因此不作方案。删去该规则即可在没有它的情况下编制方案。"),
      found: rule)
  }
  func setting(_ name: String) -> Problem {
    problem(name, at: policy.origins[name] ?? Origin(file: "policy"))
  }
  var problems: [Problem] = []
  if policy.maxRecipientsPerDonor != nil { problems.append(setting("max_recipients_per_donor")) }
  if policy.maxDonorsPerRecipient != nil { problems.append(setting("max_donors_per_recipient")) }
  if policy.minPairing != nil { problems.append(setting("min_pairing")) }
  for offer in records.offers where offer.minTicket > 0 {
    problems.append(problem("min_ticket", at: offer.origin))
  }
  for proposal in records.proposals where proposal.minFunding > 0 {
    problems.append(problem("min_funding", at: proposal.origin))
  }
  return problems
}
