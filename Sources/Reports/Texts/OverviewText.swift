import Pages

/// A plan's first sheet: its tables, their heads and lines.
enum OverviewText: String, Phrase {
  case overview = "Overview ‖ 概览"
  case title = "Plan {plan}, {profile} ‖ 方案 {plan}：{profile}"
  case recommended = "Recommended ‖ 推荐"
  case rank = "rank {rank} of {all} ‖ 第 {rank} 名（共 {all} 个方案）"
  case score = "score {score} ‖ 得分 {score}"
  case own =
    "It keeps to the policy’s own order of aims; the other plans are held against it. ‖ 本方案遵循规则自身的目标次序，其他方案与之比较。"
  case empty = "It places no money: no pairing is possible. ‖ 未安排任何资金：没有可行的结对。"

  case reach = "What it reaches ‖ 达到的结果"
  case figure = "Figure ‖ 指标"
  case value = "Value ‖ 数值"
  case unit = "Unit ‖ 单位"
  case placed = "Money placed ‖ 已安排资金"
  case pledged = "Money pledged ‖ 承诺资金"
  case ofPledged = "Placed, share of pledges ‖ 已安排占承诺"

  case ofPossible =
    "Benefit, share of what money alone could buy ‖ 效益占单看效益时可得"
  case gap = "At most so much more benefit ‖ 效益至多再高"
  case ofBound = "share of the bound ‖ 占上界"
  case averageYield = "1 is one M at average yield ‖ 1 即以平均收益投入 100 万"
  case ofEntitlement = "of entitlement ‖ 占应得份额"
  case ofReachable = "where it can be met ‖ 可落实部分"
  case givers = "{n} donor|{n} donors ‖ {n} 个支援方"
  case receivers = "{n} region|{n} regions ‖ {n} 个地区"
  case number = "number ‖ 个"
  case months = "person-months ‖ 人月"
  case ofPlaced = "share of money placed ‖ 占已安排资金"
  case fullEffect = "number, at full effect ‖ 个，完全见效时"
  case tonnes = "t a year ‖ 吨／年"
  case moneyAYear = "{unit} a year ‖ {unit}／年"
  case experts = "Experts ‖ 专家"

  case largest = "Largest pairings ‖ 金额最大的结对"
  case pair = "Donor → recipient ‖ 支援方 → 受援方"
  case others = "{n} other|{n} others ‖ 其余 {n} 对"
  case stability = "Stability ‖ 稳定性"
  case shareOfPlaced = "Share ‖ 占比"

  case years = "Money by year ‖ 分年度资金"
  case year = "Year ‖ 年份"
  case pledgedShort = "Pledged ‖ 承诺"
  case shareOfPledged = "Placed, share ‖ 已安排占比"
  case idle = "Idle ‖ 闲置"
  case all = "All ‖ 合计"

  case aims = "Aims in their order, and what each reached ‖ 各项目标（按先后次序）"
  case aimsNote =
    "None may undo what one before it reached. What an aim costs: the benefit that the other aims reach without it, less the plan’s. ‖ 后者不得损及前者所达。代价：去掉该项目标后其余目标可得的效益，减去本方案的效益。"
  case of = "Of ‖ 目标值"
  case costs = "Costs benefit ‖ 效益代价"
  case remark = "Remark ‖ 说明"
  case atMost = "at most {bound}, gap {gap} ‖ 上界 {bound}，差距 {gap}"

  case matrix = "Who gives to whom ‖ 谁给谁"
  case matrixMore = "Who gives to whom, continued ‖ 谁给谁（续）"
  case matrixNote =
    "{unit}; · possible but not used, – not possible ‖ {unit}；· 可行但未采用，– 不可行"
  case leftOut =
    "Donors and regions without a pairing are not listed: {donors} and {regions}. ‖ 未列出没有结对的支援方 {donors} 个、地区 {regions} 个。"

  case levels = "Fairness: money against entitlement ‖ 公平：获得资金与应得份额"
  case levelsNote =
    "{unit}. Entitlements follow {measure} and are capped by what is asked for; lowest level first. ‖ {unit}。应得份额按{measure}分配，以申请额为限；水平最低者在前。"
  case notBelow = "Not below ‖ 不低于"
  case heldBy = "What holds it there ‖ 水平受限于"

  case chartYears = "Money by year, {unit} ‖ 分年度资金，{unit}"
  case chartPairs = "Largest pairings, {unit} ‖ 金额最大的结对，{unit}"
  case page = "Page {page} of {pages} ‖ 第 {page} 页，共 {pages} 页"
}
