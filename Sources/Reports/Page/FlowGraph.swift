import Pages
import Records

/// Who sends money to whom: the ends on both sides, in the order they are drawn, and the links between them.
struct FlowGraph {
  struct End {
    let name: Bilingual
    let amount: Double
    /// What a donor pledged; 0 for a region.
    var pledged = 0.0
    /// How many ends stand together in this one.
    var count = 1
  }

  struct Link {
    var donor: Int
    var recipient: Int
    var amount: Double
    /// Whether the pair has a coal bond.
    var bond = false
  }

  /// More ends on one side cannot be read on one sheet of paper.
  static let most = 30

  var donors: [End]
  var recipients: [End]
  var links: [Link]

  /// - Parameters:
  ///   - donors: the largest first, as are `recipients`. The smallest beyond `most` stand together.
  ///   - links: by place in the two lists.
  init(donors: [End], recipients: [End], links: [Link]) {
    self.donors = Self.folded(donors)
    self.recipients = Self.folded(recipients)
    let (left, right) = (self.donors.count - 1, self.recipients.count - 1)
    var sums: [[Link?]] = Array(
      repeating: Array(repeating: nil, count: max(0, right + 1)), count: max(0, left + 1))
    for var link in links where link.amount > 0 {
      link.donor = min(link.donor, left)
      link.recipient = min(link.recipient, right)
      if let other = sums[link.donor][link.recipient] {
        link.amount += other.amount
        // A flow that only in part answers a bond is not drawn as if it did.
        link.bond = link.bond && other.bond
      }
      sums[link.donor][link.recipient] = link
    }
    self.links = sums.flatMap { $0.compactMap { $0 } }
    reduceCrossings()
  }

  private static func folded(_ ends: [End]) -> [End] {
    guard ends.count > most else { return ends }
    let rest = ends[(most - 1)...]
    let name = FlowText.others(count: rest.count).plain
    return ends.prefix(most - 1) + [
      End(
        name: name, amount: rest.reduce(0) { $0 + $1.amount },
        pledged: rest.reduce(0) { $0 + $1.pledged }, count: rest.count)
    ]
  }
}

// MARK: Order

extension FlowGraph {
  /// Each side in turn is put in the order of where its money comes from or goes to on the other; the order with the
  /// least crossing money is kept, the given one, by size, where none is better.
  private mutating func reduceCrossings() {
    var left = Array(donors.indices)
    var right = Array(recipients.indices)
    var best = (left: left, right: right, crossing: crossing(left, right))
    for _ in 0..<6 where best.crossing > 0 {
      right = sorted(right, other: left, side: \.recipient, across: \.donor, ends: recipients)
      left = sorted(left, other: right, side: \.donor, across: \.recipient, ends: donors)
      let now = crossing(left, right)
      guard now < best.crossing else { break }
      best = (left, right, now)
    }
    let (newLeft, newRight) = (places(best.left), places(best.right))
    donors = best.left.map { donors[$0] }
    recipients = best.right.map { recipients[$0] }
    for link in links.indices {
      links[link].donor = newLeft[links[link].donor]
      links[link].recipient = newRight[links[link].recipient]
    }
    links.sort { ($0.donor, $0.recipient) < ($1.donor, $1.recipient) }
  }

  /// The ends of one side by the mean place of their money on the other. Several that stand together stay last.
  private func sorted(
    _ order: [Int], other: [Int], side: KeyPath<Link, Int>, across: KeyPath<Link, Int>, ends: [End]
  ) -> [Int] {
    let place = places(other)
    var sums = [Double](repeating: 0, count: ends.count)
    var weights = sums
    for link in links {
      sums[link[keyPath: side]] += link.amount * Double(place[link[keyPath: across]])
      weights[link[keyPath: side]] += link.amount
    }
    func key(_ end: Int) -> (Int, Double, Int) {
      (ends[end].count > 1 ? 1 : 0, weights[end] > 0 ? sums[end] / weights[end] : 0, end)
    }
    return order.sorted { key($0) < key($1) }
  }

  /// How much money crosses: for every two links that do, the product of their amounts.
  private func crossing(_ left: [Int], _ right: [Int]) -> Double {
    let (leftPlace, rightPlace) = (places(left), places(right))
    var amounts = Array(
      repeating: [Double](repeating: 0, count: right.count), count: left.count)
    for link in links { amounts[leftPlace[link.donor]][rightPlace[link.recipient]] = link.amount }
    var sum = 0.0
    // What the donors above send to each region.
    var above = [Double](repeating: 0, count: right.count)
    for row in amounts {
      var below = above.reduce(0, +)
      for (place, amount) in row.enumerated() {
        below -= above[place]
        sum += amount * max(0, below)
      }
      for (place, amount) in row.enumerated() { above[place] += amount }
    }
    // What rounding leaves is no crossing.
    let total = above.reduce(0, +)
    return sum > 1e-12 * total * total ? sum : 0
  }

  /// Where each end stands in an order.
  private func places(_ order: [Int]) -> [Int] {
    var places = order
    for (place, end) in order.enumerated() { places[end] = place }
    return places
  }
}
