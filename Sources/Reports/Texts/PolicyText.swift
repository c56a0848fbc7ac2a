import Pages
import Records

/// The settings of a policy as a planner reads them.
enum PolicyText: String, Phrase {
  case setting = "Setting ‖ 设置"
  case value = "Value used ‖ 采用值"
  case unit = "Unit ‖ 单位"
  case by = "Set by ‖ 来源"
  case byPolicy = "the policy ‖ 规则文件"
  case byDefault = "default ‖ 默认"
  case place = "Where ‖ 位置"
  case name = "Name in the policy ‖ 规则文件中的名称"

  case title = "Title of the round ‖ 本轮标题"
  case currency = "Currency ‖ 货币"
  case language = "Language of reports ‖ 报告语言"
  case years = "Years ‖ 年份"
  case profile = "Order of aims ‖ 目标次序"
  case stages = "Aims in their order ‖ 各目标（按次序）"
  case ownProfile = "The round’s own order of aims, {name} ‖ 自定目标次序 {name}"
  case weight = "Weight in the benefit: {name} ‖ 效益权重：{name}"
  case rankWeight = "Weight in the ranking: {name} ‖ 排名权重：{name}"
  case bondBonus = "Bonus for coal received ‖ 用煤加成"
  case alignmentBonus = "Bonus for shared policy areas ‖ 政策领域相合加成"
  case pairingBonus = "Bonus for existing partners ‖ 已结对加成"
  case reciprocity = "Share of money that follows the coal ‖ 按煤炭来源分配的资金比例"
  case measure = "Entitlements follow ‖ 应得份额依据"
  case level = "Fairness among ‖ 公平的对象"
  case tolerance = "Fairness may give way by ‖ 公平水平可放宽"
  case maxDonorShare = "Largest share of a need from one donor ‖ 单一支援方占需求上限"
  case coInvestmentAbove = "… for needs from ‖ ……适用于需求不低于"
  case maxRecipientShare = "Largest share of a donor’s money for one region ‖ 支援方资金流向单一地区上限"
  case maxSectorShare = "Largest share of a region’s money for one sector ‖ 地区资金用于单一领域上限"
  case maxRecipients = "Most recipients of one donor ‖ 每个支援方的受援方数上限"
  case maxDonors = "Most donors of one recipient ‖ 每个受援方的支援方数上限"
  case minPairing = "Least amount of a pairing ‖ 结对最低金额"
  case continuity = "Benefit given up to keep pairings ‖ 为延续结对可让出的效益"
  case focusWithin = "Benefit given up for fewer pairings ‖ 为减少结对可让出的效益"
  case focusSmall = "A pairing is small below ‖ 小额结对的界限"
  case months = "Expert months for each M of money ‖ 每百万资金的专家人月"
  case alternatives = "Benefit that alternatives may give up ‖ 备选方案可让出的效益"
  case alternativesCount = "Alternatives looked for ‖ 寻找的备选方案数"
  case draws = "Re-plans for stability ‖ 稳定性重算次数"
  case spread = "Figures are varied by ‖ 数值浮动幅度"
  case fixedPair = "Fixed pair: {pair} ‖ 固定结对：{pair}"
  case forbiddenPair = "Forbidden pair: {pair} ‖ 禁止结对：{pair}"

  case off = "off ‖ 未启用"
  case forbidden = "forbidden ‖ 禁止"
  case atLeast = "{unit}, at least ‖ {unit}，至少"
  case share = "share ‖ 比例"
  case number = "number ‖ 个"
  case factor = "factor ‖ 系数"
  case times = "times ‖ 次"
  case personMonths = "person-months ‖ 人月"
  case region = "regions ‖ 地区"
  case community = "communities ‖ 社区"
  case english = "English ‖ 英文"
  case chinese = "Chinese ‖ 中文"
  case both = "English and Chinese ‖ 中英文"
}

/// The aims of a plan by name.
enum StageText: String, Phrase {
  case reciprocity = "coal bonds ‖ 用煤责任"
  case fairness = "fairness ‖ 公平"
  case benefit = "benefit ‖ 效益"
  case continuity = "continuity ‖ 延续"
  case focus = "few pairings ‖ 结对集中"
  case coDesign = "shared work ‖ 共同设计"
  case integer = "rules on partners and smallest amounts ‖ 结对数量与最低金额规则"
  case keeping = "{stage} (keeping {share}) ‖ {stage}（保持 {share}）"

  init(_ stage: StageName) {
    switch stage {
    case .reciprocity: self = .reciprocity
    case .fairness: self = .fairness
    case .benefit: self = .benefit
    case .continuity: self = .continuity
    case .focus: self = .focus
    case .coDesign: self = .coDesign
    case .integer: self = .integer
    }
  }
}
