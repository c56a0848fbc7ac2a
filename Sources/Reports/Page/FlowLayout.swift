/// Where the ends and bands of a flow chart stand, in the units of its drawing.
///
/// Every end has a slot that holds its bar and its two-line label, so that labels cannot meet. The scale is the largest
/// at which the slots of both sides fit; what is left is equal gaps.
struct FlowLayout {
  struct Node {
    let top: Double
    let height: Double
    var middle: Double { top + height / 2 }
  }

  struct Band {
    let link: FlowGraph.Link
    let left: Double
    let right: Double
    let thickness: Double
  }

  /// The least distance of the middles of two labels.
  static let slot = 34.0
  /// The least distance of two slots.
  private static let air = 4.0

  let height: Double
  /// Units of height for one M.
  let scale: Double
  let donors: [Node]
  let recipients: [Node]
  /// The widest first, so that narrow ones lie on top.
  let bands: [Band]

  init(_ graph: FlowGraph, tallest: Double) {
    let sides = [graph.donors.map(\.amount), graph.recipients.map(\.amount)]
    let most = Double(sides.map(\.count).max() ?? 0)
    let height = max(min(tallest, 80 * most), (Self.slot + Self.air) * most + 80)
    let scale = Self.scale(sides, height: height)
    donors = Self.nodes(sides[0], scale: scale, height: height)
    recipients = Self.nodes(sides[1], scale: scale, height: height)

    (self.height, self.scale) = (height, scale)
    var (left, right) = (donors.map(\.top), recipients.map(\.top))
    // Links come in the order of both sides, so bands leave and arrive in the order of the other.
    bands = graph.links.map { link in
      let thickness = link.amount * scale
      let band = Band(
        link: link, left: left[link.donor], right: right[link.recipient], thickness: thickness)
      left[link.donor] += thickness
      right[link.recipient] += thickness
      return band
    }
    .enumerated()
    .sorted { ($1.element.thickness, $0.offset) < ($0.element.thickness, $1.offset) }
    .map(\.element)
  }

  private static func slots(_ amounts: [Double], scale: Double) -> [Double] {
    amounts.map { max($0 * scale, slot) }
  }

  private static func scale(_ sides: [[Double]], height: Double) -> Double {
    let largest = sides.map { $0.reduce(0, +) }.max() ?? 0
    guard largest > 0 else { return 0 }
    var (low, high) = (0.0, height / largest)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let fits = sides.allSatisfy {
        slots($0, scale: middle).reduce(0, +) + air * Double($0.count - 1) <= height
      }
      if fits { low = middle } else { high = middle }
    }
    return low
  }

  private static func nodes(_ amounts: [Double], scale: Double, height: Double) -> [Node] {
    let slots = slots(amounts, scale: scale)
    let spare = max(0, height - slots.reduce(0, +))
    // One end alone stands in the middle.
    let gap = amounts.count > 1 ? spare / Double(amounts.count - 1) : 0
    var top = amounts.count > 1 ? 0 : spare / 2
    return zip(amounts, slots).map { amount, slot in
      defer { top += slot + gap }
      return Node(top: top + (slot - amount * scale) / 2, height: amount * scale)
    }
  }
}
