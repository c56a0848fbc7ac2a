import Foundation
import Records
import Testing

@testable import Pages
@testable import Reports
@testable import StatusPages

@Suite struct PhraseTests {
  /// Every table of phrases: name, and its cases by name.
  private static let tables:
    [(name: String, phrases: [(name: String, raw: String, text: Bilingual)])] = [
      table(AdoptText.self), table(AttentionText.self), table(BudgetText.self),
      table(CandidateText.self),
      table(ConflictText.self), table(ConflictLineText.self),
      table(ConflictRuleText.self), table(DifferenceText.self), table(EstimateText.self),
      table(EditText.self), table(EffectText.self), table(ProgressText.self),
      table(ExplainText.self), table(FairnessText.self), table(FieldText.self),
      table(FlowText.self),
      table(FieldNameText.self), table(AlikeText.self),
      table(InputText.self), table(InstrumentText.self), table(KeyText.self), table(LackText.self),
      table(LeadText.self), table(LedgerText.self), table(LimitNameText.self),
      table(LimitText.self), table(ListText.self), table(MatrixText.self), table(PageText.self),
      table(PairingText.self), table(PriceText.self), table(PricesText.self),
      table(ProfileText.self), table(ProofText.self), table(QuantityText.self),
      table(ReasonText.self),
      table(ReportText.self), table(SheetText.self), table(StopText.self),
      table(TerminalText.self), table(TradeText.self), table(TradeOffText.self),
      table(UnfundedText.self),
      table(UnusedText.self), table(WeightsText.self), table(WinningText.self),
      table(FileStateText.self), table(FileText.self), table(HistoryText.self),
      table(InForceText.self), table(IndexText.self), table(IntegerRuleText.self),
      table(OperatorText.self),
      table(ProblemText.self), table(RecordText.self), table(StateText.self),
      table(OverviewText.self), table(TradeOffSheetText.self), table(InputSheetText.self),
      table(PolicyText.self), table(StageText.self),
      table(StatusLeadText.self), table(StatusPageText.self), table(StepText.self),
    ]

  private static func table<Table: Phrase>(_ table: Table.Type) -> (
    name: String, phrases: [(name: String, raw: String, text: Bilingual)]
  ) {
    ("\(table)", table.allCases.map { ("\($0)", $0.rawValue, $0.text) })
  }

  @Test func everyPhraseHasBothLanguagesAndTheSamePlaces() {
    for table in Self.tables {
      for phrase in table.phrases {
        #expect(phrase.raw.contains(" ‖ "), "\(table.name).\(phrase.name) has one language")
        #expect(!phrase.text.zh.isEmpty)
        let forms = phrase.text.en.split(separator: "|")
        // A phrase may leave its count out of one English form: `pairing|pairings`.
        for form in forms where places(String(form)) != places(phrase.text.zh) {
          #expect(
            places(String(form)).union(["n"]) == places(phrase.text.zh).union(["n"]),
            "\(table.name).\(phrase.name) has other places in Chinese")
        }
      }
    }
  }

  @Test func everyPhraseIsUsedAndEveryTableIsTested() throws {
    let sources = try swiftSources()
    // Names that serve by their text, not one by one.
    let byText: Set = ["FieldText", "FieldNameText", "ProfileText", "InstrumentText", "RecordText"]
    for table in Self.tables where !byText.contains(table.name) {
      for phrase in table.phrases {
        // `\b` sees one word in `asks.words`.
        let use = try Regex("\\.\(phrase.name)(?![A-Za-z0-9])")
        #expect(sources.contains(use), "\(table.name).\(phrase.name) is not used")
      }
    }
    let declared = sources.matches(of: /enum (\w+): String, Phrase/).map { String($0.output.1) }
    #expect(Set(declared) == Set(Self.tables.map(\.name)))
  }

  @Test func whatIsFilledInIsNotFilledAgain() {
    let words = MatrixText.finding(count: 2, ["used": Words("{n}")])
    #expect(words.en == "{n} of 2 possible pairings are used")
  }

  @Test func englishHasTwoForms() {
    #expect(KeyText.pairings(count: 1).en == "pairing")
    #expect(KeyText.pairings(count: 2).en == "pairings")
    #expect(KeyText.donors(count: 1).zh == "1 个支援方")
  }

  private func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
  }

  private func swiftSources() throws -> String {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    return try ["Pages", "Reports", "StatusPages"].map { room in
      let folder = sources.appending(path: room)
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
        .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }.joined()
  }
}
