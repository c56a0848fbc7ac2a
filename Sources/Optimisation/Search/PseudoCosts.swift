/// What switching on and off has cost so far, per unit of the way, by switch (Bénichou et al. 1971).
struct PseudoCosts {
  private var sums: [[Double]]
  private var counts: [[Int]]
  /// Trials on both sides after which a switch is known well enough.
  private static let enough = 4

  init(count: Int) {
    sums = [[Double]](repeating: [0, 0], count: count)
    counts = [[Int]](repeating: [0, 0], count: count)
  }

  mutating func learn(_ place: Int, isOn: Bool, gain: Double, distance: Double) {
    guard gain.isFinite, distance > 1e-9 else { return }
    sums[place][isOn ? 1 : 0] += max(0, gain) / distance
    counts[place][isOn ? 1 : 0] += 1
  }

  func isReliable(_ place: Int) -> Bool { (counts[place].min() ?? 0) >= PseudoCosts.enough }

  /// What switching off and on would cost from `value`; the average of all where the switch was never tried.
  func guess(_ place: Int, at value: Double) -> (off: Double, on: Double) {
    func rate(_ side: Int) -> Double {
      if counts[place][side] > 0 { return sums[place][side] / Double(counts[place][side]) }
      let all = counts.reduce(0) { $0 + $1[side] }
      return all > 0 ? sums.reduce(0) { $0 + $1[side] } / Double(all) : 1
    }
    return (rate(0) * value, rate(1) * (1 - value))
  }
}
