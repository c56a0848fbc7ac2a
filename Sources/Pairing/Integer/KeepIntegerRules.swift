import Optimisation
import Plans
import Records
import Round

extension Allocation {
  /// The integer rules once the stages that move money are done; nothing where the round has none.
  ///
  /// - Parameter last: the last of those stages; nil where there is none.
  mutating func keepIntegerRules(
    after last: StageRequest?, into result: inout StagesResult, _ settings: RunSettings,
    watch: PlanningWatch
  ) throws {
    guard round.hasIntegerRules else { return }
    let endsWithBenefit = last?.stage.endsWithBenefit ?? false
    let linearBound = endsWithBenefit ? result.benefit?.bound : nil
    proof.begin(.integer)
    var found: (point: Point, bound: Double?)?
    do {
      var integer = try solveIntegerRules(
        releasing: endsWithBenefit, keep: last?.stage == .benefit ? last?.keep : nil,
        settings: settings.integer, options: settings.options, watch: watch
      ) { found = ($0, $1) }
      integer.linearBound = linearBound
      result.integer = integer
      proof.note { [round] in
        ($0.loosened, $0.choices) = (integer.loosened, round.certified(integer.choices))
      }
      proveReached()
      result.benefit = integer.benefit
      result.values.append(
        StageValue(
          stage: .integer, value: integer.benefit.value, loosened: integer.loosened,
          loosenedBound: integer.loosenedBound, bound: integer.benefit.bound,
          linearBound: linearBound))
    } catch is StageStopped {
      if let found {
        result.money = money.map { max(0, found.point[$0]) }
        // What the stages before proved says nothing of a plan that does not keep them whole.
        let value = round.benefit(of: result.money)
        result.benefit = found.bound.map { Optimum(value: value, bound: max(value, $0)) }
        result.isValid = true
      }
      throw StageStopped()
    }
  }
}
