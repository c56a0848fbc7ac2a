import Pages

/// The page's first sentences.
enum LeadText: String, Phrase {
  case stopped =
    "The run was stopped at its limit; this is the best valid plan it had. ‖ 运算在限额处提前结束，以下为当时最好的有效方案。"
  case plan = "Plan {plan}, <b>{profile}</b>, ‖ 方案 {plan}（<b>{profile}</b>）"
  case nothingPlaced =
    "{subject} places no money: no pairing is possible. ‖ {subject}未安排任何资金：没有可行的结对。"
  case stoppedEmpty =
    "The run was stopped at its limit before any money was placed; give it more time. ‖ 运算在限额处提前结束，尚未安排任何资金；请给予更多时间。"
  case onePairing =
    "{subject} is recommended: {donor} places {amount} with {region}. ‖ 推荐{subject}：{donor}向{region}安排 {amount}。"
  case placing =
    "{subject} is recommended: {donors} {verb} {amount} with {regions} ‖ 推荐{subject}：{donors}{verb}{regions}安排 {amount}"
  case donors = "{count} donor|{count} donors ‖ {count}个支援方"
  case regions = "{count} coal region|{count} coal regions ‖ {count}个煤炭地区"
  case place = "places|place ‖ 向"
  case mostTo = ", {amount} of it with {region}. ‖ ，其中{region} {amount}。"
  case notTheOwn =
    "It is not plan A, the policy’s own order of aims, but ranks above it by the policy’s weights: {trade}. ‖ 它不是方案 A（规则自身的目标次序），但按规则的排名权重居其之前：{trade}。"
  case stop = ". ‖ 。"
  case reach = "It {parts}. ‖ 它{parts}。"
  case keeps = "keeps {share} of the benefit that money alone could buy ‖ 保留了单看效益时可得的 {share}"
  case everyRegion = "every region ‖ 各地区"
  case everyCommunity = "every community ‖ 各社区"
  case full = "brings {everyone} to its full entitlement ‖ 使{everyone}全部达到应得份额"
  case atLeast =
    "brings {everyone} to at least {level} of its entitlement ‖ 使{everyone}至少达到应得份额的 {level}"
  case allBut =
    "brings {everyone} but {region} to at least {level} of its entitlement ‖ 使{region}以外的{everyone}至少达到应得份额的 {level}"
  case noProposals = "No proposal can be planned. ‖ 没有可以纳入规划的项目。"
  case noOffers = "No money is offered. ‖ 没有资金承诺。"
  case nothingFits =
    "No offer fits any proposal by instrument, sector, region and year. ‖ 没有任何承诺在方式、领域、地区和年份上与项目相符。"
  case exactly = "Every proposal is funded in full, and every pledge is used. ‖ 项目全部足额，承诺全部用尽。"
  case nothing =
    "Nothing holds it back: every proposal is funded in full, and {idle} lies idle. ‖ 没有制约：项目全部足额，另有 {idle}闲置。"
  case shortOfMoney =
    "What holds it back is money: every pledge is used, and {missing} of needs stay without. ‖ 制约在于资金总量：承诺全部用尽，仍缺 {missing}。"
  case oneYear =
    "What holds it back is one year: {year} is fully spent while {idle} of other years lies idle. ‖ 制约在于一个年份：{year} 年资金用尽，而其他年份闲置 {idle}。"
  case someYears =
    "What holds it back are {count} years: {years} are fully spent while {idle} of others lies idle. ‖ 制约在于{count}个年份：{years}年资金用尽，而其他年份闲置 {idle}。"
  case mismatch =
    "What holds it back is the match: {idle} of pledges lies idle while {missing} of needs stay without. ‖ 制约在于供需不匹配：承诺中闲置 {idle}，而项目仍缺 {missing}。"
}

/// The six key figures.
enum KeyText: String, Phrase {
  case placed = "placed ‖ 已安排"
  case ofPledged = "{share} of {offered} pledged ‖ 占承诺 {offered}的 {share}"
  case pairings = "pairing|pairings ‖ 对"
  case donorAndRegion = "donor and region ‖ 结对"
  case donors = "{n} donor|{n} donors ‖ {n} 个支援方"
  case regions = "{n} region|{n} regions ‖ {n} 个地区"
  case ofBenefit = "of possible benefit ‖ 占可能效益"
  case besideBond = "kept beside bond and fairness ‖ 兼顾责任与公平之后"
  case lowestLevel = "lowest level ‖ 最低公平水平"
  case fullEntitlement = "all have their entitlement ‖ 全部达到应得份额"
  case next = "{region}; next {level} ‖ {region}；其次 {level}"
  case jobs = "at full effect ‖ 完全见效时"
  case avoided = "avoided ‖ 减排 CO₂"
  case valueAdded = "value added ‖ 增加值"
  case brought = "brought ‖ 带来"
  case inProportion = "in proportion to funding ‖ 按资助比例"
  case bondMet = "of the coal bond met ‖ 用煤责任兑现"
  case ofReachable = "where it can be met ‖ 可落实部分"
}
