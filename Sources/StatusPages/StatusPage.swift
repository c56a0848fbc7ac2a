import Pages
import Plans
import Records

/// `status.html` of a round: what became of every file, what to mend, what is in force, and what happened when.
///
/// A function of its arguments. What a long list leaves out it counts, and says where the rest stands.
package func statusPage(_ status: RoundStatus, links: StatusLinks) throws -> String {
  let title = Words(status.title)
  let sections = [
    try Progress.section(status), try Operators.section(status), try conflict(status),
    try FileTable.section(status), try Problems.section(status, links: links),
    try InForce.section(status), try Effect.section(status),
    try History.section(status, links: links),
  ].compactMap { $0 }
  let page = try Page(
    title: title,
    language: status.headline.flatMap { Policy.Language(rawValue: $0.language) } ?? .both,
    lead: try StatusLead(status, links: links).markup(), meta: meta(status), sections: sections,
    skip: StatusPageText.skip.words, foot: StatusPageText.foot.words,
    window: Words(status.title + " · status 状态"), refresh: status.refresh,
    style: Style.sheet + StatusStyle.sheet, script: Script.text + StatusScript.text)
  return try page.markup().renderText
}

private func meta(_ status: RoundStatus) -> Words {
  let run = status.history.first { $0.run != nil && $0.run == status.run }
  return [
    status.title == status.round ? .none : Words(status.round),
    run.map { StatusPageText.made(["time": moment($0.at)]) } ?? .none,
    StatusPageText.written(["time": moment(status.updated)]),
  ].filter { !$0.isEmpty }.joined(" · ", " · ")
}

private func conflict(_ status: RoundStatus) throws -> Section? {
  guard let conflict = status.conflict else { return nil }
  return try ConflictSection.section(conflict, money: status.money)
}

extension RoundStatus {
  var title: String {
    headline.flatMap { $0.title.isEmpty ? nil : $0.title } ?? round
  }

  var money: Money {
    Money(
      currency: headline?.currency ?? Policy().currency, offered: headline?.scorecard?.invested ?? 0
    )
  }

  /// Seconds: often while something is under way.
  var refresh: Int { state == .planning || state == .settling ? 3 : 20 }
}

enum StatusPageText: String, Phrase {
  case skip = "Skip to the content ‖ 跳到正文"
  case foot =
    "Times are in UTC. This page keeps itself up to date; status.json beside it tells programs the same. ‖ 时间均为 UTC。本页自动更新；同目录的 status.json 供程序读取。"
  case made = "plan made on {time} UTC ‖ 方案生成于 {time}（UTC）"
  case written = "state of {time} UTC ‖ 状态截至 {time}（UTC）"
}
