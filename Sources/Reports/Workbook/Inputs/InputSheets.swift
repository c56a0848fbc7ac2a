import Pages
import Plans
import Records
import Spreadsheets

/// What a run was made from: every file with its hash and state, the earlier versions in force, and what is wrong where.
struct InputSheets {
  let words: SheetWords
  let inputs: InputsDocument
  let problems: [LocatedProblem]

  /// A file, or an earlier version of one.
  struct Version {
    let name: String
    let state: Bilingual
    var records: [String: Int] = [:]
    var size: Int?
    var hash = ""
    /// Of an earlier version: what stays in force.
    var kept: SheetCell = .empty
    var money: [String: Double] = [:]
    /// Whether it needs a look.
    var isMarked = false
  }

  /// A cell has no room for more keys; all stand in `inputs.json`.
  private static let mostKeys = 200

  var files: Sheet<Version> {
    func count(_ head: InputSheetText, _ kind: String) -> SheetColumn<Version> {
      .init(words.head(head.text), .number(decimals: 0)) {
        $0.records[kind].map(SheetCell.whole) ?? .empty
      }
    }
    var columns: [SheetColumn<Version>] = [
      .init(words.head(InputSheetText.file.text), .text) { .text($0.name) },
      .init(words.head(InputSheetText.state.text), .text) { words.cell($0.state) },
      count(.regions, "regions"), count(.links, "links"), count(.offers, "offers"),
      count(.proposals, "proposals"), count(.settings, "policy"),
    ]
    if !inputs.lastGood.isEmpty {
      columns += [
        .init(words.head(InputSheetText.keys.text), .list, widest: 40) { $0.kept },
        .init(words.moneyHead(InputSheetText.asks.text), words.money, tone: .region) {
          .number(orEmpty: $0.money["proposals"])
        },
        .init(words.moneyHead(InputSheetText.pledges.text), words.money, tone: .donor) {
          .number(orEmpty: $0.money["offers"])
        },
      ]
    }
    columns += [
      .init(words.head(InputSheetText.size.text), .number(decimals: 0)) {
        $0.size.map(SheetCell.whole) ?? .empty
      },
      .init(words.head(InputSheetText.hash.text), .list) { .text($0.hash) },
    ]
    return Sheet(
      name: words.name(InputSheetText.inputs.text), frozen: 1, columns: columns, rows: versions,
      isMarked: \.isMarked)
  }

  private var versions: [Version] {
    let files = inputs.files.map { file in
      Version(
        name: file.name, state: FileStateText(file.state).text, records: file.records,
        size: file.size, hash: file.hash.description,
        isMarked: ![FileState.accepted, .ignored].contains(file.state))
    }
    let kept = inputs.lastGood.map { version in
      Version(
        name: version.name, state: FileStateText.lastGoodInForce.text,
        records: version.keys.mapValues(\.count), hash: version.hash.description,
        kept: version.whole ? words.cell(InputSheetText.whole.text) : keys(of: version),
        money: version.money ?? [:], isMarked: true)
    }
    let continued = inputs.continues.map { earlier in
      Version(
        name: earlier.run,
        state: InputSheetText.continues.filled(
          "plan", Bilingual(en: earlier.plan, zh: earlier.plan)))
    }
    return files + kept + (continued.map { [$0] } ?? [])
  }

  private func keys(of version: InputsDocument.LastGood) -> SheetCell {
    let keys = version.keys.sorted { $0.key < $1.key }.flatMap(\.value)
    let named = keys.prefix(Self.mostKeys) + (keys.count > Self.mostKeys ? ["…"] : [])
    return words.list(named.map { Bilingual(en: $0, zh: $0) })
  }

  /// Problems before notes, as they stand in the files.
  var found: Sheet<LocatedProblem> {
    let sorted =
      problems.filter { $0.severity == .problem } + problems.filter { $0.severity == .note }
    return Sheet(
      name: words.name(InputSheetText.problems.text), frozen: 3,
      columns: [
        .init(words.head(InputSheetText.kind.text), .text) {
          words.cell(($0.severity == .problem ? InputSheetText.problem : .note).text)
        },
        .init(words.head(InputSheetText.file.text), .text, widest: 30) { .text($0.file) },
        .init(words.head(InputSheetText.place.text), .text, widest: 28) { .text($0.at) },
        .init(words.head(InputSheetText.message.text), .list, widest: 64) {
          .text(words.prose($0.message))
        },
        .init(words.head(InputSheetText.found.text), .text, widest: 24) { .text($0.found ?? "") },
        .init(words.head(InputSheetText.suggestion.text), .text, widest: 24) {
          .text($0.suggestion ?? "")
        },
        .init(words.head(InputSheetText.allowed.text), .list, widest: 32) {
          .text($0.allowed ?? "")
        },
        .init(words.head(InputSheetText.others.text), .list, widest: 32, isPrinted: false) {
          words.list($0.others.map { Bilingual(en: $0, zh: $0) })
        },
      ], rows: sorted, isMarked: { $0.severity == .problem })
  }
}
