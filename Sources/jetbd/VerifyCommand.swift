import ArgumentParser
import Foundation
import Plans
import Proof
import Records
import Worker

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Checks a run from its own inputs: that its plans are valid, and that no better ones were missed.",
    discussion: """
      Example: jetbd verify plans/shanxi-2026/latest

      Reads the run's inputs again, checks every rule in whole units of the currency, recomputes every bound over all pairs
      from certificate.json, and makes every report anew. Prices, stability and changes that win are no part of the proof:
      --again plans the round again and compares them too.

      Exit codes: 0 all of it holds, 1 something does not (each named), 2 usage.
      """)

  @Argument(
    help: ArgumentHelp(
      "A run's folder: one that `jetbd plan` wrote, or plans/ROUND/latest.", valueName: "run"))
  var folder: String

  @Flag(help: "Plan the round again and compare every figure.")
  var again = false

  @Option(help: "en or zh; English if not given.")
  var language: Policy.Language?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let isChinese = language == .zh
    let verification: RunVerification
    do {
      verification = try verifyRun(folder, again: again) {
        writeToStandardError(isChinese ? "正在重新编制……\n" : "planning again …\n")
      }
    } catch {
      throw fail("\(error)", error.isUsage ? .usage : .noPlan)
    }
    if json {
      print(
        String(decoding: try jsonText(VerificationDocument(verification)), as: UTF8.self),
        terminator: "")
      if !verification.findings.isEmpty { throw ExitCode.noPlan }
      return
    }
    for finding in verification.findings {
      let place = [finding.file, finding.at].filter { !$0.isEmpty }.joined(separator: ", ")
      let text = isChinese ? finding.message.zh : finding.message.en
      print(place.isEmpty ? text : "\(place): \(text)")
    }
    guard verification.findings.isEmpty else {
      let count = verification.findings.count
      print(isChinese ? "\n核验未通过：\(count) 处不符" : "\nNot verified: \(count) thing(s) do not hold.")
      throw ExitCode.noPlan
    }
    print(verification.summary(isChinese ? .zh : .en), terminator: "")
  }
}

/// What `jetbd verify --json` prints.
private struct VerificationDocument: Encodable {
  struct Entry: Encodable {
    var file: String
    var at: String
    var message: Bilingual
  }

  struct Proven: Encodable {
    var plan: String
    var status: Plan.Status
    var tickets: Int
    var stages: [StageProof.Kind]
    var programs: Int
    var gap: Double
  }

  var format = "jetb.verification/1"
  var verified: Bool
  var again: Bool
  var findings: [Entry]
  var plans: [Proven]

  init(_ verification: RunVerification) {
    verified = verification.findings.isEmpty
    again = verification.isPlannedAgain
    findings = verification.findings.map { Entry(file: $0.file, at: $0.at, message: $0.message) }
    plans = zip(verification.plans?.plans ?? [], verification.certificate?.plans ?? []).map {
      Proven(
        plan: $0.id, status: $0.status, tickets: $0.tickets.count, stages: $1.stages.map(\.stage),
        programs: $1.stages.flatMap(\.programs).count, gap: $1.gap)
    }
  }
}

extension PlanProof {
  /// The largest of all its programs.
  fileprivate var gap: Double { stages.flatMap(\.programs).map(\.gap).max() ?? 0 }
}

extension RunVerification {
  /// What was shown, for people.
  fileprivate func summary(_ language: Policy.Language) -> String {
    let isChinese = language == .zh
    guard let plans, let certificate else {
      return isChinese
        ? "核验通过：冲突及其最小修改重新计算后一致。\n"
        : "Verified: the conflict and its cheapest repair are the same planned again.\n"
    }
    var lines = [
      isChinese
        ? "核验通过：\(plans.plans.count) 个方案，\(plans.eligiblePairs) 个可行组合全部计入界限。"
        : "Verified: \(plans.plans.count) plan(s), with bounds over all \(plans.eligiblePairs) eligible pairs."
    ]
    for (plan, proof) in zip(plans.plans, certificate.plans) {
      let programs = proof.stages.flatMap(\.programs)
      let gap = proof.gap
      let stages = proof.stages.map(\.stage.rawValue).joined(separator: ", ")
      let worst = gap < 1e-12 ? "0" : String(format: "%.0e", gap)
      lines.append(
        isChinese
          ? "  \(plan.id)（\(plan.status == .optimal ? "最优" : "提前停止")）：\(plan.tickets.count) 笔资金安排遵守全部规则；\(programs.count) 个线性规划，最大差距 \(worst)（\(stages)）"
          : "  \(plan.id) (\(plan.status.rawValue)): \(plan.tickets.count) tickets keep every rule; \(programs.count) programs, largest gap \(worst) (\(stages))"
      )
    }
    if isPlannedAgain {
      lines.append(isChinese ? "重新编制后，每个数字都相同。" : "Planned again, every figure is the same.")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
