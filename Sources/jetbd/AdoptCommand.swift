import ArgumentParser
import Records
import Reports
import Worker

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Prints a plan's pairings as fixed_pairs for the policy, to freeze what was agreed.",
    discussion: """
      Example: jetbd adopt plans/shanxi-2026/latest A --pairs 10 > rounds/shanxi-2026/agreed.yaml

      The amounts are those of the plan, exact to the unit of the currency; the next plan gives each pair at
      least as much, but for a few units that rounding takes.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, csv }

  @Argument(
    help: ArgumentHelp(
      "A run's folder: one that `jetbd plan` wrote, or plans/ROUND/latest.", valueName: "run"))
  var folder: String

  @Argument(help: "The plan, by its id.")
  var plan: String

  @Option(help: "How many pairings, the first ranked ones; all if not given.")
  var pairs: Int?

  @Option(help: "yaml, or csv for a table of settings.")
  var format = Format.yaml

  func validate() throws {
    if let pairs, pairs < 1 { throw ValidationError("--pairs must be at least 1.") }
  }

  func run() throws {
    let finished = try finishedRun(folder)
    do {
      let adopted = try AdoptedPairs(
        plan: plan, most: pairs, of: finished.plans, round: finished.round)
      print(format == .yaml ? adopted.yaml : try adopted.csv(), terminator: "")
    } catch {
      let isChinese = finished.round.policy.language == .zh
      throw fail(isChinese ? error.told.zh : error.told.en, .usage)
    }
  }
}

extension AdoptedPairs.Failure {
  fileprivate var told: Bilingual {
    switch self {
    case .noPlan(let id, let plans): unknownPlan(id, plans)
    case .notInOneCell(let code):
      Bilingual(
        en: "the code “\(code)” cannot stand in a list of pairs in one cell; use --format yaml",
        zh: "代码“\(code)”不能写入单元格内的结对列表；请用 --format yaml")
    }
  }
}
