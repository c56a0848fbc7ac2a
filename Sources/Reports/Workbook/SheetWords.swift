import Pages
import Plans
import Records
import Round
import Spreadsheets

/// Texts and units of a workbook, in the round's language or in both.
struct SheetWords {
  private let language: Policy.Language
  /// The unit of all money: `CNY M`.
  let unit: Bilingual
  /// So that a small round does not read `0.00` throughout. The values behind are exact to the unit of the currency.
  let money: ColumnKind
  // Looked up once: phrases are taken apart each time.
  private var yes = SheetCell.empty
  private var no = SheetCell.empty

  init(_ document: PlansDocument, round: Round?) {
    language = round?.policy.language ?? .both
    let currency = document.currency
    unit = SheetText.million.filled(
      "currency", Bilingual(en: currency, zh: Money.namesZh[currency] ?? " " + currency))
    let invested = document.plans.map(\.scorecard.invested).max() ?? 0
    money = .number(decimals: invested >= 10 ? 2 : invested >= 0.1 ? 4 : 6)
    yes = cell(.yes)
    no = cell(.no)
  }

  /// The head of a column: both languages one below the other.
  func head(_ text: Bilingual) -> String { joined(text, "\n") }

  func head(_ phrase: SheetText) -> String { head(phrase.filled("unit", unit)) }

  /// Whether every text stands in both languages.
  var isBoth: Bool { language == .both }

  /// A text on one line.
  func line(_ text: Bilingual) -> String { joined(text, " / ") }

  /// Sentences: both languages one below the other.
  func prose(_ text: Bilingual) -> String { joined(text, "\n") }

  /// The name of a sheet.
  func name(_ text: Bilingual) -> String { joined(text, " ") }

  /// At the foot of printed pages; `&P` and `&N` are codes.
  var footer: String {
    line(
      OverviewText.page.filled("page", Bilingual(en: "&P", zh: "&P"))
        .filled("pages", Bilingual(en: "&N", zh: "&N")))
  }

  /// The head of a column of money.
  func moneyHead(_ text: Bilingual) -> String {
    head(SheetText.inUnit.filled("unit", unit).filled("head", text))
  }

  func yearHead(_ year: String) -> String {
    moneyHead(SheetText.year.filled("year", Bilingual(en: year, zh: year)))
  }

  /// The head of a column of what one million more of a limit brings.
  func perMoreHead(_ name: Bilingual) -> String { head(SheetText.perMore.filled("name", name)) }

  /// The head of a column of what money brings; a column of the planners' own has no unit but its name.
  func head(_ indicator: Indicator) -> (text: String, kind: ColumnKind) {
    switch indicator {
    case .jobs: (head(.jobs), .number(decimals: 0))
    case .co2Avoided: (head(.avoided), .number(decimals: 0))
    case .valueAdded: (head(.valueAdded), money)
    default: (indicator.text, .plain)
    }
  }

  /// The name of a sheet.
  func name(_ phrase: SheetText) -> String { joined(phrase.text, " ") }

  /// A name in a cell.
  func cell(_ text: Bilingual) -> SheetCell { .text(joined(text, " / ")) }

  func cell(orEmpty text: Bilingual?) -> SheetCell { text.map(cell) ?? .empty }

  func cell(_ phrase: SheetText) -> SheetCell { cell(phrase.text) }

  func yes(_ holds: Bool) -> SheetCell { holds ? yes : no }

  /// - Parameter most: how many are named; the rest is counted.
  func list(_ texts: [Bilingual], most: Int = .max) -> SheetCell {
    var named = Array(texts.prefix(most))
    if texts.count > most {
      named.append(SheetText.more(count: texts.count - most).plain)
    }
    return .text(named.map(line).joined(separator: language == .zh ? "；" : "; "))
  }

  /// The rules that keep a pairing from being larger, those of one kind together: `need met: Wind farm; coal bond just met`.
  ///
  /// - Parameter most: more of a kind are not named but counted: `need met × 3`.
  func limits(_ rules: [String], _ names: Names, most: Int = .max) -> SheetCell {
    var kinds: [String] = []
    var subjects: [String: [String]] = [:]
    for rule in rules {
      let parts = rule.split(separator: " ", maxSplits: 1).map(String.init)
      let known = parts.first.flatMap { LimitText(rule: $0) }
      let kind = known.map { line($0.text) } ?? rule
      if subjects[kind] == nil { kinds.append(kind) }
      if known != nil, parts.count > 1 {
        subjects[kind, default: []].append(line(names.subject(parts[1])))
      }
    }
    let (colon, comma, semicolon) = language == .zh ? ("：", "、", "；") : (": ", ", ", "; ")
    return .text(
      kinds.map { kind in
        let names = subjects[kind] ?? []
        if names.count > most { return kind + " × \(names.count)" }
        return names.isEmpty ? kind : kind + colon + names.joined(separator: comma)
      }.joined(separator: semicolon))
  }

  private func joined(_ text: Bilingual, _ separator: String) -> String {
    switch language {
    case .en: text.en
    case .zh: text.zh
    case .both: text.en == text.zh ? text.en : text.en + separator + text.zh
    }
  }
}

extension Phrase {
  /// The phrase as plain text, with one thing filled in.
  func filled(_ place: String, _ value: Bilingual) -> Bilingual {
    text.filled(place, value)
  }
}

extension Bilingual {
  /// With the first letter of the English a capital.
  var capitalised: Bilingual { Bilingual(en: en.prefix(1).uppercased() + en.dropFirst(), zh: zh) }

  func filled(_ place: String, _ value: Bilingual) -> Bilingual {
    Bilingual(
      en: en.replacing("{\(place)}", with: value.en), zh: zh.replacing("{\(place)}", with: value.zh)
    )
  }
}

extension Names {
  /// What a rule of a pairing is about, by name: a proposal, an offer, or an offer and a year.
  fileprivate func subject(_ text: String) -> Bilingual {
    if proposal(ProposalID(text)) != nil { return title(ProposalID(text)) }
    if offer(OfferID(text)) != nil { return called(OfferID(text)).plain }
    // A year follows the offer's id, which may have spaces itself.
    guard let space = text.lastIndex(of: " ") else { return Bilingual(en: text, zh: text) }
    let (id, year) = (OfferID(String(text[..<space])), text[space...])
    guard offer(id) != nil else { return Bilingual(en: text, zh: text) }
    let name = called(id).plain
    return Bilingual(en: name.en + year, zh: name.zh + year)
  }
}
