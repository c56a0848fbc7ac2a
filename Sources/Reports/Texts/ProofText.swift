import Pages

/// How far the plan can be trusted to be the best, and how to check it.
enum ProofText: String, Phrase {
  case label = "Proof ‖ 证明"
  case topic = "Could another plan be better? ‖ 还有更好的方案吗"

  case none = "No plan {keeping} could bring more benefit ‖ {keeping}的方案，效益都不会更高"
  case atMost =
    "No plan {keeping} could bring over {n} more benefit ‖ {keeping}的方案，效益至多再高 {n}"
  case searchNone =
    "The search found that no choice of partners brings more benefit ‖ 据搜索，其他结对选择的效益都不会更高"
  case searchAtMost =
    "The search found that no choice of partners brings over {n} more benefit ‖ 据搜索，其他结对选择的效益至多再高 {n}"
  case ownNone = "With its own partners, no plan could bring more benefit ‖ 结对不变时，没有方案效益更高"
  case ownAtMost =
    "With its own partners, no plan could bring over {n} more benefit ‖ 结对不变时，其他方案的效益至多再高 {n}"
  case stoppedNone =
    "The run was stopped, yet no plan {keeping} could bring more benefit ‖ 运算提前结束，但{keeping}的方案，效益都不会更高"
  case stoppedAtMost =
    "The run was stopped: a plan {keeping} might bring up to {n} more benefit ‖ 运算提前结束：{keeping}的方案，效益最多可能再高 {n}"
  case stoppedEmpty =
    "The run was stopped: up to {n} of benefit might be possible ‖ 运算提前结束：可能达到的效益至多为 {n}"
  case stoppedUnknown =
    "The run was stopped: how much better a plan could be is not known ‖ 运算提前结束：方案还能好多少，尚不可知"
  case withoutBenefit =
    "Benefit is none of this plan’s aims, so nothing is proven of it ‖ 本方案的目标不含效益，故对效益没有证明"
  case nothingFits = "No pairing is possible, so no plan could be better ‖ 没有可行的结对，故没有更好的方案"

  case keepingSame = "that keeps the same {kept} ‖ 保持{kept}不变"
  case keepingRules = "within the rules ‖ 符合规则"
  case bonds = "coal bonds ‖ 用煤责任"
  case levels = "fairness levels ‖ 公平水平"
  case continued = "nearness to the plan it continues ‖ 与所延续方案的接近程度"
  case focused = "pairings ‖ 结对关系"
  case sharedWork = "shared work ‖ 共同设计"
  case difference = "distance from the plans before it ‖ 方案间差异"

  case explanation =
    "The aims of plan {plan} in their order; none may undo what one before it reached. ‖ 方案 {plan} 的各项目标依次求得，后者不得损及前者所达。"
  case explanationLoosened =
    "The aims of plan {plan} in their order; only the rules on partners and smallest amounts may loosen what was reached. ‖ 方案 {plan} 的各项目标依次求得；仅结对数量与最低金额规则可放宽先前所达。"
  case explanationStopped =
    "The aims of plan {plan} in their order, as far as the run came. ‖ 方案 {plan} 的各项目标，按次序列至运算结束之处。"
  case aim = "Aim ‖ 目标"
  case reached = "Reached ‖ 达到"
  case unit = "Unit ‖ 单位"
  case bondAim = "Coal bonds honoured ‖ 用煤责任兑现"
  case fairnessAim = "Fairness, lowest level ‖ 公平，最低水平"
  case benefitAim = "Benefit ‖ 效益"
  case benefitFirst = "Benefit, before later aims ‖ 效益（其后目标之前）"
  case continuityAim = "Money moved from the plan it continues ‖ 与所延续方案相比变动的资金"
  case focusAim = "Few pairings ‖ 结对集中"
  case coDesignAim = "Shared work ‖ 共同设计"
  case integerAim = "Benefit, with rules on partners and smallest amounts ‖ 效益（含结对数量与最低金额规则）"
  case ofTarget = "{met} of {target} ‖ {met}／{target}"
  case short = "{amount} short ‖ 尚缺 {amount}"
  case unreachable = "a further {amount} has no pair ‖ 另有 {amount}无可行结对"
  case full = "{n} of {all} at 100 % ‖ {all} 个中 {n} 个达 100 %"
  case loosened = "earlier aims give way by {share} ‖ 先前目标放宽 {share}"
  case ofEntitlement = "of entitlement ‖ 占应得份额"
  case benefitUnit = "1 is one million at average yield ‖ 1 即以平均收益投入 100 万"
  case pairingsUnit = "pairings ‖ 对"
  case monthsUnit = "person-months ‖ 人月"

  case everyPair =
    "This covers every way to place money on the {n} possible match of an offer and a proposal, tried or not. It follows from sums that anyone can do again.|This covers every way to place money on all {n} possible matches of an offer and a proposal, tried or not. It follows from sums that anyone can do again. ‖ 这涵盖在全部 {n} 个可行的承诺与项目组合上安排资金的一切方式，无论是否试算过；依据是任何人都可重做的算术。"
  case search =
    "That figure rests on a search through choices of partners, not on proof; in them earlier aims give way no more than here. ‖ 这一数字依搜索得出，并非证明；所搜索的选择，先前目标放宽均不超过本方案。"
  case linearNone =
    "Proven beside it: no plan that keeps in full what earlier aims reached could bring more benefit than this one, even without the rules on partners and smallest amounts. ‖ 另有证明：完全保持先前目标所达的方案，即使不受结对数量与最低金额规则限制，效益也不会高于本方案。"
  case linearAtMost =
    "Proven beside it: no plan that keeps in full what earlier aims reached could bring over {n} more benefit than this one, even without the rules on partners and smallest amounts. ‖ 另有证明：完全保持先前目标所达的方案，即使不受结对数量与最低金额规则限制，效益也至多比本方案高 {n}。"
  case unknown =
    "No limit on what is possible was found in time. More time may find a better plan, and the limit. ‖ 限额之内未能得出效益上限；放宽限额，或可得到更好的方案与上限。"
  case noRounding =
    "Rounding to whole units of the currency cost no benefit. ‖ 金额取整到货币单位，没有损失效益。"
  case rounding =
    "Rounding to whole units of the currency cost as much benefit as {amount} brings at average yield. ‖ 金额取整到货币单位所损失的效益，相当于以平均收益投入 {amount}。"
  case laterAims =
    "Whole units and the aims after benefit cost {share} of it. ‖ 取整及效益之后的目标使效益减少 {share}。"
  case toTheUnit =
    "Every rule was checked again in whole units, and holds: budgets, needs and shares of them to the unit; fixed pairs, sector limits, smallest amounts and what earlier aims reached to at most one unit for each ticket and year. ‖ 取整后已按货币单位逐条复核，全部规则成立：预算、需求及其占比精确到单位；固定结对、领域上限、最低金额与先前目标所达，每笔每年至多差一个单位。"
  case check =
    "Check it, RUN being the folder of this page: <code>jetbd verify RUN</code> reads the inputs again and recomputes every rule and every limit. <code>python3 Models/pairing.py RUN/round.dat</code> solves the round with none of our code and must reach the figures of plan A. ‖ 核验方法（RUN 为本页所在目录）：<code>jetbd verify RUN</code> 重读输入，逐条重算规则与上限；<code>python3 Models/pairing.py RUN/round.dat</code> 不用本程序的任何代码求解本轮，应得出方案 A 的数值。"
  case notCovered =
    "Not part of this: prices of limits, stability of pairings, and changes that win. <code>jetbd verify RUN --again</code> plans the whole round again and compares them too. ‖ 不在其内：各项上限的价值、结对稳定性、怎样可入选。<code>jetbd verify RUN --again</code> 重新规划整轮，一并比对。"
}
