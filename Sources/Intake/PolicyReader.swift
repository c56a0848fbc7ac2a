import Records

/// Reads the settings of all policy documents of a round into one policy.
struct PolicyReader {
  private(set) var policy = Policy()
  private(set) var findings: [Finding] = []
  /// Whether any setting was given.
  private(set) var isGiven = false

  var isGood: Bool { !findings.contains(where: \.isProblem) }

  private struct Named {
    var setting: Setting
    var rule: PolicySettings.Rule
    var name: String
    var part: String
  }

  init(_ settings: [Setting]) {
    var named: [String: Named] = [:]
    // In the order of places, so that no order of files decides what is told first.
    for setting in settings.sorted(by: { $0.origin < $1.origin }) {
      guard let (rule, name, part) = PolicySettings.match(setting.name) else {
        let near = PolicySettings.nearest(to: setting.name)
        add(.unknownSetting(setting.name, near: near), setting.nameOrigin)
        isGiven = true
        continue
      }
      if setting.value.content == .blank { continue }
      isGiven = true
      if let first = named[name]?.setting {
        guard first.value.summary.trimmed != setting.value.summary.trimmed else { continue }
        findings.append(
          Finding(
            complaint: .settingTwice(
              name, first.value.summary, setting.value.summary,
              places: [first.origin, setting.origin]),
            origin: first.origin, others: [setting.origin]))
        continue
      }
      named[name] = Named(setting: setting, rule: rule, name: name, part: part)
    }
    // Amounts of money need the currency and its unit.
    let ordered = named.values.sorted {
      (PolicyReader.rank($0.rule.shape), $0.name) < (PolicyReader.rank($1.rule.shape), $1.name)
    }
    for entry in ordered {
      policy.origins[entry.name] = entry.setting.origin
      apply(entry)
    }
    checkWeights()
    checkProfile(named["profile"]?.setting)
  }

  private static func rank(_ shape: PolicySettings.Shape) -> Int {
    switch shape {
    case .currency: 0
    case .moneyUnit: 1
    default: 2
    }
  }

  private var money: MoneyRules { MoneyRules(currency: policy.currency, unit: policy.moneyUnit) }

  private mutating func add(_ complaint: Complaint, _ origin: Origin) {
    findings.append(Finding(complaint: complaint, origin: origin))
  }

  private mutating func apply(_ entry: Named) {
    let values = SettingValues(entry.setting, entry.name, money)
    do {
      try set(entry.name, entry.part, values)
    } catch {
      findings += error.findings.map { mended($0, entry) }
    }
  }

  /// With the value that was meant, where a slip explains it and the setting reads with it.
  private func mended(_ finding: Finding, _ entry: Named) -> Finding {
    guard finding.complaint.suggestion == nil,
      case .scalar(let text) = entry.setting.value.content,
      finding.complaint.found == text.shortened,
      let meant = Slips.meant(text, kind: finding.complaint.kind)
    else { return finding }
    var trial = self
    var setting = entry.setting
    setting.value.content = .scalar(meant)
    do {
      try trial.set(entry.name, entry.part, SettingValues(setting, entry.name, money))
    } catch {
      return finding
    }
    var copy = finding
    copy.complaint.suggestion = meant
    return copy
  }

  private mutating func set(
    _ name: String, _ part: String, _ values: SettingValues
  ) throws(SettingFailure) {
    switch name {
    case "title": policy.title = try values.text()
    case "currency": policy.currency = try values.currency()
    case "money_unit": policy.moneyUnit = try values.moneyUnit()
    case "language": policy.language = try values.language()
    case "years": policy.years = try values.years()
    case "profile": policy.profile = try values.text()
    case "stages": policy.stages = try values.stages()
    case "bond_bonus": policy.bondBonus = try values.nonNegative()
    case "alignment_bonus": policy.alignmentBonus = try values.nonNegative()
    case "pairing_bonus": policy.pairingBonus = try values.nonNegative()
    case "reciprocity.share": policy.reciprocityShare = try values.share()
    case "fairness.measure":
      policy.fairnessMeasure = ColumnNames.regions.measureName(try values.text())
    case "fairness.level": policy.fairnessLevel = try values.level()
    case "fairness.tolerance": policy.fairnessTolerance = try values.share()
    case "co_investment.max_donor_share": policy.maxDonorShare = try values.share()
    case "co_investment.above": policy.coInvestmentAbove = try values.amount()
    case "concentration.max_recipient_share": policy.maxRecipientShare = try values.share()
    case "diversification.max_sector_share": policy.maxSectorShare = try values.share()
    case "fixed_pairs": policy.fixedPairs = try values.fixedPairs()
    case "forbidden_pairs": policy.forbiddenPairs = try values.forbiddenPairs()
    case "max_recipients_per_donor": policy.maxRecipientsPerDonor = try values.whole(1...100_000)
    case "max_donors_per_recipient": policy.maxDonorsPerRecipient = try values.whole(1...100_000)
    case "min_pairing": policy.minPairing = try values.amount()
    case "continuity.within": policy.continuityWithin = try values.share()
    case "focus.within": policy.focusWithin = try values.share()
    case "focus.small": policy.focusSmall = try values.amount()
    case "codesign.months_per_M": policy.monthsPerM = try values.nonNegative()
    case "alternatives.within": policy.alternativesWithin = try values.share()
    case "alternatives.count": policy.alternativesCount = try values.whole(0...1000)
    case "stability.draws": policy.stabilityDraws = try values.whole(0...100_000)
    case "stability.spread": policy.stabilitySpread = try values.share()
    default:
      if name.hasPrefix("weights.") {
        policy.weights[Indicator(part)] = try values.nonNegative()
      } else if name.hasPrefix("profiles.") {
        policy.profiles[part] = try values.stages()
      } else {
        // Rank weights are one list: a policy that names some means these and no others.
        if !ranks { policy.rankWeights = [:] }
        ranks = true
        policy.rankWeights[part] = try values.number()
      }
    }
  }

  private var ranks = false

  private mutating func checkWeights() {
    func first(_ prefix: String) -> Origin? {
      policy.origins.filter { $0.key.hasPrefix(prefix) }.map(\.value).min()
    }
    if !policy.weights.isEmpty, policy.weights.values.allSatisfy({ $0 == 0 }),
      let origin = first("weights."), isGood
    {
      add(.weighsNothing, origin)
    }
    if ranks, policy.rankWeights.values.allSatisfy({ $0 == 0 }),
      let origin = first("rank_weights."), isGood
    {
      add(.ranksByNothing, origin)
    }
  }

  private mutating func checkProfile(_ setting: Setting?) {
    guard let setting else { return }
    let known = PolicySettings.profiles + policy.profiles.keys.sorted()
    if known.contains(policy.profile) { return }
    if let same = known.first(where: { $0.foldedName == policy.profile.foldedName }) {
      policy.profile = same
      return
    }
    add(
      .notAllowed(
        "profile", policy.profile, allowed: known.joined(separator: ", "),
        near: Nearest.value(to: policy.profile, among: known)), setting.origin)
  }
}
