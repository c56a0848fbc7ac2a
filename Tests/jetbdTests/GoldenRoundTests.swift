import Foundation
import Plans
import TestSupport
import Testing

/// Stage values that two independent programs found on other solvers.
private struct Expected: Decodable {
  var columns: Int
  var conflict: Bool?
  var repair: Double?
  var benefitOnly: Double?
  var unreachable: Double?
  var shortfall: Double?
  var target: Double?
  var levels: [String: Double]?
  var entitlement: [String: Double]?
  var benefit: Double?
  var coDesign: Double?
  var integer: Integer?

  struct Integer: Decodable {
    var t: Double
    var benefit: Double
    var bound: Double
    var linearBenefit: Double

    enum CodingKeys: String, CodingKey {
      case t, benefit, bound
      case linearBenefit = "lp_benefit"
    }
  }

  enum CodingKeys: String, CodingKey {
    case columns, conflict, repair, unreachable, entitlement, benefit, integer
    case benefitOnly = "benefit_only"
    case shortfall = "reciprocity_shortfall"
    case target = "reciprocity_target"
    case levels = "fairness_levels"
    case coDesign = "co_design"
  }
}

@Suite("Golden rounds through the command", .serialized)
struct GoldenRoundTests {
  static let names = [
    "amounts-and-gaps", "bonuses", "communities", "community-weights", "conflict", "custom-stages",
    "fixed", "integer-pairs", "integer-tickets", "plain", "rich", "tiny",
  ]

  @Test(arguments: names)
  func reachTheirStageValues(name: String) async throws {
    let folder = RoundFolder.golden(named: name)
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    try await RoundFolder.inTemporaryFolder { out in
      let run = try await Tool.run("plan", folder.path, "--out", out.path)
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      // expected.json lies in the folder too: it is no round file and is ignored with a note.
      #expect(document.problems.allSatisfy { $0.severity == .note })
      #expect(document.eligiblePairs == expected.columns)
      if expected.conflict == true {
        #expect(run.status == 3)
        #expect(document.plans.isEmpty)
        let conflict = try #require(document.conflict)
        #expect(isNear(conflict.repair.total, try #require(expected.repair)))
        #expect(
          conflict.rules.map { "\($0.rule.rawValue) \($0.donor ?? "")>\($0.recipient ?? "")" }
            == ["fixed-pair D000>R001", "concentration D000>R001"])
        #expect(conflict.repair.resolved)
        return
      }
      #expect(run.status == 0)
      let plan = try #require(document.plans.first { $0.id == "A" })
      check(document, plan, expected)
      let violations = try PlanChecker.violations(round: folder, run: out)
      #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }
  }

  private func check(_ document: PlansDocument, _ plan: Plan, _ expected: Expected) {
    func stage(_ name: String) -> StageValue? { plan.stages.last { $0.stage.rawValue == name } }
    if let only = expected.benefitOnly { #expect(isNear(document.benefitOnly, only)) }
    if let shortfall = expected.shortfall {
      #expect(isNear(stage("reciprocity")?.shortfall, shortfall))
    }
    if let target = expected.target {
      #expect(isNear(stage("reciprocity")?.target, target))
      #expect(isNear(stage("reciprocity")?.unreachable, expected.unreachable ?? 0))
    }
    let levels = stage("fairness")?.levels ?? [:]
    #expect(Set(levels.keys) == Set((expected.levels ?? [:]).keys))
    for (group, level) in expected.levels ?? [:] {
      #expect(isNear(levels[group], level, within: 2e-6), "level of \(group)")
    }
    for (group, entitlement) in expected.entitlement ?? [:] {
      #expect(
        isNear(stage("fairness")?.entitlements?[group], entitlement), "entitlement of \(group)")
    }
    if let benefit = expected.benefit { #expect(isNear(stage("benefit")?.value, benefit)) }
    if let months = expected.coDesign { #expect(isNear(stage("co-design")?.value, months)) }
    #expect(plan.status == .optimal)
    #expect((plan.gap ?? 1) <= (expected.integer == nil ? 1e-6 : 1e-4))
    #expect((stage("integer") != nil) == (expected.integer != nil))
    if let integer = expected.integer, let found = stage("integer") {
      #expect(isNear(found.loosened, integer.t, within: 2e-4))
      #expect(isNear(found.value, integer.benefit, within: 2e-4))
      #expect(isNear(found.bound, integer.bound, within: 2e-4))
      #expect(isNear(plan.linearBound, integer.linearBenefit))
      #expect(isNear(plan.bound, integer.bound, within: 2e-4))
    }
  }
}
