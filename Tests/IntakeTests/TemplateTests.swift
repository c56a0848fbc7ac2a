import Foundation
import Records
import Spreadsheets
import Testing

@testable import Intake

@Suite struct TemplateTests {
  private static let templates = Template.Language.allCases.flatMap { language in
    Policy.MoneyUnit.allCases.map { Template(language: language, unit: $0, thisYear: 2026) }
  }

  /// What a template says of each column and setting comes from one place, which knows them all.
  @Test func everyColumnAndSettingIsExplainedInBothLanguages() {
    for kind in RecordKind.allCases {
      let guides = ColumnGuides.of(kind)
      #expect(Set(guides.keys) == Set(ColumnNames.of(kind).rules.map(\.column)), "\(kind)")
      for rule in ColumnNames.of(kind).rules {
        guard let guide = guides[rule.column] else { continue }
        #expect(isTold(guide.meaning), "\(rule.name)")
        let isChoice = rule.column == .amount
        #expect((guide.blank == nil) == (rule.isRequired && !isChoice), "\(rule.name)")
      }
    }
    #expect(Set(SettingGuides.all.keys) == Set(PolicySettings.names))
    for (name, guide) in SettingGuides.all { #expect(isTold(guide.meaning), "\(name)") }
  }

  private func isTold(_ words: Bilingual) -> Bool {
    words.en.hasSuffix(".") && !words.en.hasHan && words.zh.hasSuffix("。") && words.zh.hasHan
  }

  @Test func everyHeaderAndSettingMeansWhatItsTemplateSays() {
    for template in Self.templates {
      for kind in RecordKind.allCases {
        let columns = template.columns(of: kind)
        let known = columns.compactMap(\.column)
        #expect(Set(known) == Set(ColumnNames.of(kind).rules.map(\.column)))
        for column in columns {
          let header = Header(column.header)
          #expect(ColumnNames.of(kind).column(header.name) == column.column)
          if column.column == nil { #expect(header.year.map(template.years.contains) == true) }
          if column.column == nil || template.language == .zh { continue }
          #expect(!column.header.hasHan || template.unit == .wan || template.unit == .yi)
        }
      }
      for setting in template.settings {
        #expect(
          PolicySettings.match(setting.name)?.name == PolicySettings.match(setting.names.en)?.name)
        #expect(template.language == .en || setting.name.hasHan, "\(setting.name)")
      }
    }
  }

  /// The words of money are understood in every currency, and in its own alone.
  @Test func everyCurrencyAndUnitIsUnderstood() {
    for language in Template.Language.allCases {
      for unit in Policy.MoneyUnit.allCases {
        for currency in Currencies.codes {
          let template = Template(
            language: language, currency: currency, unit: unit, thisYear: 2026)
          let words = MoneyWords(template.moneyUnit)
          #expect(words?.exponent == unit.exponent, "\(template.moneyUnit)")
          #expect(words?.fits(currency) == true, "\(template.moneyUnit)")
        }
      }
    }
  }

  @Test func chineseValuesAreThoseOfTheVocabulary() {
    for (values, names) in [
      (UsualValues.sectors, Vocabulary.sectors), (UsualValues.instruments, Vocabulary.instruments),
      (UsualValues.policyAreas, Vocabulary.policyAreas),
    ] {
      for value in values { #expect(Vocabulary.value(value.zh, in: names) == value.en) }
      #expect(Set(values.map(\.en)) == Set(names.values))
    }
  }

  @Test func messagesAreShortEnoughToBeShownWhole() {
    for template in Self.templates {
      let lists = template.lists
      let rules =
        RecordKind.allCases.flatMap { template.columns(of: $0).map { template.rule($0, lists) } }
        + template.settings.map { template.rule($0, lists) }
      for rule in rules {
        #expect(rule.message.utf16.count <= EntryRule.longestMessage, "\(rule.message)")
        #expect(rule.error.utf16.count <= EntryRule.longestMessage, "\(rule.error)")
        if rule.answer != .none { #expect(!rule.error.isEmpty) }
      }
    }
  }

  @Test func readsAsItComesInEveryFormUnitAndLanguage() throws {
    for template in Self.templates {
      let csv = template.csvFiles()
      for file in csv {
        #expect(file.text.hasPrefix("\u{FEFF}") && file.text.hasSuffix("\r\n"))
      }
      let readings = [
        readRound(named: "t", files: [Sample.file("t.xlsx", try template.workbook())]),
        readRound(named: "t", files: [Sample.file("t.yaml", template.yaml())]),
        readRound(named: "t", files: csv.map { Sample.file($0.name, $0.text) }),
      ]
      for reading in readings {
        #expect(reading.problems.map(\.message.en) == [])
        let records = try #require(reading.records)
        #expect(records.horizon == 2026...2030)
        #expect(records.proposals.map(\.need) == [85])
        #expect(
          records.offers.map(\.amount) == [
            .byYear([2026: 40, 2027: 40, 2028: 40, 2029: 40, 2030: 40])
          ])
        #expect(records.policy.moneyUnit == template.unit)
        #expect(records.withoutOrigins == readings[0].records?.withoutOrigins)
      }
    }
  }

  @Test func theSameArgumentsGiveTheSameBytes() throws {
    let template = Template(language: .zh, thisYear: 2026)
    #expect(try template.workbook() == template.workbook())
  }

  /// Taken from a file that LibreOffice opened and saved.
  @Test(arguments: ["template-libreoffice.xlsx", "template-libreoffice.ods"])
  func readsAfterAnotherProgramSavedIt(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: WorkbookRoundTests.workbooks.appending(path: name)))
    let reading = readRound(named: "t", files: [Sample.file(name, bytes)])
    #expect(reading.problems.map(\.message.en) == [])
    #expect(reading.files.first?.records.values.reduce(0, +) == 6)
  }

  /// Only a template may have empty tables and sheets without a table.
  @Test func aMarkInAnotherPlaceIsNone() {
    let reading = Sample.read(["a.csv": "id,donor,amount\n\(TemplateMark.text),D,5\n"])
    #expect(reading.files.first?.records == ["offers": 1])
  }
}
