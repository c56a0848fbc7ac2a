import Pages
import Plans
import Records

/// What to mend, file by file and cause by cause, with the cells.
struct Problems: Templated {
  struct File {
    let anchor: String
    let name: Words
    let count: Words
    let links: [Link]
    let causes: [Cause]
    let rest: Words
    let isOpen: Bool
  }

  struct Link {
    let address: String
    let label: Words
  }

  struct Cause {
    let isNote: Bool
    let message: Words
    let allowed: Words
    let places: [Words]
    let rest: Words
  }

  let files: [File]
  let rest: Words

  static let template = """
    {{#files}}<details class="pf" id="{{anchor}}" data-k="{{{name}}}"{{#isOpen}} open{{/isOpen}}>\
    <summary><b>{{{name}}}</b> <span class="dim">{{{count}}}</span></summary>
    {{#links}}<a class="file" href="{{address}}">{{{label}}}</a> {{/links}}
    <ol class="causes">{{#causes}}<li{{#isNote}} class="hint"{{/isNote}}><p>{{{message}}}</p>\
    {{#allowed}}<p class="dim">{{{allowed}}}</p>{{/allowed}}\
    <ul class="at">{{#places}}<li>{{{.}}}</li>{{/places}}{{#rest}}<li class="dim">{{{rest}}}</li>{{/rest}}</ul></li>
    {{/causes}}</ol>{{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}</details>
    {{/files}}{{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}
    """

  /// How many places of a cause, causes of a file and causes of the page are shown, and how many files.
  static let mostPlaces = 24
  static let mostCauses = 60
  static let mostInAll = 300
  static let mostFiles = 100

  static func section(_ status: RoundStatus, links: StatusLinks) throws -> Section? {
    guard !status.problems.isEmpty else { return nil }
    let (wrong, notes) = (status.count(.problem), status.count(.note))
    return Section(
      id: "problems", label: ProblemText.label.words, topic: ProblemText.topic.words,
      finding: counts(wrong, notes),
      explanation: wrong > 0 ? ProblemText.explanation.words : ProblemText.notesOnly.words,
      figure: try Problems(status, links: links).markup())
  }

  /// Where a file's problems stand in the page, by the file's name.
  static func anchors(_ status: RoundStatus) -> [String: String] {
    let shown = byFile(status).prefix(mostFiles).enumerated()
    return Dictionary(
      shown.map { ($1.name, "f\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
  }

  private init(_ status: RoundStatus, links: StatusLinks) {
    let all = Self.byFile(status)
    var room = Self.mostInAll
    files = all.prefix(Self.mostFiles).enumerated().map { index, file in
      let shown = file.causes.prefix(min(Self.mostCauses, room))
      room -= shown.count
      let left = file.causes.dropFirst(shown.count).reduce(0) { $0 + $1.count }
      return File(
        anchor: "f\(index + 1)", name: Words(file.name), count: Self.counts(file.wrong, file.notes),
        links: [
          links.reviewed[file.name].map { Link(address: $0, label: ProblemText.reviewed.words) },
          links.problems[file.name].map { Link(address: $0, label: ProblemText.text.words) },
        ].compactMap { $0 }, causes: shown.map(Self.cause),
        rest: left > 0 ? ProblemText.moreOfFile(count: left) : .none,
        isOpen: file.wrong > 0 && index < 12)
    }
    let left = all.count - files.count
    rest = left > 0 ? ProblemText.moreFiles(count: left) : .none
  }

  private struct FileCauses {
    var name: String
    var causes: [ProblemCause]
    var wrong: Int
    var notes: Int
  }

  /// The files with problems before those with notes alone, problems before notes.
  private static func byFile(_ status: RoundStatus) -> [FileCauses] {
    Dictionary(grouping: status.problems, by: \.file).map { name, causes in
      let wrong = causes.filter { $0.severity == .problem }
      let notes = causes.filter { $0.severity == .note }
      return FileCauses(
        name: name, causes: wrong + notes, wrong: wrong.reduce(0) { $0 + $1.count },
        notes: notes.reduce(0) { $0 + $1.count })
    }.sorted { ($0.wrong == 0 ? 1 : 0, $0.name) < ($1.wrong == 0 ? 1 : 0, $1.name) }
  }

  private static func counts(_ wrong: Int, _ notes: Int) -> Words {
    [
      wrong > 0 ? ProblemText.toMend(count: wrong) : .none,
      notes > 0 ? ProblemText.notes(count: notes) : .none,
    ].filter { !$0.isEmpty }.joined(", ", "，")
  }

  private static func cause(_ cause: ProblemCause) -> Cause {
    let single = cause.places.count == 1
    var cells: [Words] = []
    for place in cause.places where cells.count < mostPlaces {
      var words = Words(place.at).wrapped("<code>", "</code>")
      if place.at.isEmpty { words = ProblemText.wholeFile.words }
      if let found = place.found, !found.isEmpty, !single {
        words = words + ProblemText.found(["found": Words(found)])
      }
      if let suggestion = place.suggestion, !suggestion.isEmpty {
        words = words + ProblemText.suggestion(["value": Words(suggestion)])
      }
      cells.append(words)
      for other in place.others ?? [] where cells.count < mostPlaces {
        cells.append(Words(Self.inFile(other, cause.file)).wrapped("<code>", "</code>"))
      }
    }
    let left = cause.count - cells.count
    let message = cause.places.first.map { single ? cause.message(at: $0) : cause.generalMessage }
    return Cause(
      isNote: cause.severity == .note, message: message.map { Words($0, longest: 600) } ?? .none,
      allowed: cause.allowed.flatMap {
        $0.isEmpty ? nil : ProblemText.allowed(["allowed": Words($0, longest: 600)])
      } ?? .none, places: cells, rest: left > 0 ? ProblemText.morePlaces(count: left) : .none)
  }

  /// A further place without the name of the file under which it stands.
  private static func inFile(_ place: String, _ file: String) -> String {
    place.hasPrefix(file + " ") ? String(place.dropFirst(file.count + 1)) : place
  }
}

enum ProblemText: String, Phrase {
  case label = "To mend ‖ 待更正"
  case topic = "What to mend ‖ 需要更正的内容"
  case toMend = "{n} place to mend|{n} places to mend ‖ {n} 处待更正"
  case notes = "{n} note|{n} notes ‖ {n} 条提示"
  case explanation =
    "Nothing wrong blocks the rest. Mend a file in place and a new plan follows by itself. ‖ 问题不影响其余数据。在原文件中更正，即自动生成新方案。"
  case notesOnly = "Everything was read as it stands; a look may be worth it. ‖ 已按原样读取，值得核对。"
  case text = "All of them as text ‖ 全部问题（文本）"
  case reviewed = "Workbook with the cells marked ‖ 已标出问题单元格的工作簿"
  case wholeFile = "the file ‖ 整个文件"
  case found = " <span class=\"dim\">“{found}”</span> ‖ <span class=\"dim\">“{found}”</span>"
  case allowed = "Allowed: {allowed} ‖ 允许：{allowed}"
  case suggestion = " – did you mean <b>{value}</b>? ‖ ，是否应为 <b>{value}</b>？"
  case morePlaces =
    "and {n} more place: the text beside this page names all|and {n} more places: the text beside this page names all ‖ 另有 {n} 处，全部见同目录的问题文本"
  case moreOfFile =
    "{n} more place with other causes: the text of this file names all.|{n} more places with other causes: the text of this file names all. ‖ 另有 {n} 处属其他原因，全部见该文件的问题文本。"
  case moreFiles =
    "{n} more file with problems or notes: each has its text, and status.json names all.|{n} more files with problems or notes: each has its text, and status.json names all. ‖ 另有 {n} 个文件有问题或提示，各有问题文本，全部见 status.json。"
}
