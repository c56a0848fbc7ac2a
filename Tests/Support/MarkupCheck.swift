/// Whether the tags of a page open and close in order, and no attribute or tag is left open.
///
/// Enough of HTML for pages that this program writes: quoted or bare attribute values, void elements, raw `style` and `script`.
public func unbalanced(_ page: String) -> String? {
  let void: Set<Substring> = ["meta", "br", "link", "img", "input", "hr"]
  var open: [Substring] = []
  var rest = page[...]
  while let start = rest.firstIndex(of: "<") {
    rest = rest[start...].dropFirst()
    if rest.hasPrefix("!doctype") {
      rest = rest.drop { $0 != ">" }
      continue
    }
    let closes = rest.hasPrefix("/")
    if closes { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isLetter || $0.isNumber }
    guard !name.isEmpty else { return "`<` that begins no tag before: \(rest.prefix(40))" }
    rest = rest.dropFirst(name.count)
    var quote: Character?
    var last: Character = " "
    var ended = false
    while let character = rest.first, !ended {
      rest = rest.dropFirst()
      if let mark = quote {
        if character == mark { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "<" {
        return "`<` inside the tag \(name)"
      } else if character == ">" {
        ended = true
        continue
      }
      last = character
    }
    if !ended { return "\(name) never ends" }
    if closes {
      guard open.popLast() == name else { return "</\(name)> closes another element" }
    } else if !void.contains(name), last != "/" {
      if name == "style" || name == "script" {
        guard let end = rest.firstRange(of: "</\(name)>") else { return "\(name) never ends" }
        rest = rest[end.upperBound...]
      } else {
        open.append(name)
      }
    }
  }
  return open.isEmpty ? nil : "never closed: \(open)"
}
