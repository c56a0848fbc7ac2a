import Mustache
import Records

/// A text of the page in both languages, as markup.
///
/// Whatever a planner wrote enters by `init(_:)`, which escapes it; markup of our own enters by `markup` and by phrases.
/// So a value of this type is safe to stand in the page, in text and in an attribute's value.
package struct Words: Hashable, Sendable, MustacheCustomRenderable {
  package let en: String
  package let zh: String

  /// A planner's text.
  /// - Parameter longest: how many characters of it are shown.
  package init(_ text: String, longest: Int = Words.longest) {
    en = escaped(text, longest: longest)
    zh = en
  }

  /// A planner's text in both languages.
  package init(_ text: Bilingual, longest: Int = Words.longest) {
    en = escaped(text.en, longest: longest)
    zh = escaped(text.zh, longest: longest)
  }

  private init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// Markup of our own.
  package static func markup(_ en: String, _ zh: String) -> Words { Words(en: en, zh: zh) }

  package static func markup(_ both: String) -> Words { Words(en: both, zh: both) }

  /// A page shows this many characters of a planner's text; the whole stands in the files beside it.
  package static let longest = 120

  package static let none = Words(en: "", zh: "")

  package var isEmpty: Bool { en.isEmpty && zh.isEmpty }

  /// A section of a template for an empty text is left out.
  package var isNull: Bool { isEmpty }

  package static func + (left: Words, right: Words) -> Words {
    Words(en: left.en + right.en, zh: left.zh + right.zh)
  }

  /// With the first letter of the English a capital.
  package var capitalised: Words { Words(en: en.prefix(1).uppercased() + en.dropFirst(), zh: zh) }

  package func wrapped(_ before: String, _ after: String) -> Words {
    Words(en: before + en + after, zh: before + zh + after)
  }

  /// In the page: both languages, of which the style sheet shows one; a text that is the same in both stands once.
  package var renderText: String {
    en == zh
      ? en
      : (en.isEmpty ? "" : "<span lang=\"en\">\(en)</span>")
        + (zh.isEmpty ? "" : "<span lang=\"zh-Hans\">\(zh)</span>")
  }
}

extension [Words] {
  /// `a; b` and `a；b`.
  package func joined(_ en: String = "; ", _ zh: String = "；") -> Words {
    .markup(map(\.en).joined(separator: en), map(\.zh).joined(separator: zh))
  }

  /// `a, b and c` and `a、b和c`.
  package var enumerated: Words {
    guard count > 1, let last else { return first ?? .none }
    let others = dropLast()
    return .markup(
      others.map(\.en).joined(separator: ", ") + " and " + last.en,
      others.map(\.zh).joined(separator: "、") + "和" + last.zh)
  }
}

/// A planner's text as markup: on one line, shortened, without control characters and without marks that turn the
/// direction of what stands beside it, every character of markup escaped.
///
/// Goes by scalars: `"` followed by a combining mark is one character that is not `"`, and still ends an attribute.
package func escaped(_ text: String, longest: Int = Words.longest) -> String {
  var markup = ""
  // A character may be any number of marks long, so scalars are limited too.
  let short = text.count > longest || text.unicodeScalars.count > 3 * longest
  let shown =
    short
    ? text.prefix(longest - 1).unicodeScalars.prefix(3 * longest) + "…".unicodeScalars
    : text.unicodeScalars[...]
  for scalar in shown {
    switch scalar {
    case "&": markup += "&amp;"
    case "<": markup += "&lt;"
    case ">": markup += "&gt;"
    case "\"": markup += "&quot;"
    case "'": markup += "&#39;"
    default:
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: markup += " "
      // Zero-width joiners hold emoji and some scripts together.
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}": break
      case .unassigned, .surrogate, .privateUse: markup += "\u{FFFD}"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }
  return markup
}
