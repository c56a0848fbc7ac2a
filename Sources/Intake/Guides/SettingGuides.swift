import Records

/// What a planner is told of a setting of the policy.
struct SettingGuide: Sendable {
  var meaning: Bilingual
  /// What a blank value stands for.
  var blank: Bilingual
  var example: Bilingual
  /// For a setting whose last part is free: the parts that templates offer.
  var parts: [Bilingual]

  init(
    _ en: String, _ zh: String, blank: Bilingual, example: Bilingual, parts: [Bilingual] = []
  ) {
    meaning = Bilingual(en: en, zh: zh)
    self.blank = blank
    self.example = example
    self.parts = parts
  }
}

/// The guide of every setting, by its name in `PolicySettings`.
enum SettingGuides {
  static let all = round.merging(rules) { first, _ in first }

  private static let off = Bilingual("off", "不启用")

  private static let round: [String: SettingGuide] = [
    "title": SettingGuide(
      "The round's title on reports.", "本轮在报告上的标题。",
      blank: Bilingual("the folder's name", "文件夹名称"), example: Bilingual("Example round", "示例轮次")),
    "currency": SettingGuide(
      "The currency of all money of the round (ISO 4217).", "本轮全部金额的货币（ISO 4217 代码）。",
      blank: .same("CNY"),
      example: .same("CNY")),
    "money_unit": SettingGuide(
      "The unit of a bare number of money where no header names one.", "表头未注明单位时，金额数字所用的单位。",
      blank: Bilingual("M; asked for under Chinese headers", "百万（M）；中文表头下会要求注明"),
      example: .same("M")),
    "language": SettingGuide(
      "The language of reports and messages.", "报告和提示的语言。", blank: Bilingual("both", "both（中英文）"),
      example: Bilingual("en", "zh")),
    "years": SettingGuide(
      "The first and last year of the round.", "本轮的起止年份。",
      blank: Bilingual("as the offers' and proposals' years say", "按供给和项目的年份确定"),
      example: .same("2026-2030")),
    "profile": SettingGuide(
      "Which aim goes first: the bond of coal, fairness, or benefit.", "目标的先后：煤炭纽带优先、公平优先或效益优先。",
      blank: .same("bond-first"), example: .same("fairness-first")),
    "profiles.*": SettingGuide(
      "A profile of the round's own, by a name: its stages in order.", "自定义方案：按先后列出各阶段。",
      blank: .nothing,
      example: Bilingual("fairness keep 0.98; benefit", "公平 0.98；效益")),
    "stages": SettingGuide(
      "The stages in order, in place of a profile.", "直接按先后列出各阶段，代替方案。",
      blank: Bilingual("those of the profile", "采用方案中的阶段"),
      example: Bilingual("reciprocity; fairness keep 0.98; benefit", "互惠；公平 0.98；效益")),
    "weights.*": SettingGuide(
      "How much an indicator counts in the benefit of a proposal.", "该指标在项目效益中的权重。",
      blank: Bilingual("equal weights where none is set", "均未设置时各指标权重相等"), example: .same("0.4"),
      parts: [
        Bilingual("jobs", "就业"), Bilingual("co2_avoided_t", "减排"),
        Bilingual("value_added", "增加值"),
      ]),
    "rank_weights.*": SettingGuide(
      "How much a figure of the scorecard counts when plans are ranked.", "方案排序时该项评分所占的权重。",
      blank: Bilingual("the usual weights where none is set", "均未设置时采用通常权重"), example: .same("4"),
      parts: ["benefit", "lowest_level", "reciprocity_met", "mean_level", "gini"].map {
        .same($0)
      }),
    "alternatives.within": SettingGuide(
      "How much benefit an alternative plan may give up.", "备选方案可以让出的效益比例。", blank: .same("0.03"),
      example: .same("0.05")),
    "alternatives.count": SettingGuide(
      "How many alternative plans are looked for.", "最多寻找几个备选方案。", blank: .same("4"),
      example: .same("3")),
    "stability.draws": SettingGuide(
      "How often the round is planned anew with moved figures.", "用变动后的数据重新规划的次数。",
      blank: Bilingual("50; 10 in large rounds", "50；大型轮次为 10"), example: .same("100")),
    "stability.spread": SettingGuide(
      "By how much benefits and needs are moved for that.", "重新规划时效益与需求的变动幅度。", blank: .same("0.2"),
      example: .same("0.1")),
  ]

  private static let rules: [String: SettingGuide] = [
    "bond_bonus": SettingGuide(
      "How much the share of a donor's coal that came from a region raises the value of its proposals.",
      "支援方用煤来自该地区的份额对项目价值的加成系数。", blank: .same("0.2"), example: .same("0.3")),
    "alignment_bonus": SettingGuide(
      "How much it counts that the policy areas asked for are those the donor offers.",
      "所需政策领域与支援方所供领域相合时的加成系数。", blank: .same("0.1"), example: .same("0.2")),
    "pairing_bonus": SettingGuide(
      "How much an existing pairing raises the value of a proposal.", "两地已结对时对项目价值的加成系数。",
      blank: .same("0.1"), example: .same("0.2")),
    "reciprocity.share": SettingGuide(
      "The share of a donor's money that should follow the coal it received.", "支援方资金中应按煤炭来源分配的比例。",
      blank: .same("0.3"), example: .same("0.5")),
    "fairness.measure": SettingGuide(
      "The column of the regions table by which entitlements are shared out.", "按地区表的哪一列分配应得份额。",
      blank: Bilingual("need_weight", "需求权重（need_weight）"), example: .same("population")),
    "fairness.level": SettingGuide(
      "Whether no region or no community is left behind.", "公平以地区（region）还是社区（community）计算。",
      blank: .same("region"), example: .same("community")),
    "fairness.tolerance": SettingGuide(
      "How far a region may stay below its fair level where the money does more good elsewhere.",
      "资金在别处效益更高时，地区可低于公平水平的幅度。", blank: .same("0.02"), example: .same("0.1")),
    "co_investment.max_donor_share": SettingGuide(
      "The largest share of a need that one donor may give.", "单个支援方最多承担项目资金需求的比例。",
      blank: Bilingual("1, no limit", "1，不限"), example: .same("0.6")),
    "co_investment.above": SettingGuide(
      "From which need on that limit holds.", "资金需求达到多少时适用上一限制。",
      blank: Bilingual("0, for every need", "0，全部项目"), example: .same("500 M")),
    "concentration.max_recipient_share": SettingGuide(
      "The largest share of a donor's money that may go to one recipient.", "支援方资金流向单个受援方的最高比例。",
      blank: Bilingual("1, no limit", "1，不限"), example: .same("0.5")),
    "diversification.max_sector_share": SettingGuide(
      "The largest share of a recipient's money that may go to one sector.", "受援方资金用于单个领域的最高比例。",
      blank: Bilingual("1, no limit", "1，不限"), example: .same("0.4")),
    "fixed_pairs": SettingGuide(
      "Pairs that were agreed, each with the least amount.", "已商定的结对及其最低金额。", blank: .nothing,
      example: Bilingual(
        "CN-GD>CN-SX 30 M; CN-JS>CN-SN 20 M", "CN-GD>CN-SX 3000万；CN-JS>CN-SN 2000万")),
    "forbidden_pairs": SettingGuide(
      "Pairs that must not be.", "不得结对的地区。", blank: .nothing,
      example: .same("CN-GD>CN-SX; CN-JS>CN-SN")),
    "max_recipients_per_donor": SettingGuide(
      "How many recipients one donor may pair with.", "每个支援方最多与几个受援方结对。", blank: off,
      example: .same("3")),
    "max_donors_per_recipient": SettingGuide(
      "How many donors one recipient may pair with.", "每个受援方最多与几个支援方结对。", blank: off,
      example: .same("3")),
    "min_pairing": SettingGuide(
      "The least amount of a pairing.", "每个结对的最低金额。", blank: off,
      example: Bilingual("10 M", "1000万")),
    "continuity.within": SettingGuide(
      "How much benefit may be given up to keep the pairings of the last plan.",
      "为延续上一方案的结对可以让出的效益比例。",
      blank: off, example: .same("0.03")),
    "focus.within": SettingGuide(
      "How much benefit may be given up for fewer, larger pairings.", "为减少零散结对可以让出的效益比例。",
      blank: off,
      example: .same("0.02")),
    "focus.small": SettingGuide(
      "Below which amount a pairing counts as small.", "低于多少金额算作小额结对。", blank: off,
      example: Bilingual("20 M", "2000万")),
    "codesign.months_per_M": SettingGuide(
      "Person-months of expertise that count for each M of money between two regions.",
      "两地之间每百万资金可配套的专家人月数。", blank: .same("0.05"), example: .same("0.1")),
  ]
}
