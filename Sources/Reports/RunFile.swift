import Plans
import Round
import Spreadsheets

/// A file of a run folder.
public struct RunFile: Hashable, Sendable {
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files that tell planners and programs what came out, in the order of this list: `plans.json`, `inputs.json`,
/// `report.html`, with a round `round.dat`, with plans or a conflict `plans.xlsx`, and with plans also `ranking.csv` and for
/// each plan its pairings, tickets and, where there is any, expertise.
///
/// They depend on the arguments alone: no clock, path or machine. `report.html` names an input file only where a
/// problem stands in it, so it stays the same when files are renamed or split; `plans.xlsx` lists them all.
///
/// - Parameters:
///   - plans: raw figures; they are rounded here as `Published` says.
///   - round: nil where the inputs give no round; then regions and proposals are called by their codes.
/// - Throws: what `JSONEncoder` throws for a figure that is no number; `WorkbookError` where there is no memory or no
///   temporary file to be had.
public func runFiles(plans: PlansDocument, round: Round?, inputs: InputsDocument) throws
  -> [RunFile]
{
  let document = plans.told(of: round)
  var files = [
    RunFile(name: "plans.json", bytes: try jsonText(document)),
    RunFile(name: "inputs.json", bytes: try jsonText(inputs)),
    RunFile(
      name: "report.html",
      bytes: Array(try report(document: document, round: round, inputs: inputs).utf8)),
  ]
  if let round {
    files.append(
      RunFile(
        name: "round.dat", bytes: mathProgData(round.records, continuing: inputs.continues)))
  }
  if !document.plans.isEmpty || document.conflict != nil {
    let workbook = PlanWorkbook(document, round: round, inputs: inputs)
    files.append(RunFile(name: "plans.xlsx", bytes: try workbook.bytes()))
  }
  guard !document.plans.isEmpty else { return files }
  let tables = PlanTables(document, round: round)
  files.append(RunFile(name: "ranking.csv", bytes: tables.ranking()))
  for plan in document.plans {
    files.append(RunFile(name: "plan-\(plan.id).pairings.csv", bytes: tables.pairings(of: plan)))
    files.append(RunFile(name: "plan-\(plan.id).tickets.csv", bytes: tables.tickets(of: plan)))
    if !plan.expertise.isEmpty {
      files.append(
        RunFile(name: "plan-\(plan.id).expertise.csv", bytes: tables.expertise(of: plan)))
    }
  }
  return files
}
