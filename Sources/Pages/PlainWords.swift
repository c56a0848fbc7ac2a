import Records

extension Words {
  /// The words for a terminal, a cell or a program: without tags, each character as it is meant, every space a plain one.
  package var plain: Bilingual { Bilingual(en: Self.plain(en), zh: Self.plain(zh)) }

  private static let characters: [Substring: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " ",
  ]

  private static func plain(_ markup: String) -> String {
    var text = ""
    var rest = markup[...]
    while let mark = rest.firstIndex(where: { "<&\u{A0}\u{202F}".contains($0) }) {
      text += rest[..<mark]
      let begun = rest[mark]
      rest = rest[rest.index(after: mark)...]
      switch begun {
      case "<": rest = rest.drop { $0 != ">" }.dropFirst()
      case "&":
        let name = rest.prefix { $0 != ";" }
        guard let character = characters[name] else {
          text.append("&")
          continue
        }
        text.append(character)
        rest = rest.dropFirst(name.count + 1)
      default: text.append(" ")
      }
    }
    return text + rest
  }
}
