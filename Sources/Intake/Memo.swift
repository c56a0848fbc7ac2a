/// What texts that come again and again mean: a table of a hundred thousand proposals has a dozen sectors.
final class Memo<Value> {
  private var known: [String: Value] = [:]

  /// A table where every text is another one is no vocabulary, and is not kept.
  private static var most: Int { 1_000 }

  /// - Parameter make: nil where the text must be looked at again when it comes again.
  func value(of text: String, _ make: () -> Value?) -> Value? {
    if let value = known[text] { return value }
    let value = make()
    if let value, known.count < Self.most { known[text] = value }
    return value
  }
}
