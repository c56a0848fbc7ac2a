import Foundation

/// Where the points of the trade-off stand and where their labels go, in pixels of the drawing.
struct TradeOffLayout {
  struct Point {
    let plan: String
    /// From 0 to 1, to the right and up.
    let right: Double
    let up: Double
    let isRecommended: Bool
  }

  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  struct Dot {
    let x: Double
    let y: Double
    let isRecommended: Bool
  }

  struct Label {
    /// The plans it names, the recommended one first.
    let plans: [String]
    let isRecommended: Bool
    /// Wide enough for both languages.
    let box: Box
    let side: Side
  }

  /// Where a label stands from its dot.
  enum Side: CaseIterable { case right, left, above, below }

  let width: Double
  let height: Double
  /// The field of the points.
  let field: Box
  let horizontal: Axis
  let vertical: Axis
  let dots: [Dot]
  let labels: [Label]

  /// Points nearer than this share a label.
  private static let near = 11.0
  private static let radius = 7.0
  static let lineHeight = 17.0

  /// - Parameter wordWidth: how wide the mark of the recommended plan is beside its letter.
  init(_ points: [Point], width: Double, height: Double, wordWidth: Double) {
    self.width = width
    self.height = height
    let field = Box(x: 44, y: 32, width: width - 44 - 24, height: height - 32 - 58)
    self.field = field
    let horizontal = Axis(points.map(\.right), most: width < 500 ? 4 : 6)
    let vertical = Axis(points.map(\.up), most: 5)
    self.horizontal = horizontal
    self.vertical = vertical
    let dots = points.map { point in
      Dot(
        x: field.x + horizontal.place(point.right) * field.width,
        y: field.y + (1 - vertical.place(point.up)) * field.height,
        isRecommended: point.isRecommended)
    }
    self.dots = dots

    var groups: [[Int]] = []
    for place in points.indices {
      let home = groups.firstIndex { group in
        group.first.map {
          hypot(dots[$0].x - dots[place].x, dots[$0].y - dots[place].y) < Self.near
        } ?? false
      }
      if let home { groups[home].append(place) } else { groups.append([place]) }
    }
    var taken = dots.map { dot in
      Box(
        x: dot.x - Self.radius, y: dot.y - Self.radius, width: 2 * Self.radius,
        height: 2 * Self.radius)
    }
    labels = groups.compactMap { group in
      guard let first = group.first else { return nil }
      let isRecommended = group.contains { points[$0].isRecommended }
      let plans =
        group.filter { points[$0].isRecommended } + group.filter { !points[$0].isRecommended }
      let letters = plans.map { points[$0].plan.prefix(4).count }.reduce(0) { $0 + $1 + 2 } - 2
      let wide = Double(letters) * 10 + (isRecommended ? wordWidth : 0)
      let (box, side) = Self.free(
        wide, beside: dots[first], avoiding: taken, width: width, height: height)
      taken.append(box)
      return Label(
        plans: plans.map { points[$0].plan }, isRecommended: isRecommended, box: box, side: side)
    }
  }

  /// The first place beside a dot, ever farther from it, where a label overlaps nothing and stays inside.
  private static func free(
    _ wide: Double, beside dot: Dot, avoiding taken: [Box], width: Double, height: Double
  ) -> (Box, Side) {
    var box = Box(x: 0, y: 0, width: wide, height: lineHeight)
    for step in 0..<40 {
      let away = radius + 3 + Double(step) * 6
      for side in Side.allCases {
        box.x =
          switch side {
          case .right: dot.x + away
          case .left: dot.x - away - wide
          case .above, .below: max(2, min(dot.x - wide / 2, width - 2 - wide))
          }
        box.y =
          switch side {
          case .right, .left: dot.y - lineHeight / 2
          case .above: dot.y - away - lineHeight
          case .below: dot.y + away
          }
        let isInside =
          box.x >= 2 && box.x + wide <= width - 2 && box.y >= 22
          && box.y + lineHeight <= height - 40
        if isInside, !taken.contains(where: box.overlaps) { return (box, side) }
      }
    }
    return (box, .below)
  }
}

/// An axis of shares that starts and ends at round figures near the data.
struct Axis {
  let ticks: [Double]
  /// Of the ticks, in percent.
  let decimals: Int

  /// - Parameter most: how many steps it may have.
  init(_ values: [Double], most: Int) {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let padding = max(0.002, (high - low) * 0.06)
    // In tenths of a percent, so that ticks are exact.
    let from = max(0, (low - padding) * 1000)
    let to = min(1000, max(high, low + 0.002) * 1000 + padding * 1000)
    let steps = [1.0, 2, 5, 10, 20, 50, 100, 200, 500]
    let step =
      steps.first { (to / $0).rounded(.up) - (from / $0).rounded(.down) <= Double(most) } ?? 500
    let first = (from / step).rounded(.down)
    let last = max(first + 1, (to / step).rounded(.up))
    ticks = stride(from: first, through: last, by: 1).map { $0 * step / 1000 }
    decimals = step < 10 ? 1 : 0
  }

  /// Where a value stands, from 0 to 1.
  func place(_ value: Double) -> Double {
    guard let first = ticks.first, let last = ticks.last, last > first else { return 0.5 }
    return min(1, max(0, (value - first) / (last - first)))
  }
}
