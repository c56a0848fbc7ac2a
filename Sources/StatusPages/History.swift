import Pages
import Plans
import Records

/// Runs and attempts, the newest first, and which files had changed for each.
struct History: Templated {
  struct Row {
    let at: Words
    let outcome: Words
    let detail: Words
    let figures: Words
    let changes: [Words]
    /// The run's own report, where it is still kept.
    let report: String?
    let effect: Words
    /// What is named of the effect, folded.
    let details: [Words]
    var hasDetails: Bool
    let key: String
    let isInForce: Bool
  }

  let time = HistoryText.time.words
  let outcome = HistoryText.outcome.words
  let changes = HistoryText.changes.words
  let open = HistoryText.open.words
  let more = HistoryText.whatCame.words
  let rows: [Row]
  let rest: Words

  static let template = """
    <div class="scroll"><table class="runs"><thead><tr><th scope="col" class="l">{{{time}}}</th>\
    <th scope="col" class="l">{{{outcome}}}</th><th scope="col" class="l">{{{changes}}}</th></tr></thead><tbody>
    {{#rows}}<tr{{#isInForce}} class="hit"{{/isInForce}}><th scope="row">{{{at}}}</th>\
    <td class="l">{{{outcome}}}{{#figures}}<small>{{{figures}}}</small>{{/figures}}{{#detail}}<small>{{{detail}}}</small>{{/detail}}\
    {{#report}}<small><a data-p href="{{.}}">{{{open}}}</a></small>{{/report}}</td>\
    <td class="l ch">{{#changes}}<div>{{{.}}}</div>{{/changes}}{{#effect}}<div class="dim">{{{.}}}</div>{{/effect}}\
    {{#hasDetails}}<details class="came" data-k="{{key}}"><summary>{{{more}}}</summary>\
    <ul>{{#details}}<li>{{{.}}}</li>{{/details}}</ul></details>{{/hasDetails}}</td></tr>
    {{/rows}}</tbody></table></div>{{#rest}}<p class="note">{{{.}}}</p>{{/rest}}
    """

  static func section(_ status: RoundStatus, links: StatusLinks) throws -> Section? {
    guard let newest = status.history.first else { return nil }
    let inForce = status.history.first { $0.run != nil && $0.run == status.run }
    return Section(
      id: "runs", label: HistoryText.label.words, topic: HistoryText.topic.words,
      finding: newest.outcome == .planned
        ? HistoryText.lastPlanned(["time": moment(newest.at)])
        : inForce.map { HistoryText.planStands(["time": moment($0.at)]) }
          ?? HistoryText.noneYet.words,
      explanation: HistoryText.explanation.words, figure: try History(status, links).markup())
  }

  private init(_ status: RoundStatus, _ links: StatusLinks) {
    let money = status.money
    // What each plan reaches is compared with the plan before it.
    let plans = status.history.filter { $0.outcome == .planned }
    rows = status.history.map { ended in
      let before = plans.firstIndex(of: ended).flatMap { plans.dropFirst($0 + 1).first }
      let isInForce = ended.run != nil && ended.run == status.run
      let details = isInForce ? [] : Self.details(ended)
      return Row(
        at: moment(ended.at), outcome: Self.outcome(ended.outcome),
        detail: ended.reason.map { Words($0, longest: 600) } ?? .none,
        figures: ended.scorecard.map { Self.figures($0, before?.scorecard, money) } ?? .none,
        changes: Self.changes(ended), report: ended.run.flatMap { links.runs[$0] },
        effect: Self.effect(ended), details: details, hasDetails: !details.isEmpty,
        key: "h" + ended.at, isInForce: isInForce)
    }
    rest = links.untold > 0 ? HistoryText.untold(count: links.untold) : .none
  }

  /// What came of it in the plan, by counts.
  private static func effect(_ ended: RoundStatus.Ended) -> Words {
    guard let effect = ended.effect, effect.after != nil else { return .none }
    return effect.finding
  }

  /// How many edits and pairings a fold names.
  static let mostDetails = 6

  private static func details(_ ended: RoundStatus.Ended) -> [Words] {
    guard let effect = ended.effect, !effect.isCounts else { return [] }
    let edits = effect.edits.told.prefix(mostDetails).map { edit in
      let line = EditLine(edit, effect)
      return line.place.isEmpty
        ? line.text : line.text + line.place.wrapped(" <code>", "</code>")
    }
    let pairings = effect.pairings.told.prefix(mostDetails).map { pairing in
      HistoryText.pairing([
        "step": PairingChanges.step(pairing.change.step),
        "pair": PairingChanges.name(pairing.change, effect),
        "before": grouped(pairing.change.older, decimals: 1),
        "after": grouped(pairing.change.newer, decimals: 1),
      ])
    }
    let left = effect.edits.count - edits.count + effect.pairings.count - pairings.count
    return edits + pairings + (left > 0 ? [HistoryText.moreDetails(count: left)] : [])
  }

  private static func outcome(_ outcome: RoundStatus.Ended.Outcome) -> Words {
    switch outcome {
    case .planned: HistoryText.planned.words
    case .conflict: HistoryText.conflict.words
    case .noPlan: HistoryText.noPlan.words
    case .failed: HistoryText.failed.words
    }
  }

  /// `CNY 21.2 bn placed, 0.3 bn more; 14 pairings`.
  private static func figures(_ now: Scorecard, _ before: Scorecard?, _ money: Money) -> Words {
    var words = HistoryText.placed(["amount": money.prose(now.invested)])
    if let before, abs(now.invested - before.invested) >= 0.05 {
      let amount = money.bare(abs(now.invested - before.invested))
      words =
        words
        + (now.invested > before.invested
          ? HistoryText.more(["amount": amount]) : HistoryText.less(["amount": amount]))
    }
    return words + HistoryText.pairings(count: now.pairings)
  }

  private static func changes(_ ended: RoundStatus.Ended) -> [Words] {
    guard let changes = ended.changes else { return [.markup("–")] }
    let named: [Words] = [
      (HistoryText.changed, changes.changed), (HistoryText.added, changes.added),
      (HistoryText.withdrawn, changes.withdrawn),
    ].compactMap { phrase, names in
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(6).map { Words($0) }.joined(", ", "、")
      let more = names.count - 6
      return phrase(["files": more > 0 ? shown + HistoryText.others(count: more) : shown])
    }
    if changes.unnamed > 0 { return named + [HistoryText.unnamed(count: changes.unnamed)] }
    return named.isEmpty ? [HistoryText.nothing.words] : named
  }
}

enum HistoryText: String, Phrase {
  case label = "Runs ‖ 历次计算"
  case topic = "Runs and what changed ‖ 历次计算与变动"
  case lastPlanned = "The last plan was made on {time} UTC ‖ 最近一次方案生成于 {time}（UTC）"
  case planStands = "The plan of {time} UTC stands ‖ {time}（UTC）的方案继续有效"
  case noneYet = "No plan was made yet ‖ 尚未生成方案"
  case explanation =
    "Files are compared with those of the plan that was in force before. Runs are kept in the folder runs beside this page. ‖ 文件与此前现行方案所用的相比。历次方案保存在同目录的 runs 文件夹。"
  case open = "Its report ‖ 当次报告"
  case whatCame = "Edits and pairings ‖ 修改与结对"
  case pairing =
    "{pair}: {step}, {before} → {after} M ‖ {pair}：{step}，{before} → {after} 百万"
  case moreDetails = "and {n} more ‖ 另有 {n} 项"
  case untold =
    "{n} older run is kept in the folder runs.|{n} older runs are kept in the folder runs. ‖ runs 文件夹中另存有 {n} 次更早的计算。"
  case time = "Time, UTC ‖ 时间（UTC）"
  case outcome = "Outcome ‖ 结果"
  case changes = "What had changed ‖ 变动"
  case planned = "new plan ‖ 生成新方案"
  case conflict = "no plan: rules in conflict ‖ 未生成方案：规则冲突"
  case noPlan = "no plan ‖ 未生成方案"
  case failed = "failed, tried again by itself ‖ 失败，自动重试"
  case placed = "{amount} placed ‖ 安排 {amount}"
  case more = ", {amount} more ‖ ，增加 {amount}"
  case less = ", {amount} less ‖ ，减少 {amount}"
  case pairings = "; {n} pairing|; {n} pairings ‖ ；{n} 个结对"
  case changed = "<b>Changed</b> {files} ‖ <b>修改</b> {files}"
  case added = "<b>Added</b> {files} ‖ <b>新增</b> {files}"
  case withdrawn = "<b>Withdrawn</b> {files} ‖ <b>撤回</b> {files}"
  case others = " and {n} more ‖ 等，另有 {n} 个"
  case unnamed = "and {n} more file|and {n} more files ‖ 另有 {n} 个文件"
  case nothing = "nothing in the files ‖ 文件无变动"
}
