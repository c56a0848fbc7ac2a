import Plans
import Records

/// Fixed pairs that cannot all hold, as problems at their places in the policy's files: reviewed workbooks mark them like any
/// other.
func conflictProblems(_ conflict: Conflict, _ policy: Policy) -> [Problem] {
  conflict.rules.compactMap { rule in
    guard
      let origin = policy.fixedPairs.map(\.origin).first(where: {
        $0.file == rule.file && $0.at == rule.at
      })
    else { return nil }
    let others = conflict.rules.filter { $0.set == rule.set && $0 != rule }
    let gives = conflict.repair.fixedPairs.first {
      $0.donor == rule.donor && $0.recipient == rule.recipient
    }
    let together = others.map(pair).joined(separator: ", ")
    let zhTogether = others.map(pair).joined(separator: "、")
    var message = Bilingual(
      en: others.isEmpty
        ? "the fixed pair \(pair(rule)) cannot hold in this round"
        : "the fixed pair \(pair(rule)) cannot hold together with \(together)",
      zh: others.isEmpty
        ? "指定结对 \(pair(rule)) 在本轮无法满足" : "指定结对 \(pair(rule)) 无法与 \(zhTogether) 同时满足")
    if let gives {
      message.en += "; the least that must give way leaves it \(amount(gives.possible))"
      message.zh += "；改动最小的办法是将其降为 \(amount(gives.possible))"
    }
    return Problem(
      .problem, kind: "fixed-pairs-conflict", at: origin, message: message, found: pair(rule),
      allowed: gives.map { "<= \(amount($0.possible))" })
  }
}

private func pair(_ rule: Conflict.Rule) -> String {
  "\(rule.donor.text)>\(rule.recipient.text) \(amount(rule.amount))"
}

/// M, to the unit.
private func amount(_ value: Double) -> String {
  let rounded = (value * 1e6).rounded() / 1e6
  return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
}
