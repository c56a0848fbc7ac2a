/// Which entries share a key. Most keys are given once, so that only the others take a list.
struct KeyGroups {
  /// The entries of a key that is given more than once, by the first of them.
  private var groups: [Int: [Int]] = [:]
  private var later: Set<Int> = []

  init<Record>(_ entries: [Entry<Record>]) {
    var firsts = [String: Int](minimumCapacity: entries.count)
    for index in entries.indices {
      let key = entries[index].record.key
      guard let first = firsts.updateValue(index, forKey: key) else { continue }
      firsts[key] = first
      groups[first, default: [first]].append(index)
      later.insert(index)
    }
  }

  /// nil for an entry whose key is its own.
  func group(_ first: Int) -> [Int]? { groups.isEmpty ? nil : groups[first] }

  func isLater(_ index: Int) -> Bool { !later.isEmpty && later.contains(index) }
}
