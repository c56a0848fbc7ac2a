import Records

/// Files for planners to fill: a table per kind with units, values to choose from, an example row and an explanation of every
/// column, as a workbook, CSV files or a YAML document.
///
/// As it comes it reads without a problem or a note; the same arguments give the same bytes.
package struct Template: Sendable {
  package enum Language: String, CaseIterable, Sendable { case en, zh }

  let language: Language
  let currency: String
  /// The unit of money that headers name.
  let unit: Policy.MoneyUnit
  let years: ClosedRange<Int>
  /// The round that it is for; its policy is in force already, so that the template gives none but the currency.
  let round: RoundVocabulary?

  /// The year columns of a template whose round names no years.
  private static let usualYears = 5

  /// - Parameters:
  ///   - currency: nil for the round's, else that of a policy that names none.
  ///   - unit: nil for the usual one: 万 in Chinese, M in English.
  ///   - years: nil for the round's, else five from this year on.
  package init(
    language: Language, currency: String? = nil, unit: Policy.MoneyUnit? = nil,
    years: ClosedRange<Int>? = nil, round: RoundVocabulary? = nil, thisYear: Int
  ) {
    self.language = language
    self.currency = currency ?? round?.currency ?? Policy().currency
    self.unit = unit ?? (language == .zh ? .wan : .millions)
    self.years = years ?? round?.years ?? thisYear...(thisYear + Template.usualYears - 1)
    self.round = round
  }

  /// Whether a currency is one of ISO 4217.
  package static func knows(currency: String) -> Bool {
    Currencies.codes.contains(currency.uppercased())
  }

  var sectors: [Bilingual] { values(round?.sectors, UsualValues.sectors) }
  var policyAreas: [Bilingual] { values(round?.policyAreas, UsualValues.policyAreas) }

  /// Those that every round knows, and the round's own.
  var instruments: [Bilingual] {
    let usual = UsualValues.instruments
    let own = (round?.instruments ?? []).filter { value in !usual.contains { $0.en == value } }
    return usual + own.map { Bilingual($0, $0) }
  }

  private func values(_ own: [String]?, _ usual: [Bilingual]) -> [Bilingual] {
    guard let own, !own.isEmpty else { return usual }
    return UsualValues.named(own, among: usual)
  }

  func name(of kind: RecordKind) -> String {
    switch kind {
    case .regions: text(Bilingual("Regions", "地区"))
    case .links: text(Bilingual("Links", "煤炭联系"))
    case .offers: text(Bilingual("Offers", "供给"))
    case .proposals: text(Bilingual("Proposals", "项目"))
    case .policy: text(Bilingual("Policy", "政策"))
    }
  }

  var explanationName: String { text(Bilingual("Explanations", "说明")) }
  var listsName: String { text(Bilingual("Lists", "选项")) }
}
