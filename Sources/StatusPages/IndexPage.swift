import Pages
import Plans
import Records

/// `index.html` over all rounds: the state of each, its last plan, and the way to both.
///
/// - Parameter rounds: each with the relative address of its folder, and whether a report lies there.
package func indexPage(_ rounds: [IndexEntry], watched: Bool, updated: String) throws -> String {
  let wrong = rounds.reduce(0) { $0 + $1.toMend }
  var sentences = [rounds.isEmpty ? IndexText.empty.words : IndexText.rounds(count: rounds.count)]
  if wrong > 0 { sentences.append(StateText.toMend(count: wrong)) }
  if !watched { sentences.append(StateText.stopped(["time": moment(updated)])) }
  let lead = sentences.map { "<p>\($0.renderText)</p>" }.joined()
  let page = try Page(
    title: IndexText.title.words, language: .both,
    lead: Markup(trusted: "<div class=\"lead\">\(lead)</div>"),
    meta: StatusPageText.written(["time": moment(updated)]),
    sections: rounds.isEmpty ? [] : [try IndexTable.section(rounds)],
    skip: IndexText.skip.words, foot: IndexText.foot.words, window: Words("jetbd · rounds 轮次"),
    refresh: rounds.contains { $0.state == .planning || $0.state == .settling } ? 5 : 20,
    style: Style.sheet + StatusStyle.sheet, script: Script.text + StatusScript.text)
  return try page.markup().renderText
}

/// A round as the index tells it.
package struct IndexEntry: Hashable, Sendable {
  let round: String
  let title: String
  let state: RoundStatus.State
  let watched: Bool
  let toMend: Int
  let files: Int
  let planned: String?
  let folder: String
  let hasReport: Bool

  /// - Parameter folder: the relative address of the round's folder.
  package init(_ status: RoundStatus, folder: String, hasReport: Bool) {
    round = status.round
    title = status.title
    state = status.state
    watched = status.watched
    toMend = status.count(.problem)
    files = status.files.count { $0.state != .withdrawn }
    planned = status.history.first { $0.run != nil && $0.run == status.run }?.at
    self.folder = folder
    self.hasReport = hasReport
  }
}

/// A row for every round.
struct IndexTable: Templated {
  struct Row {
    let title: Words
    let round: Words
    let state: Words
    let toMend: Words
    let files: Words
    let planned: Words
    let status: String
    let report: String?
    let isFaulty: Bool
  }

  let round = IndexText.round.words
  let state = IndexText.state.words
  let toMend = FileText.toMend.words
  let files = FileText.label.words
  let planned = IndexText.planned.words
  let openPlan = IndexText.plan.words
  let rows: [Row]

  static let template = """
    <div class="scroll"><table class="rounds"><thead><tr><th scope="col" class="l">{{{round}}}</th>\
    <th scope="col" class="l">{{{state}}}</th><th scope="col" class="opt">{{{files}}}</th>\
    <th scope="col">{{{toMend}}}</th><th scope="col">{{{planned}}}</th></tr></thead><tbody>
    {{#rows}}<tr{{#isFaulty}} class="low"{{/isFaulty}}><th scope="row"><a data-p href="{{status}}">{{{title}}}</a>\
    {{#round}}<small>{{{round}}}</small>{{/round}}</th><td class="l">{{{state}}}</td><td class="opt">{{{files}}}</td>\
    <td>{{{toMend}}}</td><td>{{{planned}}}\
    {{#report}}<small><a data-p href="{{report}}">{{{openPlan}}}</a></small>{{/report}}</td></tr>
    {{/rows}}</tbody></table></div>
    """

  static func section(_ entries: [IndexEntry]) throws -> Section {
    let faulty = entries.count { $0.toMend > 0 }
    return Section(
      id: "rounds", label: IndexText.label.words, topic: IndexText.topic.words,
      finding: faulty == 0 ? IndexText.allWell.words : IndexText.faulty(count: faulty),
      figure: try IndexTable(entries).markup())
  }

  private init(_ entries: [IndexEntry]) {
    rows = entries.map { entry in
      Row(
        title: Words(entry.title), round: entry.title == entry.round ? .none : Words(entry.round),
        state: Self.state(entry),
        toMend: entry.toMend > 0 ? grouped(Double(entry.toMend)) : .markup("–"),
        files: grouped(Double(entry.files)),
        planned: entry.planned.map(moment) ?? .markup("–"),
        status: entry.folder + "/status.html",
        report: entry.hasReport ? entry.folder + "/report.html" : nil, isFaulty: entry.toMend > 0)
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
  case rounds = "{n} round is kept planned.|{n} rounds are kept planned. ‖ 共有 {n} 个轮次。"
  case label = "Rounds ‖ 轮次"
  case topic = "All rounds ‖ 全部轮次"
  case allWell = "No round needs mending ‖ 没有需要更正的轮次"
  case faulty =
    "{n} round has places to mend|{n} rounds have places to mend ‖ {n} 个轮次有待更正之处"
  case round = "Round ‖ 轮次"
  case state = "State ‖ 状态"
  case planned = "Last plan, UTC ‖ 最近方案（UTC）"
  case plan = "Open the plan ‖ 打开方案"
  case foot = "Times are in UTC. This page keeps itself up to date. ‖ 时间均为 UTC。本页自动更新。"
}
