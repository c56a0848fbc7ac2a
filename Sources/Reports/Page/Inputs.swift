import Pages
import Plans
import Records

/// What is wrong or worth a look in the inputs, each with its place, and which earlier versions are in force.
///
/// Files without a problem are not named: the page stays the same when they are renamed or split.
struct Inputs: Templated {
  struct Item: Templated {
    let place: Words
    let message: Words
    let details: [Words]
    let isNote: Bool

    static let template = """
      <li{{#isNote}} class="hint"{{/isNote}}>{{#place}}<code>{{{place}}}</code>{{/place}}\
      <p>{{{message}}}</p>{{#details}}<p class="dim">{{{.}}}</p>{{/details}}</li>
      """
  }

  let items: [Markup]

  static let template = """
    <ol class="prob">{{#items}}{{{.}}}
    {{/items}}</ol>
    """

  private static func items(_ problems: [LocatedProblem], _ lastGood: [InputsDocument.LastGood])
    -> [Item]
  {
    let inForce = lastGood.map { version in
      let records = version.keys.values.reduce(0) { $0 + $1.count }
      return Item(
        place: Words(version.name),
        message: version.whole
          ? InputText.wholeInForce.words : InputText.recordsInForce(count: records),
        details: [], isNote: false)
    }
    let sorted =
      problems.filter { $0.severity == .problem } + problems.filter { $0.severity == .note }
    return inForce + sorted.map(item)
  }

  private static func item(_ problem: LocatedProblem) -> Item {
    var details: [Words] = []
    if let found = problem.found, !found.isEmpty {
      details.append(InputText.found(["found": Words(found)]))
    }
    if let allowed = problem.allowed, !allowed.isEmpty {
      details.append(InputText.allowed(["allowed": Words(allowed)]))
    }
    if let suggestion = problem.suggestion, !suggestion.isEmpty {
      details.append(InputText.suggestion(["value": Words(suggestion)]))
    }
    if !problem.others.isEmpty {
      details.append(
        InputText.others(["places": problem.others.map { Words($0) }.joined(", ", "、")]))
    }
    let place = problem.at.isEmpty ? problem.file : "\(problem.file) · \(problem.at)"
    return Item(
      place: Words(place), message: Words(problem.message), details: details,
      isNote: problem.severity == .note)
  }

  static func section(problems: [LocatedProblem], lastGood: [InputsDocument.LastGood]) throws
    -> Section
  {
    let wrong = problems.count { $0.severity == .problem }
    let notes = problems.count - wrong
    let finding =
      wrong == 0 && notes == 0
      ? (lastGood.isEmpty ? InputText.clean.words : InputText.inForce(count: lastGood.count))
      : [
        wrong > 0 ? InputText.problems(count: wrong) : .none,
        notes > 0 ? InputText.notes(count: notes) : .none,
      ].filter { !$0.isEmpty }.joined(", ", "，")
    let items = try LongList.Items(items(problems, lastGood))
    let list = LongList(
      items, figure: try Inputs(items: items.shown).markup(), filters: true
    ) { InputText.more(count: $0) }
    return Section(
      id: "inputs", label: InputText.label.words, topic: InputText.topic.words, finding: finding,
      explanation: items.shown.isEmpty ? .none : InputText.explanation.words,
      figure: items.shown.isEmpty ? .none : try list.markup())
  }
}

enum InputText: String, Phrase {
  case label = "Inputs ‖ 输入"
  case topic = "Inputs and problems ‖ 输入与问题"
  case clean = "Every record was read without a problem ‖ 全部记录读取无误"
  case inForce =
    "An earlier version of {n} file is in force|Earlier versions of {n} files are in force ‖ {n} 个文件沿用上一有效版本"
  case problems = "{n} problem in the inputs|{n} problems in the inputs ‖ 输入有 {n} 处问题"
  case notes = "{n} note|{n} notes ‖ {n} 条提示"
  case explanation =
    "Nothing wrong blocks the rest. Mend a file in place and a new plan follows by itself. ‖ 问题不影响其余数据。在原处更正文件，即自动生成新方案。"
  case more =
    "{n} more stands in plans.json.|{n} more stand in plans.json. ‖ 另有 {n} 条见 plans.json。"
  case found = "Found: {found} ‖ 原值：{found}"
  case allowed = "Allowed: {allowed} ‖ 允许：{allowed}"
  case suggestion = "Did you mean <b>{value}</b>? ‖ 是否为 <b>{value}</b>？"
  case others = "Also at {places} ‖ 另见 {places}"
  case wholeInForce =
    "The file cannot be read now; its last good version stays in force. ‖ 文件目前无法读取，沿用上一有效版本。"
  case recordsInForce =
    "{n} record has a problem now; its last good version stays in force.|{n} records have a problem now; their last good versions stay in force. ‖ {n} 条记录目前有问题，沿用上一有效版本。"
}
