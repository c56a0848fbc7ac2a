import Optimisation
import Plans

/// Looks at a run from time to time: told what is being done and the simplex iterations so far, it says whether to go on.
public typealias PlanningWatch = (_ step: String, _ iterations: Int) -> Bool

/// Why a round could not be planned, although its records are good.
public enum PlanningError: Error, Sendable {
  /// The program was built wrong; a fault of ours.
  case program(ProgramError)
  /// The solver found no answer, every way tried.
  case solver(step: String, reason: String)
  /// Time was up before the fixed pairs could be met, so that there is no valid plan yet.
  case stoppedTooEarly
}

extension PlanningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .program(let error): "the round's program could not be built: \(error)"
    case .solver(let step, let reason): "the stage \(step) could not be solved: \(reason)"
    case .stoppedTooEarly:
      "the time was up before the fixed pairs could be met; allow more time (--time-limit)"
    }
  }
}

/// A stage was cut short; the allocation may still hold a point.
struct StageStopped: Error {}

/// The best value of a stage, and the bound that its multipliers prove.
struct Optimum {
  var value: Double
  var bound: Double

  /// `|bound - value| / max(1, |bound|)`.
  var gap: Double { abs(bound - value) / max(1, abs(bound)) }
}

extension Allocation {
  /// Solves for the objective set last. The solver's word is not enough: what it calls optimal must meet its own bound.
  ///
  /// - Throws: `StageStopped` where the watch or a limit ended it, `PlanningError.solver` where no optimum was found.
  mutating func optimise(
    _ step: String, _ options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum {
    guard watch(step, program.iterations) else { throw StageStopped() }
    if let basis = starts.basis(forNext: step) { program.start(from: basis) }
    let key = starts.next(step)
    let outcome = program.solve(options) { watch(step, $0) }
    if starts.isRecording { starts.record(program.basis, for: key) }
    switch (outcome.run, outcome.finding) {
    case (.finished, .optimal):
      let optimum = Optimum(
        value: outcome.objective, bound: program.lagrangianBound() ?? .infinity)
      guard optimum.gap <= ProvenProgram.allowedGap else {
        throw PlanningError.solver(
          step: step, reason: "the answer \(optimum.value) misses its bound \(optimum.bound)")
      }
      return optimum
    case (.cancelled, _), (.iterationLimit, _): throw StageStopped()
    case (.failed(let reason), _): throw PlanningError.solver(step: step, reason: reason)
    case (.finished, .infeasible):
      throw PlanningError.solver(step: step, reason: "no point keeps every rule")
    case (.finished, .unbounded):
      throw PlanningError.solver(step: step, reason: "the objective has no limit")
    case (.finished, _): throw PlanningError.solver(step: step, reason: "nothing was found")
    }
  }
}
