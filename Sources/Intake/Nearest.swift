/// Which of the valid values a planner may have meant.
enum Nearest {
  /// The number of slips (a letter wrong, missing, added, or two exchanged) between two texts; nil beyond `limit`.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [Int](repeating: row, count: right.count + 1)
      var least = row
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var best = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
        least = min(least, best)
      }
      if least > limit { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// The number of slips that a text of this length is forgiven.
  static func allowance(_ length: Int) -> Int { length < 3 ? 0 : length < 6 ? 1 : 2 }

  /// The valid value nearest to a text, compared as names are; nil where none is near, and where two are equally near:
  /// a guess between them would be right half the time.
  ///
  /// - Parameter meaning: what a value stands for; several spellings of one thing are one.
  static func value(
    to text: String, among valid: some Sequence<String>,
    meaning: (String) -> some Hashable = { $0 }
  ) -> String? {
    let nearest = values(to: text, among: valid)
    return Set(nearest.map(meaning)).count == 1 ? nearest.first : nil
  }

  /// The valid values nearest to a text, all with equally many slips, by text.
  static func values(to text: String, among valid: some Sequence<String>) -> [String] {
    let wanted = Array(text.foldedName.unicodeScalars)
    // One slip in a short Chinese word is another word; two characters of four are half of it.
    let allowance = text.hasHan ? (wanted.count < 3 ? 0 : 1) : allowance(wanted.count)
    var best = allowance
    var found: Set<String> = []
    for candidate in valid {
      let scalars = Array(candidate.foldedName.unicodeScalars)
      guard let distance = distance(wanted, scalars, limit: best) else { continue }
      if distance < best { found = [] }
      best = distance
      found.insert(candidate)
    }
    return found.sorted()
  }
}
