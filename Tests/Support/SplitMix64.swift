/// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators": the same numbers for the
/// same seed on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The draws that a generator of rounds makes. Written out here: the standard library may change its
/// own `random(in:using:)`, and a seed in a failure's message must stay good.
extension SplitMix64 {
  /// From 0 up to and without `count`.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// In [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.dropFirst().reversed() { list.swapAt(index, below(index + 1)) }
    return list
  }

  /// At least one of the list, in its order.
  mutating func some(of list: [String]) -> [String] {
    let count = whole(1...list.count)
    let chosen = Set(shuffled(list).prefix(count))
    return list.filter(chosen.contains)
  }

  /// A decimal text between the bounds with so many places.
  mutating func decimal(_ range: ClosedRange<Double>, places: Int = 2) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let low = Int((range.lowerBound * Double(scale)).rounded(.up))
    let high = Int((range.upperBound * Double(scale)).rounded(.down))
    let value = whole(low...max(low, high))
    if places == 0 { return String(value) }
    let fraction = String(value % scale)
    return "\(value / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
