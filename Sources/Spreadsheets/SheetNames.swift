/// Names of sheets as spreadsheet programs allow them: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at the
/// ends, and each once whatever the case of its letters.
package struct SheetNames {
  private static let most = 31
  private var used: Set<String> = []

  package init() {}

  /// A name that formulas, print areas and charts can use as it is.
  ///
  /// - Parameter owner: shortened where the name is too long, so that what the sheet holds stays readable.
  package mutating func name(_ owner: String, _ content: String) -> String {
    // libxlsxwriter neither doubles an apostrophe in a reference nor reads beyond the first `!` of one.
    let allowed = Self.allowed(owner).replacing("'", with: "’").replacing("!", with: "！")
    for number in 1... {
      let tail = (number == 1 ? content : "\(content) \(number)")
      let head = cut(allowed, toUTF16: max(1, Self.most - tail.utf16.count - 1))
      let name = head.isEmpty ? tail : head + " " + tail
      if used.insert(name.lowercased()).inserted { return name }
    }
    return content
  }

  /// A name that stays as it is where programs allow it and it is free; else the nearest that is.
  package mutating func kept(_ name: String) -> String {
    var whole = cut(Self.allowed(name), toUTF16: Self.most)
    while whole.hasSuffix("'") { whole.removeLast() }
    if whole.isEmpty { whole = "-" }
    if used.insert(whole.lowercased()).inserted { return whole }
    for number in 2... {
      let tail = " (\(number))"
      let name = cut(whole, toUTF16: Self.most - tail.utf16.count) + tail
      if used.insert(name.lowercased()).inserted { return name }
    }
    return whole
  }

  private static func allowed(_ text: String) -> String {
    let forbidden: Set<Unicode.Scalar> = [
      "[", "]", ":", "*", "?", "/", "\\", "\u{FFFE}", "\u{FFFF}",
    ]
    let scalars = oneLine(text).unicodeScalars.map { forbidden.contains($0) ? "-" : $0 }
    return String(String.UnicodeScalarView(scalars.drop { $0 == "'" || $0 == " " }))
  }
}
