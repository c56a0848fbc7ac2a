import Foundation
import Intake
import Pairing
import Plans
import Proof
import Records
import Reports
import Round

/// What `verifyRun` came to.
public struct RunVerification: Sendable {
  /// What does not hold, in the order in which it was looked at; empty where all does.
  public var findings: [Finding] = []
  /// nil where the run cannot be read.
  public var plans: PlansDocument?
  public var certificate: Certificate?
  /// Whether the round was planned again, and every figure compared.
  public var isPlannedAgain = false
}

/// Verifies a run folder from what is kept of it: its files against their sums, its inputs read again, its plans and their proof
/// against the round that these give, and every file that tells of the plans made anew.
///
/// Answers to "what if", which no proof covers, are compared with a round planned again where that is asked for, where
/// `plans.json` is not as it was written (to say which figure was changed), and for a conflict.
///
/// - Parameters:
///   - again: whether to plan again in any case.
///   - progress: told before the round is planned again.
/// - Throws: `FinishedRun.Failure` where `folder` is no run.
public func verifyRun(
  _ folder: String, again: Bool = false, progress: () -> Void = {}
) throws(FinishedRun.Failure) -> RunVerification {
  let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
  var result = RunVerification()
  let run: FinishedRun
  do {
    run = try FinishedRun(folder: folder)
  } catch {
    if error.isUsage { throw error }
    result.findings = SumsCheck(folder: path).findings() + [Finding(error)]
    return result
  }
  let changed = SumsCheck(folder: path).findings()
  result.plans = run.plans
  result.findings = changed + inputFindings(run, folder: path)
  do {
    result.certificate = try proof(run, folder: path, &result.findings)
    result.findings += try derivedFindings(run, certificate: result.certificate, folder: path)
    let isChanged = changed.contains { $0.file == "plans.json" }
    let isStopped = run.plans.plans.contains { $0.status == .stopped }
    if again || isChanged || run.plans.conflict != nil, !isStopped {
      progress()
      result.findings += try againFindings(run, folder: path)
      result.isPlannedAgain = true
    }
  } catch {
    result.findings.append(
      Finding(file: "plans.json", at: "", en: "cannot be checked: \(error)", zh: "无法核验：\(error)"))
  }
  return result
}

extension Finding {
  init(_ failure: FinishedRun.Failure) {
    self.init(file: "", at: "", en: failure.description, zh: failure.description)
  }
}

/// The proof of the plans, where there are any.
private func proof(
  _ run: FinishedRun, folder: String, _ found: inout [Finding]
) throws -> Certificate? {
  guard !run.plans.plans.isEmpty else { return nil }
  let certificate: Certificate
  do {
    certificate = try FinishedRun.document(
      Certificate.self, Certificate.currentFormat, at: folder + "/certificate.json")
  } catch {
    found.append(Finding(error))
    return nil
  }
  found += findings(
    in: run.plans, certificate: certificate, round: run.round, continuing: run.inputs.continues)
  return certificate
}

// MARK: Inputs

/// `inputs.json` and the problems of `plans.json` against the inputs read again, and the run's name against their hash.
private func inputFindings(_ run: FinishedRun, folder: String) -> [Finding] {
  var found: [Finding] = []
  var read = InputsDocument(
    round: run.inputs.round, files: run.reading.files.map(InputsDocument.File.init),
    lastGood: run.reading.lastGood.map { InputsDocument.LastGood($0, of: run.reading.records) },
    continues: run.inputs.continues)
  read.limits = run.inputs.limits
  if read != run.inputs {
    let names = zip(read.files, run.inputs.files).filter { $0 != $1 }.map(\.1.name)
    found.append(
      Finding(
        file: "inputs.json", at: names.joined(separator: ", "),
        en: "does not say what the inputs give when they are read again", zh: "与重新读取输入所得不符"))
  }
  let problems = run.reading.problems.map(LocatedProblem.init)
  // What could not be read at all is not kept, so that it cannot be read again.
  let told = run.plans.problems.filter { $0.kind != "file-unreadable" }
  if problems != told {
    let at = zip(problems, told).first { $0 != $1 }.map { "\($1.file) \($1.at)" }
    found.append(
      Finding(
        file: "plans.json", at: "problems\(at.map { ", \($0)" } ?? "")",
        en: "are not those of the inputs (\(problems.count) are, \(told.count) are told)",
        zh: "与输入的问题不符（实有 \(problems.count) 项，写明 \(told.count) 项）"))
  }
  let name = URL(fileURLWithPath: folder).lastPathComponent
  if let match = name.wholeMatch(of: /\d{8}T\d{6}Z-([0-9a-f]{8})/),
    match.1 != run.inputs.runDigits
  {
    found.append(
      Finding(
        file: "inputs.json", at: "",
        en:
          "gives the run another name: it ends with \(match.1), its inputs give \(run.inputs.runDigits)",
        zh: "与运行名称不符：名称以 \(match.1) 结尾，由输入得到 \(run.inputs.runDigits)"))
  }
  return found
}

// MARK: Files that tell of the plans

/// Every file that follows from plans, inputs and certificate, made anew.
private func derivedFindings(
  _ run: FinishedRun, certificate: Certificate?, folder: String
) throws -> [Finding] {
  var files = try runFiles(plans: run.plans, round: run.round, inputs: run.inputs)
  if let certificate {
    files.append(RunFile(name: "certificate.json", bytes: try jsonText(certificate)))
  }
  return files.compactMap { file in
    let found = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + file.name))
    guard let found else {
      return Finding(file: file.name, at: "", en: "is missing", zh: "缺失")
    }
    guard [UInt8](found) != file.bytes else { return nil }
    return Finding(
      file: file.name, at: "", en: "does not tell what plans.json and the inputs give",
      zh: "与 plans.json 和输入所得不符")
  }
}

// MARK: Planned again

/// Where `plans.json` differs from what the same inputs give when they are planned again.
private func againFindings(_ run: FinishedRun, folder: String) throws -> [Finding] {
  let finished = try solveRound(
    named: run.inputs.round, files: run.files, inForce: run.inForce,
    continuing: run.inputs.continues, limits: run.inputs.limits ?? InputLimits())
  guard let plans = finished.files.first(where: { $0.name == "plans.json" }),
    let written = try? Data(contentsOf: URL(fileURLWithPath: folder + "/plans.json"))
  else {
    return [
      Finding(
        file: "plans.json", at: "",
        en: "is not what the inputs give: planned again, there is no plan", zh: "与输入不符：重新编制得不到方案")
    ]
  }
  let differences = JSONDifference.between(Data(plans.bytes), written)
  return differences.prefix(20).map { difference in
    Finding(
      file: "plans.json", at: difference.path,
      en: "says \(difference.found), planned again it is \(difference.expected)",
      zh: "写为 \(difference.found)，重新编制为 \(difference.expected)")
  }
}
