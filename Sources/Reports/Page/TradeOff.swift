import Pages
import Plans

/// The candidate plans by what they bring and by what the worst served gets: benefit to the right, lowest level up.
struct TradeOff: Templated {
  let drawings: [Markup]
  let note: Words

  static let template = """
    <figure class="trade">{{#drawings}}{{{.}}}
    {{/drawings}}</figure><p class="note after">{{{note}}}</p>
    """

  /// Nothing for one plan, or where it is not known what benefit is possible.
  init?(_ facts: Facts) {
    let plans = facts.document.plans
    guard plans.count > 1, let most = facts.document.benefitOnly, most > 0 else { return nil }
    let points = plans.map { plan in
      TradeOffLayout.Point(
        plan: plan.id, right: plan.scorecard.benefit / most, up: plan.scorecard.lowestLevel,
        isRecommended: plan.id == facts.plan.id)
    }
    let word = TradeOffText.recommended(["plan": .none])
    let wordWidth = max(FlowDrawing.room(word.en), FlowDrawing.room(word.zh)) * 13.5
    func drawing(_ name: String, _ width: Double, _ height: Double) -> Markup {
      let layout = TradeOffLayout(points, width: width, height: height, wordWidth: wordWidth)
      return Self.drawing(layout, points, name: name)
    }
    drawings = [drawing("wid", 680, 340), drawing("nar", 340, 280)]
    note = TradeOffText.note.words
  }

  private static func drawing(
    _ layout: TradeOffLayout, _ points: [TradeOffLayout.Point], name: String
  ) -> Markup {
    let field = layout.field
    let (left, right) = (field.x, field.x + field.width)
    let (top, bottom) = (field.y, field.y + field.height)
    var svg =
      "<svg class=\"\(name)\" viewBox=\"0 0 \(fixed(layout.width, 0)) \(fixed(layout.height, 0))\" role=\"img\" "
      + "aria-labelledby=\"trade-\(name)-t\" aria-describedby=\"trade-\(name)-d\">"
      + "<title id=\"trade-\(name)-t\">\(both(TradeOffText.title.words))</title>"
      + "<desc id=\"trade-\(name)-d\">\(both(description(points)))</desc>"
    for tick in layout.horizontal.ticks {
      let x = left + layout.horizontal.place(tick) * field.width
      svg += line("grid", x, top, x, bottom)
      svg += text(
        "ax", x, bottom + 18, .markup(fixed(tick * 100, layout.horizontal.decimals)), .middle)
    }
    for tick in layout.vertical.ticks {
      let y = bottom - layout.vertical.place(tick) * field.height
      svg += line("grid", left, y, right, y)
      svg += text(
        "ax", left - 8, y + 4.5, .markup(fixed(tick * 100, layout.vertical.decimals)), .end)
    }
    svg += text("axt", 2, 16, TradeOffText.up.words, .start)
    svg += text("axt", right, layout.height - 14, TradeOffText.right.words, .end)
    for label in layout.labels {
      let plans = label.plans.map { Words($0, longest: 4) }
      let words =
        label.isRecommended
        ? ([TradeOffText.recommended(["plan": plans.first ?? .none])] + plans.dropFirst())
          .joined(", ", "、") : plans.joined(", ", "、")
      // The shorter text of the two stays at its dot.
      let (x, anchor): (Double, Anchor) =
        switch label.side {
        case .right: (label.box.x, .start)
        case .left: (label.box.x + label.box.width, .end)
        case .above, .below: (label.box.x + label.box.width / 2, .middle)
        }
      svg += text(
        label.isRecommended ? "lb pickl" : "lb", x, label.box.y + 13, words, anchor)
    }
    // A label's halo must not eat into a point.
    for dot in layout.dots {
      svg +=
        "<circle class=\"\(dot.isRecommended ? "pick" : "other")\" cx=\"\(fixed(dot.x, 1))\" "
        + "cy=\"\(fixed(dot.y, 1))\" r=\"\(dot.isRecommended ? 6.5 : 5)\"/>"
    }
    return Markup(trusted: svg + "</svg>")
  }

  private static func description(_ points: [TradeOffLayout.Point]) -> Words {
    points.map { point in
      (point.isRecommended ? TradeOffText.bestPoint : .point)([
        "plan": Words(point.plan, longest: 4), "benefit": share(point.right, decimals: 1),
        "level": share(point.up, decimals: 1),
      ])
    }.joined()
  }

  /// In a title there is no room for a switch of languages.
  private static func both(_ words: Words) -> String {
    words.en == words.zh ? words.en : words.en + " ‖ " + words.zh
  }

  private enum Anchor: String { case start, middle, end }

  private static func text(
    _ style: String, _ x: Double, _ y: Double, _ words: Words, _ anchor: Anchor
  ) -> String {
    func one(_ text: String, _ language: String) -> String {
      "<text class=\"\(style)\" x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\" "
        + "text-anchor=\"\(anchor.rawValue)\"\(language)>\(text)</text>"
    }
    return words.en == words.zh
      ? one(words.en, "") : one(words.en, " lang=\"en\"") + one(words.zh, " lang=\"zh-Hans\"")
  }

  private static func line(_ style: String, _ x: Double, _ y: Double, _ x2: Double, _ y2: Double)
    -> String
  {
    "<path class=\"\(style)\" d=\"M\(fixed(x, 1)) \(fixed(y, 1))L\(fixed(x2, 1)) \(fixed(y2, 1))\"/>"
  }
}

enum TradeOffText: String, Phrase {
  case title = "Benefit and lowest level of each plan ‖ 各方案的效益与最低水平"
  case up = "↑ Lowest level, % of entitlement ‖ ↑ 最低水平，占应得份额 %"
  case right = "Benefit, % of possible → ‖ 效益，占可能 % →"
  case recommended = "{plan} recommended ‖ {plan} 推荐"
  case point = "{plan}: benefit {benefit}, lowest level {level} ‖ {plan}：效益 {benefit}，最低水平 {level}"
  case bestPoint =
    "{plan}, recommended: benefit {benefit}, lowest level {level} ‖ {plan}（推荐）：效益 {benefit}，最低水平 {level}"
  case note =
    "Up and to the right is better; the filled point is recommended. Axes start near the data. ‖ 越靠右上越好；实心点为推荐方案。坐标轴从数据附近起。"
}
