import ArgumentParser
import Foundation
import Intake
import Records
import Worker

/// `jetbd template`: files for planners to fill.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract:
      "Writes files for planners to fill, with units, drop-downs and an explanation of every column.",
    discussion: """
      As a workbook, a folder of CSV files or a YAML document, in English or Chinese. With --round the drop-downs offer the \
      round's regions, sectors, instruments and years. An existing file is never written over.

      Example: jetbd template --language zh --out 填报模板.xlsx
      Example: jetbd template --round rounds/mpumalanga-2026 --format csv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case xlsx, csv, yaml }

  @Option(help: "xlsx (a workbook), csv (a folder of files) or yaml.")
  var format = Format.xlsx

  @Option(help: "zh or en; the round's own language, or en, if not given.")
  var language: Template.Language?

  @Option(
    help: "A round's folder: its regions, sectors, instruments, years and currency are offered.")
  var round: String?

  @Option(help: "ISO 4217; the round's currency, or CNY, if not given.")
  var currency: String?

  @Option(
    help:
      "The unit of money in headers: M, 万, 亿, k or bn; 万 in Chinese and M in English if not given.")
  var unit: Policy.MoneyUnit?

  @Option(
    help:
      "The year columns, as FIRST-LAST; the round's years, or five from this one on, if not given.")
  var years: String?

  @Option(help: "Where to write; jetbd-template-LANGUAGE in this folder if not given.")
  var out: String?

  func validate() throws {
    if let currency, !Template.knows(currency: currency) {
      throw ValidationError(
        "--currency takes an ISO 4217 code such as CNY, USD or EUR, not \(currency).")
    }
    if let years, TemplateCommand.years(years) == nil {
      throw ValidationError("--years takes at most 30 years such as 2026-2030, not \(years).")
    }
  }

  func run() throws {
    let words = try round.map { folder in
      do {
        return roundVocabulary(try RoundFolder.read(folder).files)
      } catch {
        throw fail("\(error)", .usage)
      }
    }
    let language = language ?? (words?.language == .zh ? .zh : .en)
    let template = Template(
      language: language, currency: currency?.uppercased(), unit: unit,
      years: years.flatMap(TemplateCommand.years), round: words,
      thisYear: Calendar(identifier: .gregorian).component(.year, from: Date()))
    let place =
      out ?? "jetbd-template-\(language.rawValue)" + (format == .csv ? "" : ".\(format.rawValue)")
    guard !FileManager.default.fileExists(atPath: place) else {
      throw fail(
        "\(place) exists already and is left as it is; name another place with --out", .usage)
    }
    do {
      try write(template, to: URL(fileURLWithPath: place))
    } catch {
      throw fail("the template cannot be written to \(place): \(RoundFolder.reason(error))", .usage)
    }
    print(language == .zh ? "已写入 \(place)" : "Written to \(place)")
  }

  private func write(_ template: Template, to place: URL) throws {
    switch format {
    case .xlsx: try Data(template.workbook()).write(to: place, options: .withoutOverwriting)
    case .yaml: try Data(template.yaml().utf8).write(to: place, options: .withoutOverwriting)
    case .csv:
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
      for file in template.csvFiles() {
        try Data(file.text.utf8).write(to: place.appending(path: file.name))
      }
    }
  }

  private static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1],
      (1900...2199).contains(first), (first..<(first + 30)).contains(last)
    else { return nil }
    return first...last
  }
}

extension Template.Language: ExpressibleByArgument {}
extension Policy.MoneyUnit: ExpressibleByArgument {}
