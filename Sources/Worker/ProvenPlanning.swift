import Optimisation
import Pairing
import Plans
import Proof
import Records
import Round

/// How a round is planned; tests have planners that err.
protocol Planning {
  func plan(
    _ round: Round, continuing earlier: EarlierPlan?, _ way: PlanningWay, watch: PlanningWatch
  ) throws -> PlanningResult
}

/// A way through the solver.
struct PlanningWay: Hashable, Sendable {
  var method: SimplexOptions.Method
  /// Small programs in rational arithmetic.
  var exactly = false

  /// From the quickest to the last resort.
  static func all(beginningWith method: SimplexOptions.Method) -> [PlanningWay] {
    [
      PlanningWay(method: method), PlanningWay(method: method == .primal ? .dual : .primal),
      PlanningWay(method: method, exactly: true),
    ]
  }
}

/// As `planRound` does.
struct UsualPlanning: Planning {
  func plan(
    _ round: Round, continuing earlier: EarlierPlan?, _ way: PlanningWay, watch: PlanningWatch
  ) throws -> PlanningResult {
    try planRound(
      round, continuing: earlier, method: way.method, exactly: way.exactly, watch: watch)
  }
}

/// A planned round that holds against its own proof.
struct ProvenRound {
  var document: PlansDocument
  /// nil with a conflict.
  var certificate: Certificate?
}

/// No way of planning gave plans that hold against their own proof.
public struct UnprovenPlans: Error, CustomStringConvertible {
  public var findings: [Finding]

  public var description: String {
    let first = findings.first.map { "\($0.file), \($0.at): \($0.message.en)" } ?? ""
    return
      "the plans do not hold against their own proof, every way tried (\(findings.count) finding(s), the first: \(first)); this is a fault of the program, please report it"
  }
}

/// Plans a round and checks what came out against the round: an LP solver's word is never taken alone. What fails is planned
/// again with the other simplex, then, as far as its programs are small, in rational arithmetic.
///
/// - Parameter document: without its plans.
/// - Throws: `UnprovenPlans`, and what `planning` throws.
func planProven(
  _ round: Round, continuing earlier: EarlierPlan?, ways: [PlanningWay],
  into document: PlansDocument, planning: any Planning, watch: PlanningWatch
) throws -> ProvenRound {
  var failed: [Finding] = []
  for way in ways {
    var document = document
    let result: PlanningResult
    do {
      result = try planning.plan(round, continuing: earlier, way, watch: watch)
    } catch PlanningError.solver where way != ways.last || !failed.isEmpty {
      continue
    }
    switch result {
    case .conflict(let conflict):
      document.conflict = conflict
      return ProvenRound(document: document)
    case .planned(let planned):
      document.plans = planned.plans
      document.benefitOnly = planned.benefitOnly
      document.weights = planned.weights
      document.recommended = planned.plans.first?.id
      let certificate = Certificate(
        round: document.round, benefitOnly: planned.benefitOnlyProof, plans: planned.proofs)
      _ = watch("proof", 0)
      let found = findings(
        in: document, certificate: certificate, round: round, continuing: earlier)
      if found.isEmpty { return ProvenRound(document: document, certificate: certificate) }
      if failed.isEmpty { failed = found }
    }
  }
  throw UnprovenPlans(findings: failed)
}
