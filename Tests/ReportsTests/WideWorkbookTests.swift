import Plans
import Records
import Round
import Testing

@testable import Reports
@testable import Spreadsheets

/// Rounds of a whole country in `plans.xlsx`: thirty regions on each side, five thousand proposals.
@Suite struct WideWorkbookTests {
  private static let here = Origin(file: "generated.csv")

  private static func round(donors: Int, recipients: Int, proposals: Int) -> Round {
    var policy = Policy()
    policy.language = .en
    let codes = { (side: String, count: Int) in (0..<count).map { RegionCode("\(side)\($0)") } }
    let (givers, receivers) = (codes("D", donors), codes("R", recipients))
    return Round(
      RecordSet(
        round: "wide",
        regions: (givers + receivers).map {
          Region(
            code: $0, name: "Region \($0)", measures: ["need_weight": 1], origin: here)
        }, links: [],
        offers: givers.map {
          Offer(id: OfferID("O\($0)"), donor: $0, amount: .byYear([2026: 900]), origin: here)
        },
        proposals: (0..<proposals).map {
          Proposal(
            id: ProposalID("P\($0)"), title: "Work number \($0)",
            recipient: receivers[$0 % recipients], sector: "wind",
            need: 30_000 / Double(proposals) + Double($0 % 7), benefits: [.jobs: Double($0 % 13)],
            origin: here)
        }, policy: policy, hasPolicy: true, horizon: 2026...2026))
  }

  private static func workbook(_ round: Round, plans: [String] = ["A"]) -> PlanWorkbook {
    let greedy = GreedyPlan(round)
    let plan = greedy.plan(id: "A", profile: "bond-first")
    let document = greedy.document(
      plans: plans.map { id in
        var copy = plan
        copy.id = id
        return copy
      })
    return PlanWorkbook(document.published, round: round, inputs: SmallRound.inputs)
  }

  @Test func aMatrixOfThirtyByThirtyFollowsBelowItself() throws {
    let round = Self.round(donors: 30, recipients: 31, proposals: 300)
    let book = try ReadWorkbook(Self.workbook(round).bytes())
    let rows = book.rows("A Overview")
    let heads = rows.filter {
      $0.first == .text("Recipient") && $0.count > 2 && "\($0[1])".contains("Region D")
    }
    #expect(heads.count == 3)
    #expect(heads.map { $0.filter { "\($0)".contains("Region D") }.count } == [10, 10, 10])
    #expect(book.widths("A Overview").reduce(0, +) < 250)
    // Every donor's and every region's money is there once, and all of it.
    let total = try #require(rows.first { $0.first == .text("Money placed") }?[1])
    let sums = rows.filter { $0.first == .text("All") }
    #expect(sums.count == 3)
    guard case .number(let invested) = total else { return #expect(Bool(false)) }
    let donors = sums.flatMap { $0.dropFirst().prefix(10) }.reduce(0.0) { sum, cell in
      if case .number(let value) = cell { sum + value } else { sum }
    }
    #expect(abs(donors - invested) < 1e-6)
    #expect(book.charts.allSatisfy { $0.values.allSatisfy { !$0.isEmpty } })
  }

  @Test func fiveThousandProposalsTakeSeconds() throws {
    let round = Self.round(donors: 8, recipients: 30, proposals: 5_000)
    let workbook = Self.workbook(round, plans: ["A", "B", "C", "D"])
    var size = 0
    let time = try ContinuousClock().measure { size = try workbook.bytes().count }
    // Many times what it takes: a debug build on a busy machine.
    #expect(time < .seconds(60), "\(time), \(size) bytes")
    #expect(size < 12_000_000)
    print("plans.xlsx of 5,000 proposals and 4 plans: \(time), \(size) bytes")
  }
}
