import Records

extension MathProgData {
  mutating func add(policy: Policy) {
    text.heading("Policy")
    addStages(policy)
    text.table(
      "param: WEIGHED: weight",
      policy.weights.sorted { $0.key < $1.key }
        .map { [names.symbol($0.key.text, .indicator), mathProgNumber($0.value)] })
    addSettings(policy)
    addPairs(policy)
  }

  /// The list of stages where the policy writes it out; profiles that come with the service are known by their names.
  private mutating func addStages(_ policy: Policy) {
    let written = policy.stages ?? policy.profiles[policy.profile]
    text.parameter(
      "profile", policy.stages == nil ? names.symbol(policy.profile, .profile) : "'custom'")
    let stages = (written ?? []).enumerated().map { (place: "\($0 + 1)", request: $1) }
    text.table(
      "param: LISTED: listed_stage listed_keep",
      stages.map {
        [$0.place, "'\($0.request.stage.rawValue)'", $0.request.keep.map(mathProgNumber) ?? "."]
      })
    text.set("KEEPING", stages.filter { $0.request.keep != nil }.map(\.place))
    var switchedOn: [String] = []
    if policy.continuityWithin != nil { switchedOn.append("'continuity'") }
    if policy.focusWithin != nil || policy.focusSmall != nil { switchedOn.append("'focus'") }
    text.set("SWITCHED_ON", switchedOn)
  }

  private mutating func addSettings(_ policy: Policy) {
    for (name, value) in [
      ("bond_bonus", policy.bondBonus), ("alignment_bonus", policy.alignmentBonus),
      ("pairing_bonus", policy.pairingBonus), ("reciprocity_share", policy.reciprocityShare),
      ("fairness_tolerance", policy.fairnessTolerance), ("max_donor_share", policy.maxDonorShare),
      ("co_investment_above", policy.coInvestmentAbove),
      ("max_recipient_share", policy.maxRecipientShare),
      ("max_sector_share", policy.maxSectorShare), ("months_per_M", policy.monthsPerM),
    ] {
      text.parameter(name, mathProgNumber(value))
    }
    text.parameter("fairness_level", "'\(policy.fairnessLevel.rawValue)'")
    // Those that are off stand nowhere.
    let limits = [
      ("max_recipients_per_donor", policy.maxRecipientsPerDonor.map { "\($0)" }),
      ("max_donors_per_recipient", policy.maxDonorsPerRecipient.map { "\($0)" }),
      ("min_pairing", policy.minPairing.map(mathProgNumber)),
      ("continuity_within", policy.continuityWithin.map(mathProgNumber)),
    ]
    for (name, value) in limits {
      if let value { text.parameter(name, value) }
    }
  }

  private mutating func addPairs(_ policy: Policy) {
    var fixed: [[String]] = []
    let rules = policy.fixedPairs.sorted {
      ($0.donor, $0.recipient, $0.amount) < ($1.donor, $1.recipient, $1.amount)
    }
    for (row, rule) in rules.enumerated() {
      fixed.append(pair(row, rule.donor, rule.recipient) + [mathProgNumber(rule.amount)])
    }
    text.table("param: FIXED_PAIRS: fixed_amount", fixed)
    var forbidden: [String] = []
    for rule in Set(policy.forbiddenPairs.map { [$0.donor, $0.recipient] }).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) {
      forbidden.append("(\(rule.map { region($0) }.joined(separator: ",")))")
    }
    text.set("FORBIDDEN_PAIRS", forbidden)
  }
}
