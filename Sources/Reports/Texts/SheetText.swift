import Pages

/// The names of the workbook's sheets, the heads of their columns, a unit on a line of its own, and the words
/// in their cells.
enum SheetText: String, Phrase {
  case ranking = "Ranking ‖ 排名"
  case pairings = "Pairings ‖ 结对"
  case tickets = "Tickets ‖ 资金安排"
  case unfunded = "Unfunded ‖ 未足额"
  case expertise = "Expertise ‖ 专家"

  case prices = "Prices ‖ 边际效益"
  case unused = "Not paired ‖ 未结对"
  case weights = "Weights ‖ 权重"

  case million = "{currency}\u{A0}M ‖ 百万{currency}"
  case inUnit = "{head},\n{unit} ‖ {head}\n{unit}"
  case year = "{year} ‖ {year}年"
  case rank = "Rank ‖ 名次"
  case plan = "Plan ‖ 方案"
  case profile = "Profile ‖ 取向"
  case status = "Status ‖ 状态"
  case optimal = "optimal ‖ 最优"
  case stopped = "stopped at its limit ‖ 提前结束"
  case score = "Score,\n0 to 1 ‖ 得分\n0 至 1"
  case benefit = "Benefit,\n{unit} at average yield ‖ 效益\n按平均收益折合\n{unit}"
  case ofPossible = "Benefit,\nshare of possible ‖ 效益\n占可能"
  case invested = "Placed ‖ 已安排"
  case bondMet = "Coal bond met ‖ 用煤责任兑现"
  case lowestLevel = "Lowest level of fairness ‖ 最低公平水平"
  case meanLevel = "Mean level of fairness ‖ 平均公平水平"
  case gini = "Gini of levels,\n0 is equal ‖ 基尼系数\n0 为均等"
  case largestPair = "Largest pairing’s share ‖ 最大结对占比"
  case countPairings = "Pairings,\nnumber ‖ 结对\n个"
  case months = "Experts,\nperson-months ‖ 专家\n人月"
  case distance = "Money on other pairs than plan A’s ‖ 与方案 A 不同的\n资金占比"

  case givesUp = "Gives up against plan A, and who gains ‖ 与方案 A 相比的得失"
  case loosened =
    "Bond and fairness give way for few partners,\nshare of their aims ‖ 为结对数量与最低金额\n责任与公平放宽的比例"
  case fewPartners = "Benefit given up for few partners ‖ 为结对数量与最低金额\n放弃的效益"
  case stability =
    "Stability,\nshare of varied re-plans,\nthe whole round planned again ‖ 稳定性\n浮动重算中出现的比例\n整轮重新规划"

  case jobs = "Jobs at full effect,\nnumber ‖ 完全见效时岗位\n个"
  case avoided = "CO₂ avoided,\nt a year ‖ 减排 CO₂\n吨／年"
  case valueAdded = "Value added,\n{unit} a year ‖ 增加值\n{unit}／年"

  case donor = "Donor ‖ 支援方"
  case recipient = "Recipient ‖ 受援方"
  case donorCode = "Donor’s code ‖ 支援方代码"
  case recipientCode = "Recipient’s code ‖ 受援方代码"
  case amount = "Amount ‖ 金额"
  case areas = "Shared policy areas ‖ 共同政策领域"
  case proposals = "Proposals funded ‖ 资助项目"
  case proposalIDs = "Their ids ‖ 项目编号"
  case limits = "Limited by ‖ 受限于"
  case more = "{n} more ‖ 另有 {n} 项"
  case allLimits = "Limited by, in full ‖ 受限于（全部）"
  case allStops = "Stopped by, in full ‖ 受限于（全部）"
  case allInstead = "Money went to, in full ‖ 资金去向（全部）"
  case estimate = "Rests on estimates ‖ 含估计值"
  case yes = "yes ‖ 是"
  case no = "no ‖ 否"

  case offer = "Offer ‖ 承诺"
  case instrument = "Instrument ‖ 方式"
  case proposal = "Proposal ‖ 项目"
  case proposalID = "Proposal’s id ‖ 项目编号"
  case community = "Community ‖ 社区"
  case sector = "Sector ‖ 领域"
  case asks = "Asks ‖ 申请"
  case received = "Received ‖ 已获"
  case funded = "Funded,\nshare of need ‖ 已获\n占需求"
  case missing = "Missing ‖ 尚缺"
  case offersThatFit = "Offers that fit,\nnumber ‖ 相符承诺\n个"
  case stoppedBy =
    "Stopped by,\nall else as it is, not planned again ‖ 受限于\n其他条件不变，未重新规划"
  case instead = "Money went to ‖ 资金去向"
  case lessNeed =
    "Wins with less asked,\nshare, the whole round planned again ‖ 申请额减少多少可入选\n整轮重新规划"
  case moreBenefit =
    "Wins with more benefit per million,\nshare, the whole round planned again ‖ 单位效益提高多少可入选\n整轮重新规划"
  case winsPart = "Winning is,\nshare of need ‖ 入选标准\n占需求"

  case limit = "Limit,\nall else as it is, not planned again ‖ 上限\n其他条件不变，未重新规划"
  case rule = "Rule ‖ 规则"
  case limitNow = "Limit now ‖ 上限现值"
  case moreChange = "Benefit for each million more ‖ 每增 100 万的效益变化"
  case moreUpTo = "holds for the next ‖ 适用于其后"
  case lessChange = "Benefit for each million less ‖ 每减 100 万的效益变化"
  case lessUpTo = "holds for the first ‖ 适用于最初"
  case perMore = "{name} for each million more ‖ 每增 100 万的{name}变化"
  case needsMore =
    "Needs more benefit per million,\nshare, all else as it is, not planned again ‖ 单位效益尚需提高\n其他条件不变，未重新规划"
  case shortBy = "Short by,\nbenefit per million ‖ 每 100 万尚缺效益"
  case weight = "Weight ‖ 权重"
  case countsIn = "Counts in ‖ 用于"
  case value = "Value ‖ 数值"
  case changesRecommended =
    "Dropped, another plan is recommended,\nthe whole round planned again ‖ 去掉后推荐方案改变\n整轮重新规划"
  case changesFirst = "Dropped, another pairing is first ‖ 去掉后首位结对改变"
  case changesOrder = "Dropped, plans stand in another order ‖ 去掉后方案次序改变"
  case basis = "Basis of figures ‖ 数据依据"
  case moreColumns = "Further columns: see the CSV files ‖ 其余各列见 CSV 文件"
}

/// The rules that keep a pairing from being larger, in a cell.
enum LimitText: String, Phrase {
  case concentration = "donor’s limit for one region ‖ 支援方单一地区上限"
  case ownLimit = "offer’s own limit ‖ 承诺自定上限"
  case need = "need met ‖ 需求已足"
  case coInvestment = "one donor’s share ‖ 单一支援方占比上限"
  case diversification = "region’s limit for one sector ‖ 地区单一领域上限"
  case budget = "budget used ‖ 预算用尽"
  case bond = "coal bond just met ‖ 用煤责任恰好兑现"
  case fairness = "fairness level just met ‖ 恰达公平水平"
  case fixedPair = "amount fixed by the policy ‖ 规则固定金额"
  case minPairing = "smallest pairing ‖ 结对最低金额"
  case minFunding = "smallest share to go ahead ‖ 可实施的最低比例"
  case minTicket = "offer’s smallest amount ‖ 承诺最低金额"

  /// A rule as plans name it: `concentration`, `need`, `budget`; nil for one that is not known.
  init?(rule: String) {
    switch rule {
    case "concentration": self = .concentration
    case "own-limit": self = .ownLimit
    case "need": self = .need
    case "co-investment": self = .coInvestment
    case "diversification": self = .diversification
    case "budget": self = .budget
    case "bond": self = .bond
    case "fairness": self = .fairness
    case "fixed-pair": self = .fixedPair
    case "min-pairing": self = .minPairing
    case "min-funding": self = .minFunding
    case "min-ticket": self = .minTicket
    default: return nil
    }
  }
}
