import Pages
import Plans
import Records

/// How far the run under way has come: what is done, what is being done, and when that was last heard of.
struct Progress: Templated {
  struct Step {
    let name: Words
    let time: Words
    let isNow: Bool
  }

  let steps: [Step]
  let rest: Words
  let notes: [Words]

  static let template = """
    {{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}<ol class="steps">{{#steps}}\
    <li{{#isNow}} class="now" aria-current="step"{{/isNow}}>{{{name}}} <span class="dim">{{{time}}}</span></li>{{/steps}}</ol>\
    {{#notes}}<p class="note">{{{.}}}</p>{{/notes}}
    """

  /// How many steps behind it are shown.
  static let most = 16

  static func section(_ status: RoundStatus) throws -> Section? {
    guard let progress = status.progress, status.watched else { return nil }
    let time = span(Double(progress.seconds))
    return Section(
      id: "progress", label: ProgressText.label.words, topic: ProgressText.topic.words,
      finding: ProgressText.finding(["time": time]),
      explanation: ProgressText.explanation([
        "started": moment(progress.started), "heard": clock(progress.heard),
      ]), figure: try Progress(status, progress).markup())
  }

  private init(_ status: RoundStatus, _ progress: RoundStatus.Progress) {
    let done = progress.work?.done ?? []
    let shown = done.suffix(Self.most)
    let left = (progress.work?.number ?? 1) - 1 - shown.count
    rest = left > 0 ? ProgressText.earlier(count: left) : .none
    let now = Step(
      name: progress.work.map { StepText.words($0) } ?? ProgressText.gathering.words,
      time: ProgressText.now.words, isNow: true)
    steps =
      shown.map {
        Step(name: StepText.words($0.step), time: span($0.seconds), isNow: false)
      } + [now]
    let last = status.history.first { $0.outcome == .planned && $0.seconds != nil }
    notes = [
      progress.work.map {
        ProgressText.iterations(count: $0.iterations)
      } ?? .none,
      last?.seconds.map { ProgressText.last(["time": span(Double($0))]) } ?? .none,
    ].filter { !$0.isEmpty }
  }
}

enum ProgressText: String, Phrase {
  case label = "Under way ‖ 进行中"
  case topic = "The plan under way ‖ 正在制定的方案"
  case finding = "Under way for {time} ‖ 已进行 {time}"
  case explanation =
    "Begun on {started} UTC; last word of it at {heard}. Until it is done the plan in force stays. ‖ 始于 {started}（UTC）；最近一次进展 {heard}。完成之前现行方案继续有效。"
  case gathering = "taking in the files ‖ 收取文件"
  case now = "now ‖ 进行中"
  case earlier = "{n} earlier step, then|{n} earlier steps, then ‖ 此前 {n} 步，其后为"
  case iterations =
    "{n} iteration of the solver so far.|{n} iterations of the solver so far. ‖ 求解已迭代 {n} 次。"
  case last = "The last plan took {time}. ‖ 上一方案用时 {time}。"
}

/// What a worker is doing.
enum StepText: String, Phrase {
  case reading = "reading the files ‖ 读取文件"
  case fixedPairs = "fixed pairs ‖ 指定结对"
  case reciprocity = "coal bonds ‖ 用煤责任"
  case fairness = "fairness ‖ 公平"
  case benefit = "benefit ‖ 效益"
  case continuity = "keeping partners ‖ 延续结对"
  case focus = "fewer pairings ‖ 集中结对"
  case coDesign = "experts ‖ 专家"
  case selection = "choosing among equals ‖ 在同等方案中选定"
  case integerRules = "choosing whole pairings ‖ 选定完整结对"
  case unusedPairs = "why other pairings are not used ‖ 其他结对为何未采用"
  case prices = "what limits are worth ‖ 各限制的价值"
  case obstacles = "what stops proposals ‖ 项目受何限制"
  case alternatives = "other plans ‖ 其他方案"
  case stability = "how firm each pairing is ‖ 检验结对的稳固程度"
  case winningChanges = "what would win ‖ 怎样才能入选"
  case weights = "whether the weights matter ‖ 检验权重的影响"
  case proof = "proving the plans ‖ 证明方案"
  case publishing = "writing the plan ‖ 写出方案"
  case verifying = "checking it once more ‖ 再次核验"
  case ofPlan = "plan {plan}, {step} ‖ 方案 {plan}：{step}"

  private static let known: [String: StepText] = [
    "reading": .reading, "fixed pairs": .fixedPairs, "reciprocity": .reciprocity,
    "fairness": .fairness, "benefit": .benefit, "continuity": .continuity, "focus": .focus,
    "co-design": .coDesign, "selection": .selection, "integer rules": .integerRules,
    "unused pairs": .unusedPairs, "prices": .prices, "obstacles": .obstacles,
    "alternatives": .alternatives, "stability": .stability, "winning changes": .winningChanges,
    "weights": .weights, "proof": .proof, "publishing": .publishing, "verifying": .verifying,
  ]

  /// The step as planners know it; the worker's own name where it is none of these.
  static func words(_ step: String) -> Words { known[step]?.words ?? Words(step) }

  /// With the plan that it makes.
  static func words(_ work: RunProgress) -> Words {
    guard let plan = work.plan else { return words(work.step) }
    return StepText.ofPlan(["plan": Words(plan), "step": words(work.step)])
  }
}
