import Pages

/// What needs attention before deciding.
enum AttentionText: String, Phrase {
  case label = "Attention ‖ 关注"
  case topic = "Before you decide ‖ 决策之前"
  case finding = "What needs attention ‖ 需要关注"
  case nothing = "Nothing stands out ‖ 没有需要特别关注的事项"
  case stopped = "The run was stopped at its limit ‖ 运算在限额处提前结束"
  case stoppedMeans =
    "The plan keeps every rule, but a better one may exist; allow more time for the best. ‖ 方案符合全部规则，但可能还有更好的；放宽限额可得最优。"
  case noPolicy = "No policy was given: the defaults plan ‖ 未提供规则：按默认规则规划"
  case defaults =
    "Bond first, then fairness by need weight, then benefit. A policy file changes what counts. ‖ 先用煤责任，再按需求权重求公平，再求效益。提供规则文件即可更改。"
  case problems =
    "{n} problem in the inputs needs mending|{n} problems in the inputs need mending ‖ 输入有 {n} 处问题待更正"
  case leftOut =
    "What has a problem is left out until it is mended, or its last good version stays. ‖ 有问题的记录在更正之前不纳入，或沿用上一有效版本。"
  case lastGood =
    "An earlier version of {n} file is in force|Earlier versions of {n} files are in force ‖ {n} 个文件沿用上一有效版本"
  case untilMended = "Figures from there may be out of date. ‖ 其数据可能已过时。"
  case notTheOwn =
    "Plan {plan}, {profile}, is recommended, not plan A ‖ 推荐的是方案 {plan}（{profile}），而非方案 A"
  case ownIs =
    "Plan A keeps the policy’s own order of aims ({profile}); by the policy’s ranking weights it scores {second}, this plan {first}. {moves}Both stand in full in plans.xlsx. ‖ 方案 A 遵循规则自身的目标次序（{profile}）；按规则的排名权重，方案 A 得 {second}，本方案得 {first}。{moves}两者全文见 plans.xlsx。"
  case yearShort = "{year} is short; {idle} of other years lies idle ‖ {year} 年资金不足，其他年份闲置 {idle}"
  case yearsShort =
    "{count} years are short; {idle} of others lies idle ‖ {count}年资金不足，其他年份闲置 {idle}"
  case moveMoney =
    "Money moved there from other years, or projects that draw later, would use what lies idle. ‖ 将其他年份资金移入，或项目推迟用款，即可用上闲置资金。"
  case oneLow = "{region} reaches only {level} of its entitlement ‖ {region}仅达应得份额的 {level}"
  case someLow = "{count} groups stay below half of their entitlement ‖ {count}个地区不足应得份额的一半"
  case lowestIs = "{region} is lowest, at {level}. ‖ {region}最低，为 {level}。"
  case unreachable = "{target} of the coal bond has nowhere to go ‖ {target}用煤责任无处落实"
  case askThem =
    "No offer of the donors they supplied fits a proposal of {regions}. More proposals from there would help more than any rule. ‖ {regions}没有与受煤方承诺相符的项目。增加其申报比修改任何规则都有效。"
  case nearlyAsGood = "Plan {plan} is nearly as good: a choice for people ‖ 方案 {plan} 几乎同样好，宜由人决定"
  case compared =
    "It brings {benefit} of this plan’s benefit at a mean level of {mean} instead of {ourMean}; the scores are {first} and {second}. ‖ 其效益为本方案的 {benefit}，平均水平 {mean}（本方案 {ourMean}）；得分 {first} 与 {second}。"
  case comparedAlike =
    "It brings {benefit} of this plan’s benefit at a mean level of {mean} instead of {ourMean}; both score {first}. ‖ 其效益为本方案的 {benefit}，平均水平 {mean}（本方案 {ourMean}）；得分同为 {first}。"
  case onePair =
    "{share} of the money rests on {donor} with {region} ‖ {share} 的资金在{donor}与{region}一个结对"
  case ifItFails = "If this pairing fails, most of the plan fails with it. ‖ 如该结对落空，方案大半随之落空。"
  case noOffer = "No offer fits {n} proposal|No offer fits {n} proposals ‖ {n} 个项目没有相符的承诺"
  case theyAsk =
    "Together they ask for {amount}; instrument, sector, region or years do not match. ‖ 合计申请 {amount}，方式、领域、地区或年份不符。"
  case notes = "{n} note on the inputs|{n} notes on the inputs ‖ 输入有 {n} 条提示"
  case readAsTheyStand = "They are read as they stand; a look may be worth it. ‖ 已按原样读取，值得核对。"
}
