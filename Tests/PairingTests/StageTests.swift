import Plans
import Records
import Round
import Testing

@testable import Pairing

private func plan(_ round: Round) async throws -> Plan {
  try await offPool {
    guard case .planned(let planned) = try planRound(round) else {
      throw PlanningError.solver(step: "test", reason: "a conflict")
    }
    return try #require(planned.plans.first { $0.id == "A" })
  }
}

extension Plan {
  fileprivate func stage(_ name: StageName) -> StageValue? { stages.last { $0.stage == name } }
  fileprivate func amount(_ donor: RegionCode, _ recipient: RegionCode) -> Double {
    pairings.first { $0.donor == donor && $0.recipient == recipient }?.amount ?? 0
  }
}

@Suite("Stages on rounds that can be worked out by hand")
struct StageTests {
  // D has 100. R asks 100 at 1 job per M, S asks 100 at 3: norm 2, q = 0.5 and 1.5. Equal weights: both are entitled to 50.
  // Fairness reaches 1 for both, kept at 0.98: 49 each; benefit gives the free 2 to S.
  @Test func fairnessGoesBeforeBenefit() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100)],
        proposals: [proposal("P", "R", 100, jobs: 100), proposal("Q", "S", 100, jobs: 300)],
        weights: ["R": 1, "S": 1]))
    #expect(plan.stage(.fairness)?.levels == ["R": 1, "S": 1])
    #expect(abs(plan.amount("D", "R") - 49) < 1e-5)
    #expect(abs(plan.amount("D", "S") - 51) < 1e-5)
    #expect(abs((plan.stage(.benefit)?.value ?? 0) - (49 * 0.5 + 51 * 1.5)) < 1e-5)
    // Without fairness S takes all: 150.
    #expect(abs((plan.stage(.fairness)?.price ?? 0) - (150 - 101)) < 1e-5)
  }

  // D's coal came from R: 0.3·100 goes there first, though S's project is worth far more. E pays nobody's bond.
  @Test func theBondIsHonouredFirst() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100)],
        proposals: [proposal("P", "R", 100, jobs: 1), proposal("Q", "S", 100, jobs: 999)],
        links: [
          Link(donor: "D", recipient: "R", coalMt: 5, origin: origin),
          Link(donor: "D", recipient: "T", coalMt: 5, origin: origin),
        ], weights: ["R": 0.0001, "S": 1]))
    let bond = try #require(plan.stage(.reciprocity))
    #expect(bond.shortfall == 0 && bond.target == 15 && bond.unreachable == 15)
    #expect(abs(plan.amount("D", "R") - 15) < 1e-5)
    #expect(abs(plan.scorecard.reciprocityMet - 1) < 1e-6)
  }

  // Three regions of weight 1 under 90: entitled to 30 each. R can only look to a donor with 10, so it stays at 1/3; the other two
  // are lifted to the full level all the same.
  @Test func leximinLiftsTheOthersPastTheOneThatCannotFollow() async throws {
    let plan = try await plan(
      makeRound(
        offers: [
          offer("O", "D", 10) { $0.recipients = ["R"] },
          offer("Q", "E", 80) { $0.recipients = ["S", "T"] },
        ],
        proposals: [proposal("A", "R", 50), proposal("B", "S", 50), proposal("C", "T", 50)],
        weights: ["R": 1, "S": 1, "T": 1]))
    let levels = try #require(plan.stage(.fairness)?.levels)
    #expect(abs((levels["R"] ?? 0) - 1.0 / 3) < 1e-9)
    #expect(levels["S"] == 1 && levels["T"] == 1)
  }

  // As in the test before, but the money of a continent, in round figures and not: prices per M are then far below 1e-9.
  @Test func levelsAreFoundInARoundOfAnySize() async throws {
    for size in [1e-3, 1.0, 1e7 / 3] {
      let plan = try await plan(
        makeRound(
          offers: [
            offer("O", "D", 10 * size) { $0.recipients = ["R"] },
            offer("Q", "E", 80 * size) { $0.recipients = ["S", "T"] },
          ],
          proposals: [
            proposal("A", "R", 50 * size), proposal("B", "S", 50 * size),
            proposal("C", "T", 50 * size),
          ],
          weights: ["R": 1, "S": 2, "T": 1]))
      // Entitled to 22.5, 45 and 22.5.
      let levels = try #require(plan.stage(.fairness)?.levels)
      #expect(abs((levels["R"] ?? 0) - 10 / 22.5) < 1e-6)
      #expect(abs((levels["S"] ?? 0) - 1) < 1e-6 && abs((levels["T"] ?? 0) - 1) < 1e-6)
    }
  }

  // 2 months per M would allow 20, the expert has 7, the project asks for 5.
  @Test func coDesignIsLimitedByMoneyExpertsAndNeed() async throws {
    func months(_ perM: Double, expert: Double, asked: Double) async throws -> Double {
      let plan = try await plan(
        makeRound(
          offers: [
            offer("O", "D", 10),
            offer("X", "D", expert) {
              $0.instrument = .expertise
              $0.policyAreas = ["talent"]
            },
          ],
          proposals: [
            proposal("P", "R", 10) {
              $0.policyAreas = ["talent"]
              $0.expertiseMonths = asked
            }
          ]
        ) { $0.monthsPerM = perM })
      #expect(plan.expertise.map(\.months).reduce(0, +) == plan.scorecard.personMonths)
      return plan.scorecard.personMonths
    }
    #expect(abs(try await months(2, expert: 7, asked: 5) - 5) < 1e-6)
    #expect(abs(try await months(2, expert: 4, asked: 5) - 4) < 1e-6)
    #expect(abs(try await months(0.3, expert: 7, asked: 5) - 3) < 1e-6)
  }

  // D owes R 30 of its 100, R asks for 20 only: 10 are missing. Half of the 20 that can be honoured is kept, S takes the rest.
  @Test func aShareOfTheBondIsKept() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100)],
        proposals: [proposal("P", "R", 20, jobs: 1), proposal("Q", "S", 100, jobs: 999)],
        links: [Link(donor: "D", recipient: "R", coalMt: 5, origin: origin)]
      ) { $0.stages = [StageRequest(.reciprocity, keep: 0.5), StageRequest(.benefit)] })
    #expect(abs((plan.stage(.reciprocity)?.shortfall ?? 0) - 10) < 1e-6)
    #expect(abs(plan.amount("D", "R") - 10) < 1e-5)
  }

  // As `fairnessGoesBeforeBenefit`; R's level of 1 is worth 50.
  @Test(
    arguments: [
      ([StageRequest(.fairness, keep: 0.5), StageRequest(.benefit)], 25.0),
      // A later floor never lowers an earlier one.
      (
        [StageRequest(.fairness), StageRequest(.fairness, keep: 0.5), StageRequest(.benefit)], 49.0
      ),
      // S gives up a tenth of 150: 1.5·x + 0.5·(100 - x) >= 135.
      ([StageRequest(.benefit, keep: 0.9), StageRequest(.fairness, keep: 1)], 15.0),
    ] as [([StageRequest], Double)])
  func aShareOfAStageIsKept(stages: [StageRequest], given: Double) async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100)],
        proposals: [proposal("P", "R", 100, jobs: 100), proposal("Q", "S", 100, jobs: 300)],
        weights: ["R": 1, "S": 1]
      ) { $0.stages = stages })
    #expect(abs(plan.amount("D", "R") - given) < 1e-5)
  }

  // Entitled to 20 each, the levels are 1, 1 and 1/4: Gini 2/9.
  @Test func giniIsCountedDown() async throws {
    let plan = try await plan(
      makeRound(
        offers: [
          offer("O", "D", 40) { $0.recipients = ["R", "S"] },
          offer("N", "E", 5) { $0.recipients = ["T"] },
          offer("M", "F", 15) { $0.recipients = ["R"] },
        ],
        proposals: [proposal("P", "R", 20), proposal("Q", "S", 20), proposal("A", "T", 20)],
        weights: ["R": 1, "S": 1, "T": 1]
      ) { $0.rankWeights = ["gini": 1] })
    #expect(abs(plan.scorecard.gini - 2.0 / 9) < 1e-6)
    #expect(abs(plan.score - 7.0 / 9) < 1e-6)
  }

  // Shared work alone would send all 10 to R, one month per M; half of it kept leaves 5 for S, which is worth more.
  @Test func coDesignKeepsTheShareThatItsStageAsksFor() async throws {
    func given(keep: Double?) async throws -> Double {
      try await plan(
        makeRound(
          offers: [
            offer("O", "D", 10),
            offer("X", "D", 10) {
              $0.instrument = .expertise
              $0.policyAreas = ["talent"]
            },
          ],
          proposals: [
            proposal("P", "R", 10, jobs: 10) {
              $0.policyAreas = ["talent"]
              $0.expertiseMonths = 10
            },
            proposal("Q", "S", 10, jobs: 30),
          ]
        ) {
          $0.monthsPerM = 1
          $0.stages = [.init(.coDesign, keep: keep), .init(.benefit)]
        }
      ).amount("D", "R")
    }
    #expect(abs(try await given(keep: 0.5) - 5) < 1e-5)
    #expect(abs(try await given(keep: nil) - 10) < 1e-4)
  }

  @Test func nothingThatCanFlowIsAPlanToo() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 10) { $0.sectors = ["solar"] }],
        proposals: [proposal("P", "R", 5)],
        links: [Link(donor: "D", recipient: "R", coalMt: 1, origin: origin)]))
    #expect(plan.status == .optimal && plan.pairings.isEmpty && plan.tickets.isEmpty)
    #expect(plan.stage(.reciprocity)?.unreachable == 3)
    #expect(
      plan.unfunded == [
        UnfundedProposal(
          proposal: "P", funded: 0, stoppedBy: [RuleName(.noOffer, proposal: "P")],
          lacks: [Lack(offer: "O", lacks: .sector)])
      ])
  }
}

@Suite("Hard rules on rounds that can be worked out by hand")
struct RuleTests {
  private let twoProjects = [
    proposal("P", "R", 100, jobs: 300), proposal("Q", "S", 100, jobs: 100),
  ]

  private func benefitOnly(_ stages: [StageName] = [.benefit]) -> (inout Policy) -> Void {
    { $0.stages = stages.map { StageRequest($0) } }
  }

  @Test func concentration() async throws {
    let plan = try await plan(
      makeRound(offers: [offer("O", "D", 100)], proposals: twoProjects) {
        benefitOnly()(&$0)
        $0.maxRecipientShare = 0.6
      })
    #expect(abs(plan.amount("D", "R") - 60) < 1e-5 && abs(plan.amount("D", "S") - 40) < 1e-5)
    #expect(plan.pairings[0].boundBy.contains("concentration"))
  }

  @Test func ownLimit() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100) { $0.maxSharePerRecipient = 0.7 }], proposals: twoProjects,
        benefitOnly()))
    #expect(abs(plan.amount("D", "R") - 70) < 1e-5)
    #expect(plan.pairings[0].boundBy.contains("own-limit O"))
  }

  @Test func coInvestmentCountsForLargeProjectsOnly() async throws {
    func given(above: Double) async throws -> Double {
      try await plan(
        makeRound(offers: [offer("O", "D", 100)], proposals: [proposal("P", "R", 80)]) {
          benefitOnly()(&$0)
          $0.maxDonorShare = 0.5
          $0.coInvestmentAbove = above
        }
      ).amount("D", "R")
    }
    #expect(abs(try await given(above: 80) - 40) < 1e-5)
    #expect(abs(try await given(above: 80.1) - 80) < 1e-5)
  }

  // Each pair alone could carry twice as much: only the rows hold the pairs together.
  @Test func rulesHoldForSeveralPairsTogether() async throws {
    func value(_ offers: [Offer], _ proposals: [Proposal], share: Double = 1) async throws
      -> Double?
    {
      try await plan(
        makeRound(offers: offers, proposals: proposals) {
          benefitOnly()(&$0)
          $0.maxDonorShare = share
        }
      ).stage(.benefit)?.value
    }
    let (one, two) = (proposal("P", "R", 80), proposal("Q", "R", 80))
    let need = try await value([offer("O", "D", 100), offer("N", "E", 100)], [one])
    #expect(abs((need ?? 0) - 80) < 1e-6)
    let donor = try await value([offer("O", "D", 100), offer("N", "D", 100)], [one], share: 0.5)
    #expect(abs((donor ?? 0) - 40) < 1e-6)
    let own = try await value([offer("O", "D", 100) { $0.maxSharePerRecipient = 0.5 }], [one, two])
    #expect(abs((own ?? 0) - 50) < 1e-6)
  }

  // One sector at most half: wind 100 asked, solar 30 asked; wind stops at 30. A region of one sector is not starved.
  @Test func diversification() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 500)],
        proposals: [
          proposal("P", "R", 100), proposal("Q", "R", 30) { $0.sector = "solar" },
          proposal("S", "T", 100),
        ]
      ) {
        benefitOnly()(&$0)
        $0.maxSectorShare = 0.5
      })
    #expect(abs(plan.amount("D", "R") - 60) < 1e-5)
    #expect(abs(plan.amount("D", "T") - 100) < 1e-5)
  }

  @Test func fixedAndForbiddenPairs() async throws {
    let plan = try await plan(
      makeRound(
        offers: [offer("O", "D", 100), offer("N", "E", 50)], proposals: twoProjects
      ) {
        benefitOnly()(&$0)
        $0.fixedPairs = [fixedPair("D", "S", 90)]
        $0.forbiddenPairs = [ForbiddenPair(donor: "E", recipient: "S", origin: origin)]
      })
    #expect(plan.amount("D", "S") >= 90 - 1e-5)
    #expect(plan.amount("E", "S") == 0)
    #expect(plan.pairings.first { $0.recipient == "S" }?.boundBy.contains("fixed-pair") == true)
  }
}
