import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// The drawing of the candidate plans.
@Suite struct TradeOffTests {
  private func layout(_ places: [(Double, Double)], width: Double = 340) -> TradeOffLayout {
    TradeOffLayout(
      places.enumerated().map { place, point in
        TradeOffLayout.Point(
          plan: String(UnicodeScalar(UInt8(65 + place))), right: point.0, up: point.1,
          isRecommended: place == 0)
      }, width: width, height: 280, wordWidth: 104)
  }

  private static let alike: [(Double, Double)] = [
    (0.95, 0.72), (0.953, 0.72), (0.956, 0.721), (0.959, 0.72), (0.98, 0.4), (0.99, 0.38),
  ]
  private static let ends: [(Double, Double)] = [(1, 1), (1, 1), (0.999, 1), (1, 0.998)]
  private static let nothing: [(Double, Double)] = [(0, 0), (0, 0), (0, 0)]
  private static let many: [(Double, Double)] = [
    (0.9, 0.6), (0.904, 0.61), (0.908, 0.62), (0.912, 0.6), (0.916, 0.61), (0.92, 0.62),
    (0.924, 0.6), (0.928, 0.61), (0.932, 0.62), (0.936, 0.6), (0.94, 0.61), (0.944, 0.62),
  ]

  @Test(arguments: [alike, ends, nothing, many])
  func labelsAreApartAndInside(places: [(Double, Double)]) {
    for width in [340.0, 680] {
      let layout = layout(places, width: width)
      #expect(layout.labels.flatMap(\.plans).count == places.count)
      #expect(layout.labels.count(where: \.isRecommended) == 1)
      for (place, label) in layout.labels.enumerated() {
        let box = label.box
        #expect(box.x >= 0 && box.x + box.width <= width)
        #expect(box.y >= 0 && box.y + box.height <= 280)
        for other in layout.labels[(place + 1)...] { #expect(!box.overlaps(other.box)) }
      }
      for dot in layout.dots {
        #expect(dot.x >= layout.field.x && dot.x <= layout.field.x + layout.field.width)
        #expect(dot.y >= layout.field.y && dot.y <= layout.field.y + layout.field.height)
      }
    }
  }

  @Test func axesHaveRoundTicksAroundTheData() {
    let wide = Axis([0.953, 0.987], most: 6)
    #expect(wide.ticks == [0.95, 0.96, 0.97, 0.98, 0.99] && wide.decimals == 0)
    let alike = Axis([0.9, 0.9], most: 5)
    #expect(alike.ticks.count >= 2 && alike.decimals == 1)
    #expect(Axis([0, 1], most: 5).ticks == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(Axis([1], most: 5).ticks.last == 1)
  }

  private func page(_ ids: [String]) throws -> String {
    let plans = ids.enumerated().map { place, id in
      var plan = SmallRound.plan
      plan.id = id
      plan.scorecard.benefit -= Double(place) * 10
      return plan
    }
    let page = try report(
      document: SmallRound.document(plans: plans), round: SmallRound.round,
      inputs: SmallRound.inputs)
    #expect(unbalanced(page) == nil)
    return page
  }

  @Test func theRecommendedPlanIsMarkedInWordsAndForm() throws {
    let page = try page(["A", "B"])
    let figure = try #require(page.components(separatedBy: "<figure class=\"trade\">").last)
    let chart = try #require(figure.components(separatedBy: "</figure>").first)
    #expect(chart.components(separatedBy: "role=\"img\"").count == 3)
    #expect(page.components(separatedBy: "class=\"pick\"").count == 3)
    #expect(page.contains(">A recommended</text>"))
    #expect(page.contains(">A 推荐</text>"))
    #expect(
      page.contains("A, recommended: benefit 92.4\u{A0}%, lowest level 66.7\u{A0}%; B: benefit"))
    #expect(try page == self.page(["A", "B"]))
  }

  @Test func onePlanHasNoDrawing() throws {
    #expect(!(try page(["A"]).contains("class=\"trade\"")))
  }

  @Test(arguments: HostileTests.texts)
  func nothingEscapesIntoTheDrawing(text: String) throws {
    let page = try page([text, "B" + text])
    for tag in ["<script>alert", "<img", "<svg/", "onmouseover=\""] {
      #expect(page.unicodeScalars.firstRange(of: tag.unicodeScalars) == nil, "\(tag)")
    }
  }
}
