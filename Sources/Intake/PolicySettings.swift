/// The settings that a policy can have, their types and their names. Every name and alias of a setting stands here and nowhere else.
enum PolicySettings {
  enum Shape: Hashable, Sendable {
    case text, currency, moneyUnit, language, years, profile, stages, level, measure
    case fixedPairs, forbiddenPairs
    /// 0 or more.
    case number
    /// Any number; in `rank_weights` one below 0 counts a column down.
    case signed
    /// 0 to 1.
    case share
    /// M.
    case money
    case whole(ClosedRange<Int>)
  }

  struct Rule: Sendable {
    /// As formats.md writes it; `weights.*` takes any last part.
    var name: String
    var shape: Shape
    var aliases: [String] = []
  }

  static let rules: [Rule] = [
    Rule(name: "title", shape: .text, aliases: ["标题", "名称"]),
    Rule(name: "currency", shape: .currency, aliases: ["货币", "币种"]),
    Rule(name: "money_unit", shape: .moneyUnit, aliases: ["金额单位", "货币单位", "资金单位"]),
    Rule(name: "language", shape: .language, aliases: ["语言"]),
    Rule(name: "years", shape: .years, aliases: ["年份", "规划期", "horizon"]),
    Rule(name: "profile", shape: .profile, aliases: ["方案"]),
    Rule(name: "profiles.*", shape: .stages, aliases: ["方案.*"]),
    Rule(name: "stages", shape: .stages, aliases: ["阶段"]),
    Rule(name: "weights.*", shape: .number, aliases: ["权重.*"]),
    Rule(name: "bond_bonus", shape: .number, aliases: ["煤炭纽带加成"]),
    Rule(name: "alignment_bonus", shape: .number, aliases: ["政策契合加成"]),
    Rule(name: "pairing_bonus", shape: .number, aliases: ["已结对加成"]),
    Rule(name: "reciprocity.share", shape: .share, aliases: ["互惠比例"]),
    Rule(name: "fairness.measure", shape: .measure, aliases: ["公平指标"]),
    Rule(name: "fairness.level", shape: .level, aliases: ["公平层级"]),
    Rule(name: "fairness.tolerance", shape: .share, aliases: ["公平容差"]),
    Rule(name: "co_investment.max_donor_share", shape: .share, aliases: ["单个支援方出资上限"]),
    Rule(name: "co_investment.above", shape: .money, aliases: ["共同出资起点"]),
    Rule(name: "concentration.max_recipient_share", shape: .share, aliases: ["单个受援方占比上限"]),
    Rule(name: "diversification.max_sector_share", shape: .share, aliases: ["单个领域占比上限"]),
    Rule(name: "fixed_pairs", shape: .fixedPairs, aliases: ["指定结对", "固定结对"]),
    Rule(name: "forbidden_pairs", shape: .forbiddenPairs, aliases: ["禁止结对"]),
    Rule(name: "max_recipients_per_donor", shape: .whole(1...100_000), aliases: ["支援方结对数上限"]),
    Rule(name: "max_donors_per_recipient", shape: .whole(1...100_000), aliases: ["受援方结对数上限"]),
    Rule(name: "min_pairing", shape: .money, aliases: ["最低结对金额"]),
    Rule(name: "continuity.within", shape: .share, aliases: ["延续让步比例"]),
    Rule(name: "focus.within", shape: .share, aliases: ["聚焦让步比例"]),
    Rule(name: "focus.small", shape: .money, aliases: ["小额结对标准"]),
    Rule(name: "codesign.months_per_M", shape: .number, aliases: ["每百万配套人月"]),
    Rule(name: "alternatives.within", shape: .share, aliases: ["备选让步比例"]),
    Rule(name: "alternatives.count", shape: .whole(0...1000), aliases: ["备选方案数"]),
    Rule(name: "stability.draws", shape: .whole(0...100_000), aliases: ["稳定性抽样次数"]),
    Rule(name: "stability.spread", shape: .share, aliases: ["稳定性变动幅度"]),
    Rule(name: "rank_weights.*", shape: .signed, aliases: ["排序权重.*"]),
  ]

  /// A setting's rule, its name as formats.md writes it, and the free last part where it has one.
  static func match(_ written: String) -> (rule: Rule, name: String, part: String)? {
    let folded = written.foldedName
    if let rule = byName[folded] { return (rule, rule.name, "") }
    guard let dot = folded.firstIndex(of: "."),
      let rule = byName[folded[..<dot] + ".*"],
      let writtenDot = written.firstIndex(where: { $0 == "." || $0 == "．" })
    else { return nil }
    let part = String(written[written.index(after: writtenDot)...]).trimmed
    guard !part.isEmpty else { return nil }
    let named: String
    switch rule.name {
    case "weights.*": named = ColumnNames.proposals.measureName(part)
    case "rank_weights.*": named = ColumnNames.proposals.measureName(part.snakeCase)
    default: named = part
    }
    return (rule, rule.name.dropLast() + named, named)
  }

  private static let byName: [String: Rule] = {
    var names: [String: Rule] = [:]
    for rule in rules {
      for name in [rule.name] + rule.aliases { names[name.foldedName] = rule }
    }
    return names
  }()

  /// Every name, for what is allowed.
  static let names: [String] = rules.map(\.name)

  /// The names for "did you mean"; a free part is shown as what it may be.
  private static let spellings: [String] = rules.map { rule in
    switch rule.name {
    case "weights.*": "weights.jobs"
    case "rank_weights.*": "rank_weights.benefit"
    case "profiles.*": "profiles.NAME"
    default: rule.name
    }
  }

  /// The setting that may have been meant: one written nearly so, or the first of the group that bears the name
  /// (`reciprocity: 0.3`).
  static func nearest(to written: String) -> String? {
    let folded = written.foldedName
    return spellings.first { $0.foldedName.hasPrefix(folded + ".") }
      ?? Nearest.value(to: written, among: spellings)
  }

  /// The profiles that need no definition (formulation.md, section 5).
  static let profiles = ["bond-first", "fairness-first", "benefit-first"]

  /// The columns of a plan's scorecard; those of the indicators come from the proposals.
  static let scorecard: Set<String> = [
    "benefit", "invested", "reciprocity_met", "lowest_level", "mean_level", "gini",
    "largest_pair_share", "pairings", "person_months", "distance",
  ]
}
