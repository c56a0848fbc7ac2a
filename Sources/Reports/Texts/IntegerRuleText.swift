import Pages
import Plans
import Records
import Round

/// The integer rules in planners' words, and what they cost a plan.
struct IntegerRuleWords {
  let round: Round
  let money: Money

  /// What the rules are and what they cost: a sentence each; nothing for a plan without them.
  func sentences(_ plan: Plan) -> [Words] {
    guard let stage = plan.integerStage, let loosened = stage.loosened else { return [] }
    let rules = IntegerRuleText.rules(["rules": self.rules.joined(", ", "，")])
    guard let lost = plan.benefitForIntegerRules else {
      return [
        rules, IntegerRuleText.loosened(["share": share(loosened, decimals: 1)]),
        IntegerRuleText.reasons.words,
      ]
    }
    let costs = (lost < 0 ? IntegerRuleText.gains : .costs)([
      "loosened": share(loosened, decimals: 1), "lost": share(abs(lost), decimals: 1),
    ])
    // The bound of an alternative is that of its own choices.
    guard let gap = plan.gap, !plan.profile.hasPrefix("alternative-") else {
      return [rules, costs, IntegerRuleText.reasons.words]
    }
    return [
      rules, costs, IntegerRuleText.proof(["gap": share(max(1e-4, gap), decimals: 2)]),
      IntegerRuleText.reasons.words,
    ]
  }

  /// The rules that are on.
  private var rules: [Words] {
    let policy = round.policy
    var rules: [Words] = []
    if let most = policy.maxRecipientsPerDonor {
      rules.append(IntegerRuleText.recipientsPerDonor(count: most))
    }
    if let most = policy.maxDonorsPerRecipient {
      rules.append(IntegerRuleText.donorsPerRecipient(count: most))
    }
    if let least = policy.minPairing, least > 0 {
      rules.append(IntegerRuleText.minPairing(["n": money.prose(least)]))
    }
    if round.offers.contains(where: { $0.record.minTicket > 0 }) {
      rules.append(IntegerRuleText.minTicket.words)
    }
    if round.projects.contains(where: { $0.record.minFunding > 0 }) {
      rules.append(IntegerRuleText.minFunding.words)
    }
    return rules
  }
}

extension Plan {
  /// What the integer rules came to; nil where the plan has none.
  var integerStage: StageValue? { stages.last { $0.stage == .integer } }

  /// The share of the benefit that the integer rules cost, against what any plan can reach that keeps the earlier stages whole;
  /// below zero where those give way so far that the benefit gains.
  var benefitForIntegerRules: Double? {
    guard let value = integerStage?.value, let most = linearBound, most > 0 else { return nil }
    return 1 - value / most
  }
}

enum IntegerRuleText: String, Phrase {
  case rules = "Its rules on partners and smallest amounts: {rules}. ‖ 结对数量与最低金额规则：{rules}。"
  case recipientsPerDonor =
    "at most {n} region for each donor|at most {n} regions for each donor ‖ 每个支援方至多 {n} 个地区"
  case donorsPerRecipient =
    "at most {n} donor for each region|at most {n} donors for each region ‖ 每个地区至多 {n} 个支援方"
  case minPairing = "no pairing below {n} ‖ 结对金额不低于 {n}"
  case minTicket = "no ticket below its offer’s smallest amount ‖ 单笔资金不低于承诺的最低金额"
  case minFunding =
    "no proposal below the share with which it can go ahead ‖ 项目资助不低于其可实施比例"
  case loosened =
    "For them, what earlier aims had reached is loosened by {share}. ‖ 为此，先前目标所达放宽 {share}。"
  case costs =
    "For them, bond and fairness give way by {loosened} of what they aim at, and the benefit is {lost} less than without these rules. ‖ 为此，责任与公平目标放宽 {loosened}，效益比没有这些规则时少 {lost}。"
  case gains =
    "For them, bond and fairness give way by {loosened} of what they aim at, and so the benefit is {lost} more than without these rules. ‖ 为此，责任与公平目标放宽 {loosened}，效益因而比没有这些规则时多 {lost}。"
  case reasons =
    "What limits are worth and what stops a proposal is said for this choice of partners. ‖ 各项限额的价值与项目受限原因均以此结对选择为前提。"
  case proof =
    "No other choice of partners is better by more than {gap}; that rests on a search, the figure without these rules on proof. ‖ 其他结对选择的效益至多再高 {gap}（依搜索得出）；没有这些规则时的数值则有证明。"
}
