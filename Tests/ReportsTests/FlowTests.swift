import Foundation
import Pages
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// The flow chart of the page: what is drawn adds up, is in a fixed order and can be read.
@Suite struct FlowTests {
  /// Every donor sends to every region, or only to some.
  static func graph(_ donors: Int, _ regions: Int, every step: Int = 1) -> FlowGraph {
    var amounts = Array(repeating: [Double](repeating: 0, count: regions), count: donors)
    for donor in 0..<donors {
      for region in 0..<regions where (donor * 7 + region * 3).isMultiple(of: step) {
        amounts[donor][region] = Double(1 + (donor * 31 + region * 17) % 97)
      }
    }
    return FlowGraph(
      donors: (0..<donors).map { donor in
        .init(
          name: Bilingual(en: "Donor number \(donor)", zh: "支援方\(donor)"),
          amount: amounts[donor].reduce(0, +), pledged: 10_000)
      },
      recipients: (0..<regions).map { region in
        .init(
          name: Bilingual(en: "Inner Region \(region)", zh: "地区\(region)"),
          amount: amounts.reduce(0) { $0 + $1[region] })
      },
      links: (0..<donors).flatMap { donor in
        (0..<regions).map { region in
          .init(
            donor: donor, recipient: region, amount: amounts[donor][region],
            bond: region.isMultiple(of: 2))
        }
      })
  }

  static let money = Money(currency: "CNY", offered: 20_000)

  @Test(arguments: [(1, 1, 1), (7, 10, 2), (30, 30, 1), (45, 38, 3)])
  func widthsAddUpToTheTotals(donors: Int, regions: Int, step: Int) {
    let graph = Self.graph(donors, regions, every: step)
    let layout = FlowLayout(graph, tallest: 590)
    #expect(layout.bands.count == graph.links.count)
    for (ends, nodes, side) in [
      (graph.donors, layout.donors, \FlowGraph.Link.donor),
      (graph.recipients, layout.recipients, \FlowGraph.Link.recipient),
    ] {
      for (place, (end, node)) in zip(ends, nodes).enumerated() {
        let bands = layout.bands.filter { $0.link[keyPath: side] == place }
        let sum = bands.reduce(0) { $0 + $1.thickness }
        #expect(abs(sum - node.height) < 1e-6)
        #expect(abs(sum - end.amount * layout.scale) < 1e-6)
      }
    }
  }

  @Test(arguments: [(1, 1), (1, 30), (3, 2), (30, 30), (60, 45)])
  func labelsDoNotOverlapAndStayInside(donors: Int, regions: Int) {
    for tallest in [520.0, 590] {
      let layout = FlowLayout(Self.graph(donors, regions), tallest: tallest)
      for nodes in [layout.donors, layout.recipients] {
        // Thirty ends a side leave room for their money too.
        #expect(nodes.reduce(0) { $0 + $1.height } >= 70)
        #expect(nodes.count <= FlowGraph.most)
        for (upper, lower) in zip(nodes, nodes.dropFirst()) {
          #expect(lower.middle - upper.middle >= FlowLayout.slot - 1e-6)
          #expect(lower.top >= upper.top + upper.height)
        }
        #expect(nodes.allSatisfy { $0.middle >= FlowLayout.slot / 2 - 1e-6 })
        #expect(nodes.allSatisfy { $0.middle <= layout.height - FlowLayout.slot / 2 + 1e-6 })
        #expect(nodes.allSatisfy { $0.top >= -1e-6 && $0.top + $0.height <= layout.height + 1e-6 })
      }
    }
  }

  @Test func bandsLieWithinTheirBars() {
    let layout = FlowLayout(Self.graph(7, 10), tallest: 590)
    for band in layout.bands {
      let (left, right) = (layout.donors[band.link.donor], layout.recipients[band.link.recipient])
      #expect(band.left >= left.top && band.left + band.thickness <= left.top + left.height + 1e-6)
      #expect(
        band.right >= right.top && band.right + band.thickness <= right.top + right.height + 1e-6)
    }
  }

  @Test func theOrderAvoidsCrossings() {
    func end(_ name: String, _ amount: Double) -> FlowGraph.End {
      .init(name: Bilingual(en: name, zh: name), amount: amount)
    }
    // By size every flow would cross every other.
    let graph = FlowGraph(
      donors: [end("A", 31), end("B", 30), end("C", 29)],
      recipients: [end("x", 30), end("y", 30), end("z", 30)],
      links: [
        .init(donor: 0, recipient: 2, amount: 31), .init(donor: 1, recipient: 1, amount: 30),
        .init(donor: 2, recipient: 0, amount: 29),
      ])
    #expect(graph.donors.map(\.name.en) == ["A", "B", "C"])
    #expect(graph.recipients.map(\.name.en) == ["z", "y", "x"])
    #expect(graph.links.allSatisfy { $0.donor == $0.recipient })
  }

  @Test func theDrawingIsTheSameEveryTime() {
    func drawn() -> String {
      FlowDrawing(Self.graph(30, 30, every: 2), money: Self.money, format: .wide)
        .markup(titled: "t", described: "d").renderText
    }
    let drawing = drawn()
    #expect(drawing == drawn())
    #expect(unbalanced(drawing) == nil)
    // Short numbers only.
    let paths = drawing.matches(of: /\sd="([^"]*)"/).map { String($0.1) }
    #expect(paths.count == Self.graph(30, 30, every: 2).links.count)
    #expect(paths.allSatisfy { !$0.contains(/\.\d\d|nan|inf|e-/) })
  }

  @Test func theSmallestBeyondThirtyStandTogether() throws {
    let graph = Self.graph(33, 40)
    #expect(graph.donors.count == 30 && graph.recipients.count == 30)
    #expect(graph.donors.last?.name == Bilingual(en: "4 others", zh: "其他 4 个"))
    #expect(graph.recipients.last?.count == 11)
    let sent = graph.links.reduce(0) { $0 + $1.amount }
    #expect(abs(graph.donors.reduce(0) { $0 + $1.amount } - sent) < 1e-6)
    let flows = try Flows(graph, money: Self.money).markup().renderText
    #expect(flows.contains("The 4 donors that place least stand together"))
    #expect(flows.contains("获得资金最少的 11 个地区合并"))
  }

  @Test func longNamesAreCutToTheirColumn() {
    let long = String(repeating: "Very long name ", count: 20)
    for most in [8.0, 14] {
      let cut = FlowDrawing.cut(long, most)
      #expect(cut.hasSuffix("…"))
      #expect(FlowDrawing.room(cut) - 0.6 <= most + 1e-9)
    }
    #expect(FlowDrawing.cut("Shanxi", 8) == "Shanxi")
    #expect(FlowDrawing.cut(String(repeating: "长", count: 30), 8).count == 8)
  }

  @Test func thePageHasTheChartBeforeTheMatrix() throws {
    let page = try ReportTests.page(Round(BigRound.records(policy: BigRound.policy)))
    let chart = try #require(page.firstRange(of: "<section id=\"flows\""))
    let matrix = try #require(page.firstRange(of: "<section id=\"matrix\""))
    let attention = try #require(page.firstRange(of: "<section id=\"attention\""))
    #expect(attention.lowerBound < chart.lowerBound && chart.lowerBound < matrix.lowerBound)
    #expect(
      page.components(
        separatedBy: "role=\"img\" aria-labelledby=\"flows-h\" aria-describedby=\"flows-d\""
      ).count == 3)
    #expect(page.contains("% of the money goes to "))
    #expect(page.contains("的资金投向"))
  }

  @Test func findingsHoldForOnePairingAndOneDonor() throws {
    let one = try ReportTests.page(SmallRound.round, plans: [SmallRound.plan])
    #expect(
      one.contains("All that is placed, CNY\u{A0}100\u{A0}M, goes from Guangdong to Shanxi"))
    var records = SmallRound.records()
    records.offers[0].amount = .byYear([2026: 3000, 2027: 3000])
    records.proposals = (1...3).map {
      Proposal(
        id: ProposalID("P\($0)"), recipient: RegionCode("ZA-R\($0)"), sector: "wind", need: 1000,
        origin: SmallRound.here)
    }
    let page = try ReportTests.page(Round(records))
    #expect(page.contains("Guangdong alone sends money, to three regions; 33\u{A0}% of it goes to"))
  }

  @Test func thereIsNoChartWhereNothingIsPlaced() throws {
    var plan = SmallRound.plan
    plan.pairings = []
    plan.tickets = []
    let page = try ReportTests.page(SmallRound.round, plans: [plan])
    #expect(!page.contains("id=\"flows\"") && !page.contains("#flows\""))
    #expect(page.contains("id=\"matrix\""))
  }

  @Test(arguments: HostileTests.texts)
  func namesAreEscaped(text: String) {
    let graph = FlowGraph(
      donors: [.init(name: Bilingual(en: text, zh: text), amount: 5, pledged: 6)],
      recipients: [.init(name: Bilingual(en: text, zh: text + "地"), amount: 5)],
      links: [.init(donor: 0, recipient: 0, amount: 5)])
    for format in [FlowDrawing.Format.wide, .narrow] {
      let drawing = FlowDrawing(graph, money: Self.money, format: format)
        .markup(titled: "t", described: "d").renderText
      #expect(unbalanced(drawing) == nil)
      #expect(drawing.utf8.count < 6000)
      for tag in ["<script", "<img", "<svg/", "onmouseover=\""] {
        #expect(drawing.unicodeScalars.firstRange(of: tag.unicodeScalars) == nil)
      }
    }
  }
}
