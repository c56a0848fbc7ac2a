import Foundation
import Intake
import Optimisation
import Plans
import Proof
import Records
import Round
import TestSupport
import Testing

@testable import Pairing

/// Planned rounds and their proofs, whole and damaged.
@Suite("The proof of a plan")
struct ProofTests {
  /// A round as planned, in the pieces that a check takes.
  struct Proven: Sendable {
    var round: Round
    var document: PlansDocument
    var certificate: Certificate
    var earlier: EarlierPlan?

    /// nil with a conflict.
    init?(
      _ round: Round, continuing earlier: EarlierPlan? = nil,
      watch: PlanningWatch = ProofTests.withoutRobustness
    ) throws {
      guard case .planned(let planned) = try planRound(round, continuing: earlier, watch: watch)
      else { return nil }
      self.round = round
      self.earlier = earlier
      document = PlansDocument(
        round: "test", title: "", currency: "CNY", eligiblePairs: round.eligible.count,
        benefitOnly: planned.benefitOnly, recommended: planned.plans.first?.id,
        plans: planned.plans, conflict: nil, problems: [])
      certificate = Certificate(
        round: "test", benefitOnly: planned.benefitOnlyProof, plans: planned.proofs)
    }

    func findings() -> [Finding] {
      Proof.findings(
        in: document, certificate: certificate, round: round, continuing: earlier)
    }

    var planA: Int { document.plans.firstIndex { $0.id == "A" } ?? 0 }
  }

  /// Stability, winning changes and weights are no part of a proof.
  static func withoutRobustness(_ step: String, _ iterations: Int) -> Bool {
    !["stability", "winning changes", "weights"].contains(step)
  }

  static func golden(_ name: String) throws -> Round {
    let folder = RoundFolder.golden(named: name)
    let files = try ["regions.csv", "links.csv", "offers.csv", "proposals.csv", "policy.yaml"].map {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: $0)))
      return InputFile(name: $0, hash: ContentHash(of: bytes), bytes: bytes)
    }
    return Round(try #require(readRound(named: name, files: files).records))
  }

  private func text(_ findings: [Finding]) -> String {
    findings.map { "\($0.file), \($0.at): \($0.message.en)" }.joined(separator: "\n")
  }

  @Test(arguments: [
    "communities", "custom-stages", "fixed", "integer-pairs", "integer-tickets", "plain", "rich",
    "tiny",
  ])
  func holdsForGoldenRounds(name: String) async throws {
    try await offPool {
      let proven = try #require(try Proven(try Self.golden(name)))
      #expect(text(proven.findings()) == "")
      #expect(proven.certificate.plans.count == proven.document.plans.count)
    }
  }

  /// Lists of stages of every kind, with shares kept, stages twice, continuity and focus.
  @Test(arguments: 1...60)
  func holdsForRandomRounds(seed: Int) async throws {
    try await offPool {
      let records = randomRecords(seed) { policy in
        policy.alternativesCount = 2
        if seed % 4 == 0 { policy.stages = ProofTests.lists[(seed / 4) % ProofTests.lists.count] }
        if seed % 5 == 0 { policy.continuityWithin = 0.02 }
        if seed % 7 == 0 { policy.focusWithin = 0.03 }
      }
      let round = Round(records)
      guard var proven = try Proven(round) else { return }
      #expect(text(proven.findings()) == "", "seed \(seed)")
      guard let plan = proven.document.plans.last else { return }
      let earlier = EarlierPlan(
        run: "before", plan: plan.id,
        pairings: plan.pairings.map {
          .init(donor: $0.donor, recipient: $0.recipient, amount: $0.amount * 0.7)
        } + [.init(donor: "gone", recipient: "R1", amount: 3)])
      proven = try #require(try Proven(round, continuing: earlier))
      #expect(text(proven.findings()) == "", "seed \(seed), continued")
    }
  }

  private static let lists: [[StageRequest]] = [
    [.init(.benefit, keep: 0.9), .init(.fairness, keep: 0.8), .init(.benefit)],
    [.init(.reciprocity, keep: 0.7), .init(.fairness), .init(.benefit), .init(.coDesign)],
    [.init(.fairness), .init(.fairness, keep: 0.5), .init(.reciprocity), .init(.benefit)],
    [.init(.reciprocity), .init(.benefit), .init(.coDesign, keep: 0.5)],
    [.init(.coDesign), .init(.benefit)],
    [.init(.reciprocity), .init(.fairness)],
  ]

  @Test(arguments: ["reciprocity", "fairness", "benefit", "co-design", "selection"])
  func holdsForStoppedRuns(at stop: String) async throws {
    try await offPool {
      for name in ["plain", "communities"] {
        // In the middle of the stage, where there is one.
        var left = stop == "selection" ? 0 : 1
        let proven = try #require(
          try Proven(try Self.golden(name)) { step, _ in
            if step == stop { left -= 1 }
            return left >= 0 || step != stop
          })
        #expect(text(proven.findings()) == "", "\(name), \(stop)")
        let plan = proven.document.plans[0]
        if plan.status == .stopped { #expect(proven.document.plans.count == 1) }
      }
    }
  }

  /// What a benefit stage that was cut short leaves is a bound that no plan passes.
  @Test func aStopInTheBenefitStageLeavesAnHonestGap() async throws {
    try await offPool {
      let round = try Self.golden("rich")
      let whole = try #require(try Proven(round))
      let best = try #require(
        whole.document.plans[whole.planA].stages.first { $0.stage == .benefit })
      var options = SimplexOptions()
      options.slice = 5
      var slices = 0
      let run = try solveStages(
        try #require(Profiles.inForce(round.policy)).stages, of: round,
        RunSettings(options: options, selecting: .published, proving: true)
      ) { step, _ in
        if step == "benefit" { slices += 1 }
        return slices < 3
      }
      #expect(!run.result.finished)
      let optimum = try #require(run.result.benefit)
      let value = try #require(best.value)
      #expect(optimum.bound >= value * (1 - 1e-9))
      #expect(optimum.value < value && optimum.gap > 1e-6)
      #expect(run.result.proof.last?.finished == false)
    }
  }

  // MARK: Damage

  /// Each program with its largest multiplier gone, turned round or halved, or with another value or bound: found.
  @Test(arguments: ["plain", "custom-stages"])
  func everyDamagedProgramIsFound(name: String) async throws {
    try await offPool {
      let proven = try #require(try Proven(try Self.golden(name)))
      var (tried, unseen) = (0, 0)
      for plan in proven.certificate.plans.indices {
        for stage in proven.certificate.plans[plan].stages.indices {
          let programs = proven.certificate.plans[plan].stages[stage].programs
          for place in programs.indices {
            for damage in ProgramDamage.allCases {
              var copy = proven
              guard
                damage.apply(to: &copy.certificate.plans[plan].stages[stage].programs[place])
              else { continue }
              tried += 1
              let isFound = !copy.findings().isEmpty
              unseen += isFound ? 0 : 1
              #expect(
                isFound || damage.mayStillProve,
                "\(name), plan \(plan), stage \(stage), program \(place): \(damage)")
            }
          }
        }
      }
      #expect(tried > 50 && unseen * 10 < tried)
    }
  }

  private enum ProgramDamage: CaseIterable {
    case noLargest, turnedRound, halved, higher, lower, otherBound, unknownRow

    /// Where the value is at an end that no row is needed for, or other multipliers prove it as well.
    var mayStillProve: Bool { [.noLargest, .turnedRound, .halved].contains(self) }

    func apply(to program: inout ProvenProgram) -> Bool {
      let largest = program.multipliers.indices.max {
        abs(program.multipliers[$0].value) < abs(program.multipliers[$1].value)
      }
      switch self {
      case .noLargest, .turnedRound, .halved:
        guard let largest, abs(program.multipliers[largest].value) > 1e-3 else { return false }
        program.multipliers[largest].value *= self == .noLargest ? 0 : self == .halved ? 0.5 : -1
      case .higher: program.value += 1e-4 * max(1, abs(program.value))
      case .lower:
        // A level below 1 is a claim that a bound refutes.
        program.value -= 1e-4 * max(1, abs(program.value))
      case .otherBound: program.bound += 1e-3 * max(1, abs(program.bound))
      case .unknownRow:
        program.multipliers.append(Multiplier(CertifiedRow(.budget, offer: "nobody"), 1))
      }
      return true
    }
  }

  @Test func everyDamagedPointIsFound() async throws {
    try await offPool {
      let proven = try #require(try Proven(try Self.golden("plain")))
      for plan in proven.certificate.plans.indices {
        for stage in proven.certificate.plans[plan].stages.indices {
          for factor in [0.9, 1.1] {
            var copy = proven
            copy.certificate.plans[plan].stages[stage].point.money =
              copy.certificate.plans[plan].stages[stage].point.money.mapValues {
                $0.mapValues { $0 * factor }
              }
            #expect(!copy.findings().isEmpty, "plan \(plan), stage \(stage), times \(factor)")
          }
        }
      }
    }
  }

  /// One unit more or less in any ticket, with the sums above it put right: found, for the ticket is not what was selected.
  @Test func aUnitMovedBetweenTicketsIsFound() async throws {
    try await offPool {
      let proven = try #require(try Proven(try Self.golden("plain")))
      let place = proven.planA
      var copy = proven
      let year = try #require(copy.document.plans[place].tickets[0].byYear.keys.sorted().first)
      for (ticket, unit) in [(0, -1e-6), (1, 1e-6)] {
        let amount = copy.document.plans[place].tickets[ticket].amount
        copy.document.plans[place].tickets[ticket].amount = ((amount + unit) * 1e6).rounded() / 1e6
        let own = copy.document.plans[place].tickets[ticket].byYear[year] ?? 0
        copy.document.plans[place].tickets[ticket].byYear[year] =
          ((own + unit) * 1e6).rounded() / 1e6
      }
      let found = copy.findings()
      let tickets = proven.document.plans[place].tickets
      for ticket in tickets.prefix(2) {
        #expect(
          found.contains { $0.at.contains("ticket \(ticket.offer) → \(ticket.proposal)") },
          "\(text(found))")
      }
    }
  }

  /// A plan that keeps every rule but is not the best, told as if it were.
  @Test func aWorsePlanIsNotOptimal() async throws {
    try await offPool {
      let round = try Self.golden("plain")
      var policy = round.policy
      policy.reciprocityShare *= 0.5
      var records = round.records
      records.policy = policy
      let proven = try #require(try Proven(round))
      var worse = try #require(try Proven(Round(records)))
      #expect(worse.findings().isEmpty)
      worse.round = proven.round
      #expect(worse.findings().contains { $0.file == "certificate.json" })
    }
  }

  /// Choices, the loosening, and what the integer rules ask of the plan.
  @Test func damagedChoicesAreFound() async throws {
    try await offPool {
      let proven = try #require(try Proven(try Self.golden("integer-pairs")))
      let plan = try #require(proven.certificate.plans.firstIndex { $0.plan == "A" })
      let stage = try #require(
        proven.certificate.plans[plan].stages.firstIndex { $0.stage == .integer })
      func findings(_ change: (inout StageProof) -> Void) -> [Finding] {
        var copy = proven
        change(&copy.certificate.plans[plan].stages[stage])
        return copy.findings()
      }
      #expect(findings { _ in }.isEmpty)
      #expect(!findings { $0.loosened = 0 }.isEmpty)
      #expect(!findings { $0.loosened = ($0.loosened ?? 0) + 0.01 }.isEmpty)
      let choices = try #require(proven.certificate.plans[plan].stages[stage].choices)
      for place in choices.indices {
        let found = findings { $0.choices?[place].isOn.toggle() }
        #expect(!found.isEmpty, "\(choices[place])")
      }
      let all = findings { stage in
        for place in choices.indices { stage.choices?[place].isOn = true }
      }
      #expect(all.contains { $0.message.en.contains("recipients for a donor") }, "\(text(all))")
    }
  }

  @Test func whatBreaksARuleIsNamed() async throws {
    try await offPool {
      var proven = try #require(try Proven(try Self.golden("plain")))
      let place = proven.planA
      let ticket = proven.document.plans[place].tickets[0]
      let year = try #require(ticket.byYear.keys.sorted().first)
      proven.document.plans[place].tickets[0].byYear[year, default: 0] += 1e6
      proven.document.plans[place].tickets[0].amount += 1e6
      let found = proven.findings()
      for rule in ["rule budget \(ticket.offer) \(year)", "rule need \(ticket.proposal)"] {
        #expect(found.contains { $0.at == "plan A, \(rule)" }, "\(rule): \(text(found))")
      }
      proven.document.plans[place].tickets[0].byYear[year] = .nan
      #expect(!proven.findings().isEmpty)
    }
  }
}
