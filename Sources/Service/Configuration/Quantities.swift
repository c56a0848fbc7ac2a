/// The forms in which settings name durations and sizes.
enum Quantities {
  /// `2`, `2 s`, `500 ms`, `10 min`, `1 h`; a bare number is in seconds. nil for anything else.
  static func duration(_ text: String) -> Duration? {
    let units: [String: Double] = ["": 1, "ms": 0.001, "s": 1, "min": 60, "h": 3600]
    guard let (number, unit) = split(text), let factor = units[unit] else { return nil }
    return .milliseconds(Int((number * factor * 1000).rounded()))
  }

  /// `512 MiB`, `4 GiB`, `2 GB`; a bare number is in bytes. nil for anything else.
  static func size(_ text: String) -> Int? {
    let units: [String: Double] = [
      "": 1, "b": 1, "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824,
      "kb": 1e3, "mb": 1e6, "gb": 1e9,
    ]
    guard let (number, unit) = split(text), let factor = units[unit.lowercased()] else {
      return nil
    }
    return Int(exactly: (number * factor).rounded())
  }

  private static func split(_ text: String) -> (Double, String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number <= 1e12 else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    return (number, String(unit))
  }
}
