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
  /// Of the plan in force: M as it is written, and how many pairings.
  let placed: Words?
  let pairings: Int?
  let reason: Words?
  let urgency: Urgency
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
    let run = status.history.first { $0.run != nil && $0.run == status.run }
    planned = run?.at
    placed = run?.scorecard.map { status.money.prose($0.invested) }
    pairings = run?.scorecard?.pairings
    reason =
      status.state == .stale || status.state == .waiting
      ? status.reason.map { Words($0.clause, longest: 160) } : nil
    urgency = Urgency(status)
    self.folder = folder
    self.hasReport = hasReport
  }
}

/// How much a round asks for somebody: what needs more stands before what needs less.
package enum Urgency: Int, Hashable, Sendable, Comparable {
  /// No plan of the files as they are, or none that could be made.
  case stuck
  case toMend
  case well

  init(_ status: RoundStatus) {
    let isStuck =
      status.failure != nil || status.conflict != nil || status.state == .stale
      || status.state == .waiting
    self = isStuck ? .stuck : status.count(.problem) > 0 ? .toMend : .well
  }

  package static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
}
