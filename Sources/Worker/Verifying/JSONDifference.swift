import Foundation

/// A place in which two JSON documents differ.
struct JSONDifference: Hashable {
  /// `plans[0].pairings[2].stability`.
  var path: String
  var expected: String
  var found: String

  /// In the order of the paths; a missing value is `–`.
  static func between(_ expected: Data, _ found: Data) -> [JSONDifference] {
    guard let expected = try? JSONSerialization.jsonObject(with: expected),
      let found = try? JSONSerialization.jsonObject(with: found)
    else { return [JSONDifference(path: "", expected: "JSON", found: "no JSON")] }
    var all: [JSONDifference] = []
    compare(expected, found, "", &all)
    return all
  }

  private static func compare(
    _ expected: Any?, _ found: Any?, _ path: String, _ all: inout [JSONDifference]
  ) {
    switch (expected, found) {
    case (let expected as [String: Any], let found as [String: Any]):
      for key in Set(expected.keys).union(found.keys).sorted() {
        compare(expected[key], found[key], path.isEmpty ? key : "\(path).\(key)", &all)
      }
    case (let expected as [Any], let found as [Any]):
      for place in 0..<max(expected.count, found.count) {
        compare(
          expected.indices.contains(place) ? expected[place] : nil,
          found.indices.contains(place) ? found[place] : nil, "\(path)[\(place)]", &all)
      }
    default:
      let (expected, found) = (text(expected), text(found))
      if expected != found {
        all.append(JSONDifference(path: path, expected: expected, found: found))
      }
    }
  }

  private static func text(_ value: Any?) -> String {
    guard let value else { return "–" }
    let text =
      (try? JSONSerialization.data(
        withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys]))
      .map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
