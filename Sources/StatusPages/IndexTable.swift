import Pages
import Plans
import Records

/// A row for every round.
struct IndexTable: Templated {
  struct Row {
    let title: Words
    let round: Words
    let state: Words
    let toMend: Words
    let files: Words
    let placed: Words
    let pairings: Words
    let planned: Words
    let reason: Words
    let status: String
    let report: String?
    let isFaulty: Bool
  }

  let round = IndexText.round.words
  let state = IndexText.state.words
  let toMend = FileText.toMend.words
  let files = FileText.label.words
  let placed = IndexText.placed.words
  let planned = IndexText.planned.words
  let openPlan = IndexText.plan.words
  let rows: [Row]
  let rest: Words

  static let template = """
    <div class="scroll"><table class="rounds"><thead><tr><th scope="col" class="l">{{{round}}}</th>\
    <th scope="col" class="l">{{{state}}}</th><th scope="col" class="opt">{{{files}}}</th>\
    <th scope="col">{{{toMend}}}</th><th scope="col" class="opt">{{{placed}}}</th><th scope="col">{{{planned}}}</th></tr></thead><tbody>
    {{#rows}}<tr{{#isFaulty}} class="low"{{/isFaulty}}><th scope="row"><a data-p href="{{status}}">{{{title}}}</a>\
    {{#round}}<small>{{{round}}}</small>{{/round}}</th>\
    <td class="l">{{{state}}}{{#reason}}<small>{{{.}}}</small>{{/reason}}</td><td class="opt">{{{files}}}</td>\
    <td>{{{toMend}}}</td><td class="opt">{{{placed}}}{{#pairings}}<small>{{{.}}}</small>{{/pairings}}</td><td>{{{planned}}}\
    {{#report}}<small><a data-p href="{{report}}">{{{openPlan}}}</a></small>{{/report}}</td></tr>
    {{/rows}}</tbody></table></div>{{#rest}}<p class="note">{{{.}}}</p>{{/rest}}
    """

  /// How many rounds the table names.
  static let most = 500

  static func section(_ entries: [IndexEntry]) throws -> Section {
    let stuck = entries.count { $0.urgency == .stuck }
    let faulty = entries.count { $0.toMend > 0 }
    return Section(
      id: "rounds", label: IndexText.label.words, topic: IndexText.topic.words,
      finding: stuck > 0
        ? IndexText.stuck(count: stuck)
        : faulty == 0 ? IndexText.allWell.words : IndexText.faulty(count: faulty),
      explanation: entries.count > 1 ? IndexText.order.words : .none,
      figure: try IndexTable(entries).markup())
  }

  private init(_ entries: [IndexEntry]) {
    let sorted = entries.sorted { ($0.urgency, $0.round) < ($1.urgency, $1.round) }
    let left = sorted.count - Self.most
    rest = left > 0 ? IndexText.more(count: left) : .none
    rows = sorted.prefix(Self.most).map { entry in
      Row(
        title: Words(entry.title), round: entry.title == entry.round ? .none : Words(entry.round),
        state: Self.state(entry),
        toMend: entry.toMend > 0 ? grouped(Double(entry.toMend)) : .markup("–"),
        files: grouped(Double(entry.files)),
        placed: entry.placed ?? .markup("–"),
        pairings: entry.pairings.map { StatusLeadText.pairings(count: $0) } ?? .none,
        planned: entry.planned.map(moment) ?? .markup("–"), reason: entry.reason ?? .none,
        status: entry.folder + "/status.html",
        report: entry.hasReport ? entry.folder + "/report.html" : nil,
        isFaulty: entry.urgency != .well)
    }
  }

  private static func state(_ entry: IndexEntry) -> Words {
    guard entry.watched else { return StateText.shortStopped.words }
    return switch entry.state {
    case .current: StateText.shortCurrent.words
    case .settling: StateText.shortSettling.words
    case .planning: StateText.shortPlanning.words
    case .stale: StateText.shortStale.words
    case .waiting: StateText.shortWaiting.words
    }
  }
}

enum IndexText: String, Phrase {
  case title = "Planning rounds ‖ 规划轮次"
  case skip = "Skip to the rounds ‖ 跳到轮次"
  case empty = "No round yet: put files into the watched folder. ‖ 尚无轮次：请将文件放入监视文件夹。"
  case rounds = "{n} round is watched.|{n} rounds are watched. ‖ 共有 {n} 个轮次。"
  case label = "Rounds ‖ 轮次"
  case topic = "All rounds ‖ 全部轮次"
  case allWell = "No round needs mending ‖ 没有需要更正的轮次"
  case faulty =
    "{n} round has places to mend|{n} rounds have places to mend ‖ {n} 个轮次有待更正之处"
  case stuck =
    "{n} round has no plan of its files as they are|{n} rounds have no plan of their files as they are ‖ {n} 个轮次的文件现状尚无方案"
  case order = "Those that need somebody come first. ‖ 需要处理的在前。"
  case more =
    "{n} more round is not named here.|{n} more rounds are not named here. ‖ 另有 {n} 个轮次未列出。"
  case placed = "Placed ‖ 安排资金"
  case round = "Round ‖ 轮次"
  case state = "State ‖ 状态"
  case planned = "Last plan, UTC ‖ 最近方案（UTC）"
  case plan = "Open the plan ‖ 打开方案"
  case foot = "Times are in UTC. This page keeps itself up to date. ‖ 时间均为 UTC。本页自动更新。"
}
