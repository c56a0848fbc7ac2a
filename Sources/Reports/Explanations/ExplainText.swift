import Pages

/// The words of explanations.
enum ExplainText: String, Phrase {
  case title = "{subject}, in plan {plan} ({profile}) ‖ {subject}，方案 {plan}（{profile}）"
  case pairTitle = "{donor} with {region} ‖ {donor}与{region}"
  case offerTitle = "{offer} ({id}, {instrument}, of {donor}) ‖ {offer}（{id}，{instrument}，{donor}）"
  case proposalTitle = "{title} ({id}, {region}) ‖ {title}（{id}，{region}）"

  // Heads
  case receivesHead = "What it receives ‖ 获得情况"
  case heldHead =
    "What holds its level (when fairness was planned, all else as it is) ‖ 水平受限于（规划公平时，其他条件不变）"
  case givesHead = "What it gives ‖ 支援情况"
  case pairedHead = "With whom ‖ 结对"
  case pairedOftenHead =
    "With whom, and how often again when benefits and needs vary by up to ±{spread} (the whole round planned again) ‖ 结对，及效益与需求上下浮动至多 {spread} 时再次出现的比例（整轮重新规划）"
  case whyHead = "Why ‖ 为何"
  case limitsHead = "Why not more ‖ 为何不更多"
  case whyNotHead = "Why not (all else as it is, not planned again) ‖ 为何未采用（其他条件不变，未重新规划）"
  case whyNeverHead = "Why not ‖ 为何未采用"
  case paysHead = "What the money pays ‖ 资金用途"
  case moneyHead = "Where the money comes from ‖ 资金来源"
  case unfundedHead =
    "Proposals that get less than they need (what stops them: all else as it is, not planned again) ‖ 未足额项目（受限原因：其他条件不变，未重新规划）"
  case integerHead = "Few partners ‖ 结对数量"
  case stoppedHead = "What stops it (all else as it is, not planned again) ‖ 受限于（其他条件不变，未重新规划）"
  case lacksHead = "What each offer lacks ‖ 各承诺何处不符"
  case insteadHead =
    "Who got the money instead (all else as it is, not planned again) ‖ 资金去向（其他条件不变，未重新规划）"
  case winsHead = "What would win (the whole round planned again) ‖ 怎样可入选（整轮重新规划）"
  case winsByHead =
    "What would win (the whole round planned again, by the policy’s own order of aims, {profile}) ‖ 怎样可入选（按规则自身的目标次序“{profile}”整轮重新规划）"
  case unusedHead =
    "Possible, not used (all else as it is, not planned again) ‖ 可行而未采用（其他条件不变，未重新规划）"
  case pricesHead =
    "What more or less of it is worth (all else as it is, not planned again; benefit 1 is one million at average yield) ‖ 增减的价值（其他条件不变，未重新规划；效益 1 表示以平均收益投入 100 万）"
  case yearsHead = "Year by year ‖ 逐年"

  // Sentences
  case level =
    "It receives {received}, {share} of the {entitled} that it is entitled to; it asks for {asked}. ‖ 获得 {received}，为应得份额 {entitled}的 {share}；申请 {asked}。"
  case noLevel =
    "It receives {received}; by this round’s measure it has no entitlement. ‖ 获得 {received}；按本轮标准没有应得份额。"
  case floor =
    "Whatever the plan aims at after fairness may not take it below {share}. ‖ 公平之后的目标不得使其低于 {share}。"
  case gives =
    "It places {placed} of {offered} pledged; {idle} lies idle. ‖ 承诺 {offered}，已安排 {placed}，闲置 {idle}。"
  case givesAll = "It places all of the {offered} pledged. ‖ 承诺 {offered}，已全部安排。"
  case noMoney = "It offers no money in this round. ‖ 本轮没有资金承诺。"
  case noProposals = "It has no proposal in this round. ‖ 本轮没有项目。"
  case bonds =
    "Its coal bonds ask for {target}; {met} of it is met. ‖ 用煤责任目标合计 {target}，兑现 {met}。"
  case partner =
    "{donor} gives {region} {amount} for {proposals} ‖ {donor}向{region}安排 {amount}，用于 {proposals}"
  case proposals = "{n} proposal|{n} proposals ‖ {n} 个项目"
  case stable =
    "; again in {share} ‖ ；{share} 再次出现"
  case nothingYet =
    "{title}: has nothing of its {need}; {stopped} ‖ {title}：需求 {need}，未获资金；{stopped}"
  case unfunded =
    "{title}: has {funded} of its {need}; {stopped} ‖ {title}：已获需求 {need}的 {funded}；{stopped}"
  case moreUnfunded =
    "{n} more proposal: ask for it by name, or see plans.xlsx|{n} more proposals: ask for one by name, or see plans.xlsx ‖ 另有 {n} 个项目，可按名称查询或见 plans.xlsx"
  case unused =
    "{donor} with {region} would need {share} more benefit per million; nearest: {title} from {offer} ‖ {donor}与{region}：单位效益尚需提高 {share}；最接近的是“{offer}”资助“{title}”"
  case unusedNothing =
    "{donor} with {region}: even the nearest, {title} from {offer}, brings no benefit ‖ {donor}与{region}：最接近的“{offer}”资助“{title}”也没有效益"
  case unusedNever =
    "{donor} with {region}: no benefit would do, the earlier aims (bonds, fairness) leave no money for {title} from {offer} ‖ {donor}与{region}：效益再高亦不可，先前的目标（责任、公平）未给“{offer}”资助“{title}”留下资金"
  case unusedUnknown =
    "They could be paired, but this run does not say how far they are from it. ‖ 可以结对，但本次运算没有给出差距。"
  case forbidden = "The policy forbids this pair. ‖ 规则禁止该结对。"
  case notOpen =
    "No offer of {donor} fits a proposal of {region} by instrument, sector, region and years. ‖ {donor}没有在方式、领域、地区和年份上与{region}项目相符的承诺。"
  case noOffers = "{donor} offers no money in this round. ‖ {donor}本轮没有资金承诺。"
  case nobodyAsks = "{region} has no proposal in this round. ‖ {region}本轮没有项目。"
  case offerLacks = "{offer}: {lacks}. ‖ {offer}：{lacks}。"
  case notForRegion = "not for {region} ‖ 不资助{region}"
  case notAccepted =
    "{n} of {all} proposals does not accept its way of giving ({instrument})|{n} of {all} proposals do not accept its way of giving ({instrument}) ‖ {all} 个项目中，{n} 个不接受其资助方式（{instrument}）"
  case notForSector =
    "not for the sector of {n} of {all} proposals ‖ {all} 个项目中，{n} 个的领域不在其资助范围"
  case noMoneyInYear =
    "no money in a year in which {n} of {all} proposals draws|no money in a year in which {n} of {all} proposals draw ‖ {all} 个项目中，{n} 个的用款年份没有资金"
  case morePrices =
    "{n} more limit: ask with --json, or see plans.xlsx|{n} more limits: ask with --json, or see plans.xlsx ‖ 另有 {n} 项上限，见 --json 或 plans.xlsx"
  case silentPrices =
    "{n} more limit is reached, but a small change of it changes next to nothing|{n} more limits are reached, but a small change of them changes next to nothing ‖ 另有 {n} 项上限已用满，但小幅增减几乎不改变效益"
  case morePairs =
    "{n} more pair: ask with --json, or see plans.xlsx|{n} more pairs: ask with --json, or see plans.xlsx ‖ 另有 {n} 个结对，见 --json 或 plans.xlsx"
  case moreProposals =
    "{n} more proposal: ask with --json, or see plans.xlsx|{n} more proposals: ask with --json, or see plans.xlsx ‖ 另有 {n} 个项目，见 --json 或 plans.xlsx"
  case pays = "{title}: {amount}, {share} of its need ‖ {title}：{amount}，占其需求 {share}"
  case spent = "{year}: {placed} of {offered} ‖ {year} 年：{offered}中已安排 {placed}"
  case months = "{months} of {offered} person-months are given. ‖ 承诺 {offered} 人月，安排 {months} 人月。"
  case needs = "It asks for {need} and gets {funded}, {share}. ‖ 申请 {need}，获得 {funded}（{share}）。"
  case givesTo = "{offer}: {amount} ‖ {offer}：{amount}"
  case needsAndHasNothing = "It asks for {need} and gets nothing. ‖ 申请 {need}，未获资金。"
  case sharesMonths = "{with}: {months} person-months ‖ {with}：{months} 人月"
  case expertsHead = "Experts ‖ 专家支持"
  case notIn =
    "It draws no money in the years of this round and is not planned. ‖ 其用款年份不在本轮规划期内，未纳入规划。"
  case wins = "{changes}: then it gets {part} of its need. ‖ {changes}：即可获得需求的 {part}。"
  case hasItsPart =
    "Nothing more: it gets at least {part} of its need, which counts as winning. ‖ 无需变化：已获得需求的 {part} 以上，即已达入选标准。"
  case winsNothing =
    "No change that was tried brings it {part} of its need. ‖ 所试变化均不能使其获得需求的 {part}。"
  case winsUntried = "This run did not try what would win. ‖ 本次运算未试算入选条件。"
  case or = ", or ‖ ，或"
  case alone = "{text}. ‖ {text}。"
}
