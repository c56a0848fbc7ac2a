import Pages
import Plans
import Records

/// The first sentences, key figures, and the way to the plan.
struct StatusLead: Templated {
  struct Figure {
    let value: Words
    let label: Words
    let note: Words
  }

  struct Link {
    let address: String
    let label: Words
  }

  let sentences: [Words]
  /// While something is under way: when this was written, and what to say where nothing new is written any more.
  let written: String?
  let late = StatusLeadText.late.words
  let figures: [Figure]
  let links: [Link]

  static let template = """
    <div class="lead">{{#sentences}}<p>{{{.}}}</p>{{/sentences}}\
    {{#written}}<p class="late" data-late="{{.}}" role="status" hidden>{{{late}}}</p>{{/written}}</div>
    <dl class="kf kf4">{{#figures}}<div><dd class="v">{{{value}}}</dd><dt>{{{label}}}</dt>\
    {{#note}}<dd class="n">{{{note}}}</dd>{{/note}}</div>{{/figures}}</dl>
    <p class="go">{{#links}}<a data-p href="{{address}}">{{{label}}}</a> {{/links}}</p>
    """

  init(_ status: RoundStatus, links: StatusLinks) {
    sentences = Self.sentences(status)
    written = status.watched && status.progress != nil ? status.updated : nil
    figures = Self.figures(status)
    self.links = [
      links.report.map { Link(address: $0, label: StatusLeadText.openPlan.words) },
      links.workbook.map { Link(address: $0, label: StatusLeadText.openWorkbook.words) },
      links.run.map { Link(address: $0, label: StatusLeadText.openFolder.words) },
      Link(address: "../index.html", label: StatusLeadText.allRounds.words),
    ].compactMap { $0 }
  }

  private static func sentences(_ status: RoundStatus) -> [Words] {
    var sentences = [sentence(status)]
    if !status.watched {
      sentences.append(StateText.stopped(["time": moment(status.updated)]))
    }
    let wrong = status.count(.problem)
    if wrong > 0 { sentences.append(StateText.toMend(count: wrong)) }
    return sentences
  }

  private static func sentence(_ status: RoundStatus) -> Words {
    let reason = status.reason.map { Words($0.clause, longest: 600) }
    switch status.state {
    case .current: return StateText.current.words
    case .settling: return StateText.settling.words
    case .planning:
      if let work = status.progress?.work {
        return StateText.planningStep(["step": StepText.words(work)])
      }
      return status.progress != nil || reason == nil
        ? StateText.planning.words : StateText.queued.words
    case .stale:
      return reason.map { StateText.stale(["reason": $0]) } ?? StateText.staleBare.words
    case .waiting:
      return reason.map { StateText.waiting(["reason": $0]) } ?? StateText.waitingBare.words
    }
  }

  private static func figures(_ status: RoundStatus) -> [Figure] {
    func number(_ count: Int) -> Words { grouped(Double(count)) }
    let present = status.files.filter { $0.state != .withdrawn }
    let whole = present.count { $0.state == .accepted }
    let notes = status.count(.note)
    let kept = status.lastGood.reduce(0) { $0 + $1.recordCount }
    var figures = [
      Figure(
        value: number(present.count), label: StatusLeadText.files(count: present.count),
        note: StatusLeadText.accepted(count: whole)),
      Figure(
        value: number(status.count(.problem)),
        label: StatusLeadText.toMend(count: status.count(.problem)),
        note: notes > 0 ? StatusLeadText.notes(count: notes) : .none),
      Figure(
        value: number(kept), label: StatusLeadText.kept(count: kept),
        note: StatusLeadText.keptNote.words),
    ]
    let run = status.history.first { $0.run != nil && $0.run == status.run }
    if let scorecard = run?.scorecard {
      let placed = status.money.figure(scorecard.invested)
      figures.append(
        Figure(
          value: placed.number + placed.unit.wrapped("<i>", "</i>"),
          label: StatusLeadText.placed.words,
          note: StatusLeadText.pairings(count: scorecard.pairings)))
    }
    return figures
  }
}

enum StatusLeadText: String, Phrase {
  case late =
    "Nothing new was written here for more than a minute although a plan is under way: the service may have been ended, or this computer’s clock is wrong. ‖ 方案正在制定，但本页已超过一分钟没有更新：服务可能已中断，或本机时钟有误。"
  case openPlan = "Open the plan ‖ 打开方案"
  case openWorkbook = "Plan as a workbook ‖ 方案工作簿"
  case openFolder = "All files of the run ‖ 本次计算的全部文件"
  case allRounds = "All rounds ‖ 全部轮次"
  case files = "file|files ‖ 个文件"
  case accepted = "{n} accepted whole ‖ 完全采用 {n} 个"
  case toMend = "place to mend|places to mend ‖ 处待更正"
  case notes = "{n} note|{n} notes ‖ {n} 条提示"
  case kept = "earlier record in force|earlier records in force ‖ 条沿用记录"
  case keptNote = "instead of what is wrong now ‖ 代替目前有误的内容"
  case placed = "placed by the plan in force ‖ 现行方案安排资金"
  case pairings = "in {n} pairing|in {n} pairings ‖ {n} 个结对"
}
