import Pages
import Plans
import Records

/// Every file of the round with its state. Files to mend come first.
struct FileTable: Templated {
  struct Row {
    let name: Words
    let state: Words
    let reason: Words
    let isFaulty: Bool
    let since: Words
    let records: Words
    let toMend: Words
    /// Where its problems stand in the page.
    let anchor: String?
  }

  let file = FileText.file.words
  let state = FileText.state.words
  let since = FileText.since.words
  let records = FileText.records.words
  let toMend = FileText.toMend.words
  let rows: [Row]
  /// The names of those that have no row, by state.
  let others: [Words]
  let rest: Words

  static let template = """
    <div class="scroll"><table class="files"><thead><tr><th scope="col" class="l">{{{file}}}</th>\
    <th scope="col" class="l">{{{state}}}</th><th scope="col" class="l opt">{{{records}}}</th>\
    <th scope="col">{{{toMend}}}</th><th scope="col" class="opt">{{{since}}}</th></tr></thead><tbody>
    {{#rows}}<tr{{#isFaulty}} class="low"{{/isFaulty}}><th scope="row">{{{name}}}</th>\
    <td class="l">{{{state}}}{{#reason}}<small>{{{reason}}}</small>{{/reason}}</td>\
    <td class="l opt dim">{{{records}}}</td>\
    <td>{{#anchor}}<a href="#{{anchor}}">{{{toMend}}}</a>{{/anchor}}{{^anchor}}{{{toMend}}}{{/anchor}}</td>\
    <td class="opt dim">{{{since}}}</td></tr>
    {{/rows}}</tbody></table></div>{{#others}}<p class="names">{{{.}}}</p>{{/others}}\
    {{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}
    """

  /// How many files have a row, and how many more are named below.
  static let most = 150
  static let mostNamed = 1000

  static func section(_ status: RoundStatus) throws -> Section {
    let present = status.files.filter { $0.state != .withdrawn }.count
    let faulty = status.files.count { $0.state.asksForMending }
    return Section(
      id: "files", label: FileText.label.words, topic: FileText.topic.words,
      finding: present == 0
        ? FileText.none.words
        : faulty == 0 ? FileText.allWell.words : FileText.faulty(count: faulty),
      figure: status.files.isEmpty ? .none : try FileTable(status).markup())
  }

  private init(_ status: RoundStatus) {
    var wrong: [String: Int] = [:]
    for cause in status.problems where cause.severity == .problem {
      wrong[cause.file, default: 0] += cause.count
    }
    let anchors = Problems.anchors(status)
    // What asks for somebody comes first, then what is not taken in yet, then what came last.
    let sorted = status.files.sorted {
      let (first, second) = ($0.state.order, $1.state.order)
      if first != second { return first < second }
      return $0.since != $1.since && status.files.count > Self.most
        ? $0.since > $1.since : $0.name < $1.name
    }
    rows = sorted.prefix(Self.most).map { file in
      Row(
        name: Words(file.name), state: FileStateText(file.state).words,
        reason: file.reason.map { Words($0, longest: 600) } ?? .none,
        isFaulty: file.state.asksForMending, since: moment(file.since),
        records: file.records.map(RecordText.words) ?? .none,
        toMend: wrong[file.name].map { grouped(Double($0)) } ?? .markup("–"),
        anchor: wrong[file.name] == nil ? nil : anchors[file.name])
    }
    let named = sorted.dropFirst(Self.most).prefix(Self.mostNamed)
    others = Dictionary(grouping: named, by: \.state)
      .sorted { $0.key.order < $1.key.order }.map { state, files in
        FileText.others([
          "state": FileStateText(state).words.capitalised, "n": grouped(Double(files.count)),
          "files": files.map { Words($0.name) }.joined(", ", "、"),
        ])
      }
    let left = sorted.count - rows.count - named.count
    rest = left > 0 ? FileText.more(count: left) : .none
  }
}

extension FileState {
  /// Whether a planner has something to do.
  var asksForMending: Bool {
    switch self {
    case .acceptedInPart, .lastGoodInForce, .rejected: true
    case .waiting, .accepted, .ignored, .withdrawn: false
    }
  }

  /// Where a file of this state stands among others.
  fileprivate var order: Int {
    switch self {
    case .acceptedInPart, .lastGoodInForce, .rejected: 0
    case .waiting: 1
    case .accepted: 2
    case .ignored: 3
    case .withdrawn: 4
    }
  }
}

enum FileText: String, Phrase {
  case label = "Files ‖ 文件"
  case topic = "Files of the round ‖ 本轮文件"
  case allWell = "No file needs mending ‖ 没有需要更正的文件"
  case none = "The round has no files ‖ 本轮没有文件"
  case faulty = "{n} file needs mending|{n} files need mending ‖ {n} 个文件需要更正"
  case file = "File ‖ 文件"
  case state = "State ‖ 状态"
  case since = "Since, UTC ‖ 起始（UTC）"
  case records = "Good records ‖ 有效记录"
  case toMend = "To mend ‖ 待更正"
  case others = "<b>{state}, {n} more:</b> {files} ‖ <b>{state}，另有 {n} 个：</b>{files}"
  case more =
    "{n} more file: status.json names all.|{n} more files: status.json names all. ‖ 另有 {n} 个文件，全部见 status.json。"
}
