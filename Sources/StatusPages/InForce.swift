import Pages
import Plans
import Records

/// Records that stay in force from earlier versions of files, with the money that hangs on them.
struct InForce: Templated {
  struct Row {
    let file: Words
    let records: Words
    let keys: Words
    let money: [Words]
    let since: Words
  }

  let file = InForceText.file.words
  let records = InForceText.records.words
  let money = InForceText.money.words
  let since = InForceText.since.words
  let rows: [Row]
  let rest: Words

  static let template = """
    <div class="scroll"><table><thead><tr><th scope="col" class="l">{{{file}}}</th>\
    <th scope="col" class="l">{{{records}}}</th><th scope="col">{{{money}}}</th>\
    <th scope="col" class="opt">{{{since}}}</th></tr></thead><tbody>
    {{#rows}}<tr><th scope="row">{{{file}}}</th><td class="l">{{{records}}}<small>{{{keys}}}</small></td>\
    <td>{{#money}}<div>{{{.}}}</div>{{/money}}</td><td class="opt dim">{{{since}}}</td></tr>
    {{/rows}}</tbody></table></div>{{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}
    """

  static let mostRows = 100
  static let mostKeys = 12

  static func section(_ status: RoundStatus) throws -> Section? {
    guard !status.lastGood.isEmpty else { return nil }
    let records = status.lastGood.reduce(0) { $0 + $1.recordCount }
    return Section(
      id: "in-force", label: InForceText.label.words, topic: InForceText.topic.words,
      finding: InForceText.finding(count: records), explanation: InForceText.explanation.words,
      figure: try InForce(status).markup())
  }

  private init(_ status: RoundStatus) {
    let money = status.money
    rows = status.lastGood.prefix(Self.mostRows).map { kept in
      let keys = kept.version.keys.sorted { $0.key < $1.key }.flatMap(\.value)
      let more = keys.count - Self.mostKeys
      return Row(
        file: Words(kept.version.name),
        records: kept.version.whole
          ? InForceText.whole.words : RecordText.words(kept.version.keys.mapValues(\.count)),
        keys: keys.prefix(Self.mostKeys).map { Words($0) }.joined(", ", "、")
          + (more > 0 ? InForceText.moreKeys(count: more) : .none),
        money: Self.money(kept.version.money ?? [:], money), since: moment(kept.since))
    }
    let left = status.lastGood.count - rows.count
    rest = left > 0 ? InForceText.more(count: left) : .none
  }

  private static func money(_ amounts: [String: Double], _ money: Money) -> [Words] {
    [("proposals", InForceText.asked), ("offers", .pledged)].compactMap { kind, phrase in
      amounts[kind].flatMap { $0 > 0 ? phrase(["amount": money.prose($0)]) : nil }
    }
  }
}

extension RoundStatus.LastGood {
  var recordCount: Int { version.keys.values.reduce(0) { $0 + $1.count } }
}

enum InForceText: String, Phrase {
  case label = "Earlier versions ‖ 沿用版本"
  case topic = "Earlier versions in force ‖ 沿用的上一有效版本"
  case finding =
    "{n} record counts as it was last written right|{n} records count as they were last written right ‖ {n} 条记录按上一次正确的内容计入"
  case explanation =
    "What is there now has a problem. The plan uses the last good version until it is mended or removed. ‖ 目前的内容有误；在更正或移除之前，方案沿用上一有效版本。"
  case file = "File ‖ 文件"
  case records = "In force from before ‖ 沿用内容"
  case money = "At stake ‖ 涉及资金"
  case since = "Since, UTC ‖ 起始（UTC）"
  case whole = "the whole file ‖ 整个文件"
  case asked = "{amount} asked ‖ 申请 {amount}"
  case pledged = "{amount} pledged ‖ 承诺 {amount}"
  case moreKeys = " and {n} more ‖ 等，另有 {n} 条"
  case more =
    "{n} more file: status.json names all.|{n} more files: status.json names all. ‖ 另有 {n} 个文件，全部见 status.json。"
}
