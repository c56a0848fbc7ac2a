import ArgumentParser
import Intake
import Plans
import Records
import Reports
import Worker

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why, or why not: of a region, a pair of regions, an offer or a proposal.",
    discussion: """
      Example: jetbd explain plans/shanxi-2026/latest Guangdong Shanxi

      Names are codes, ids, names or titles in either language. Where one name has two meanings, say which: region:NAME,
      community:NAME, offer:ID, proposal:ID.
      """)

  @Argument(
    help: ArgumentHelp(
      "A run's folder: one that `jetbd plan` wrote, or plans/ROUND/latest.", valueName: "run"))
  var folder: String

  @Argument(help: "What to explain: one name, or a donor and a region.")
  var names: [String]

  @Option(help: "The plan; the recommended one if not given.")
  var plan: String?

  @Option(help: "en or zh; the round's own language if not given.")
  var language: Policy.Language?

  @Flag(help: "Print the parts of plans.json that the answer rests on.")
  var json = false

  func validate() throws {
    if names.count > 2 {
      throw ValidationError("name one thing, or a donor and a region; \(names.count) were named")
    }
  }

  func run() throws {
    let finished = try finishedRun(folder)
    let isChinese = (language ?? finished.round.policy.language) == .zh
    let known = Subjects(finished.round.records)
    let explanation: Explanation
    if let conflict = finished.plans.conflict {
      try explain(conflict, of: finished, isChinese: isChinese)
    }
    do {
      explanation = try Explanation(
        of: names.map(known.subject), plan: plan, in: finished.plans, round: finished.round)
    } catch let failure as Subjects.Failure {
      throw fail(isChinese ? failure.told.zh : failure.told.en, .usage)
    } catch let failure as Explanation.Failure {
      throw fail(
        isChinese ? failure.told.zh : failure.told.en, failure == .conflict ? .conflict : .usage)
    }
    print(
      json
        ? String(decoding: try jsonText(explanation.selection), as: UTF8.self)
        : explanation.text(isChinese ? .zh : .en), terminator: "")
  }
}

extension ExplainCommand {
  /// A run without a plan: the conflicts in which the subjects stand, and what would help.
  private func explain(
    _ conflict: Conflict, of run: FinishedRun, isChinese: Bool
  ) throws -> Never {
    let known = Subjects(run.round.records)
    let subjects: [Subject]
    do {
      subjects = try names.map(known.subject)
    } catch {
      throw fail(isChinese ? error.told.zh : error.told.en, .usage)
    }
    let text =
      json
      ? String(decoding: try jsonText(conflict), as: UTF8.self)
      : conflictText(
        conflict, about: subjects, of: run.round, currency: run.plans.currency,
        isChinese ? .zh : .en)
    print(text, terminator: "")
    throw ExitCode.conflict
  }
}

extension Subjects.Failure {
  fileprivate var told: Bilingual {
    switch self {
    case .unknown(let name, let near):
      guard !near.isEmpty else {
        return Bilingual(
          en:
            "nothing in this round is called “\(name)”; give a code, an id, a name or a title of its records",
          zh: "本轮没有名为“\(name)”的内容；请给出记录中的代码、编号、名称或标题")
      }
      let quoted = near.map { "“\($0)”" }
      return Bilingual(
        en:
          "nothing in this round is called “\(name)”; did you mean \(quoted.joined(separator: ", "))?",
        zh: "本轮没有名为“\(name)”的内容；是否为\(quoted.joined(separator: "、"))？")
    case .ambiguous(let name, let names):
      return Bilingual(
        en:
          "“\(name)” has \(names.count) meanings in this round; say which: \(names.joined(separator: ", "))",
        zh: "“\(name)”在本轮有 \(names.count) 个含义，请指明：\(names.joined(separator: "、"))")
    }
  }
}

extension Explanation.Failure {
  fileprivate var told: Bilingual {
    switch self {
    case .noPair:
      Bilingual(
        en: "two names explain a pair: both must be regions, a donor and a recipient",
        zh: "两个名称用于说明结对：须分别为支援方和受援方地区")
    case .noPlan(let id, let plans): unknownPlan(id, plans)
    case .conflict:
      Bilingual(
        en: "the run has no plan: its fixed pairs conflict; see its report.html",
        zh: "该次运算没有方案：固定结对相互冲突；见其 report.html")
    }
  }
}

/// A plan that the run does not have.
func unknownPlan(_ id: String, _ plans: [String]) -> Bilingual {
  Bilingual(
    en: "the run has no plan \(id); its plans are \(plans.joined(separator: ", "))",
    zh: "该次运算没有方案 \(id)；已有方案：\(plans.joined(separator: "、"))")
}
