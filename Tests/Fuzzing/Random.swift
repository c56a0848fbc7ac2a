import TestSupport

/// The draws of the fuzzer. Written out, so that a seed in a report stays good whatever the standard library does.
extension SplitMix64 {
  /// The draws of one case, independent of those before it.
  init(seed: UInt64, case number: Int) {
    var mixer = SplitMix64(seed: seed)
    self.init(seed: mixer.next() ^ UInt64(number) &* 0xD134_2543_DE82_EF95)
  }

  /// From 0 up to and without `count`; 0 for an empty range.
  mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A stretch of a collection of that size: most are short.
  mutating func stretch(of count: Int) -> Range<Int> {
    let start = below(count)
    let longest = once(in: 8) ? count : 64
    return start..<min(count, start + 1 + below(longest))
  }
}
