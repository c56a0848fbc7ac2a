import Foundation
import Intake
import Optimisation
import Pairing
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Worker

/// A planner that errs: nothing it says is taken for true.
@Suite("Plans that do not hold")
struct ErringPlannerTests {
  /// What it does to what was planned.
  enum Error: CaseIterable {
    /// Half of every ticket: every rule is kept, nothing is the best.
    case feasibleButWorse
    /// The same with the values of its stages, so that only the bounds tell.
    case worseAndModest
    /// Twice of every ticket.
    case infeasible
    /// Multipliers a tenth too small.
    case wrongMultipliers
    /// No proof at all.
    case unproven
    /// Another plan's proof.
    case proofOfAnother

    func apply(to planned: inout PlannedRound) {
      switch self {
      case .feasibleButWorse: planned.scale(by: 0.5)
      case .worseAndModest:
        planned.scale(by: 0.5)
        planned.lowerValues(by: 0.5)
      case .infeasible: planned.scale(by: 2)
      case .wrongMultipliers:
        planned.changePrograms { program in
          for place in program.multipliers.indices { program.multipliers[place].value *= 0.9 }
        }
      case .unproven: planned.proofs.removeAll()
      case .proofOfAnother:
        let ids = planned.proofs.map(\.plan)
        planned.proofs.reverse()
        for place in ids.indices { planned.proofs[place].plan = ids[place] }
      }
    }
  }

  private struct ErringPlanning: Planning {
    var error: Error
    /// The ways on which it errs.
    var errs: Int

    func plan(
      _ round: Round, continuing earlier: EarlierPlan?, _ way: PlanningWay, watch: PlanningWatch
    ) throws -> PlanningResult {
      let result = try UsualPlanning().plan(
        round, continuing: earlier, way,
        watch: { step, count in
          !["stability", "winning changes", "weights"].contains(step) && watch(step, count)
        })
      guard case .planned(var planned) = result,
        PlanningWay.all(beginningWith: .primal).prefix(errs).contains(way)
      else { return result }
      error.apply(to: &planned)
      return .planned(planned)
    }
  }

  private func files() throws -> [InputFile] {
    let folder = RoundFolder.golden(named: "tiny")
    return try ["regions.csv", "links.csv", "offers.csv", "proposals.csv", "policy.yaml"].map {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: $0)))
      return InputFile(name: $0, hash: ContentHash(of: bytes), bytes: bytes)
    }
  }

  private func solve(_ planning: ErringPlanning) async throws -> FinishedRound {
    let files = try files()
    return try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          with: Result { try solveRound(named: "tiny", files: files, planning: planning) })
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  @Test(arguments: Error.allCases)
  func areNeverHandedOver(error: Error) async throws {
    await #expect(throws: UnprovenPlans.self) {
      try await solve(ErringPlanning(error: error, errs: 3))
    }
  }

  @Test(arguments: Error.allCases, [1, 2])
  func areMadeAgainAnotherWay(error: Error, errs: Int) async throws {
    let finished = try await solve(ErringPlanning(error: error, errs: errs))
    #expect(finished.outcome.kind == .planned)
    #expect(finished.plans?.plans.first { $0.id == "A" }?.status == .optimal)
  }
}

extension PlannedRound {
  fileprivate mutating func changePrograms(_ change: (inout ProvenProgram) -> Void) {
    for plan in proofs.indices {
      for stage in proofs[plan].stages.indices {
        for program in proofs[plan].stages[stage].programs.indices {
          change(&proofs[plan].stages[stage].programs[program])
        }
      }
    }
  }

  /// Every ticket, every selection and every sum over tickets.
  fileprivate mutating func scale(by factor: Double) {
    for plan in plans.indices {
      for ticket in plans[plan].tickets.indices {
        let years = plans[plan].tickets[ticket].byYear.mapValues {
          ($0 * factor * 1e6).rounded(.down) / 1e6
        }
        plans[plan].tickets[ticket].byYear = years
        plans[plan].tickets[ticket].amount =
          (years.values.reduce(0, +) * 1e6).rounded() / 1e6
      }
      plans[plan].scorecard.benefit *= factor
    }
    for proof in proofs.indices {
      proofs[proof].selected.money = proofs[proof].selected.money.mapValues {
        $0.mapValues { $0 * factor }
      }
    }
  }

  /// Benefits as they are then, their bounds with them.
  fileprivate mutating func lowerValues(by factor: Double) {
    changePrograms { program in
      guard program.objective == .benefit else { return }
      program.value *= factor
      program.bound *= factor
    }
    for plan in plans.indices {
      for stage in plans[plan].stages.indices where plans[plan].stages[stage].stage == .benefit {
        plans[plan].stages[stage].value = plans[plan].stages[stage].value.map { $0 * factor }
      }
      plans[plan].bound = plans[plan].bound.map { $0 * factor }
    }
    for proof in proofs.indices {
      for stage in proofs[proof].stages.indices {
        proofs[proof].stages[stage].point.money =
          proofs[proof].stages[stage].point.money.mapValues { $0.mapValues { $0 * factor } }
      }
    }
  }
}
