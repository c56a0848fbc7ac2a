import Mustache
import Records

/// A text of the page in both languages, as markup.
///
/// Whatever a planner wrote enters by `init(_:)`, which escapes it; markup of our own enters by `markup` and by phrases.
/// So a value of this type is safe to stand in the page, in text and in an attribute's value.
struct Words: Hashable, Sendable, MustacheCustomRenderable {
  let en: String
  let zh: String

  /// A planner's text.
  init(_ text: String) {
    en = escaped(text)
    zh = en
  }

  /// A planner's text in both languages.
  init(_ text: Bilingual) {
    en = escaped(text.en)
    zh = escaped(text.zh)
  }

  private init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// Markup of our own.
  static func markup(_ en: String, _ zh: String) -> Words { Words(en: en, zh: zh) }

  static func markup(_ both: String) -> Words { Words(en: both, zh: both) }

  static let none = Words(en: "", zh: "")

  var isEmpty: Bool { en.isEmpty && zh.isEmpty }

  /// A section of a template for an empty text is left out.
  var isNull: Bool { isEmpty }

  static func + (left: Words, right: Words) -> Words {
    Words(en: left.en + right.en, zh: left.zh + right.zh)
  }

  /// With the first letter of the English a capital.
  var capitalised: Words { Words(en: en.prefix(1).uppercased() + en.dropFirst(), zh: zh) }

  func wrapped(_ before: String, _ after: String) -> Words {
    Words(en: before + en + after, zh: before + zh + after)
  }

  /// In the page: both languages, of which the style sheet shows one; a text that is the same in both stands once.
  var renderText: String {
    en == zh
      ? en
      : (en.isEmpty ? "" : "<span lang=\"en\">\(en)</span>")
        + (zh.isEmpty ? "" : "<span lang=\"zh-Hans\">\(zh)</span>")
  }
}

extension [Words] {
  /// `a; b` and `a；b`.
  func joined(_ en: String = "; ", _ zh: String = "；") -> Words {
    .markup(map(\.en).joined(separator: en), map(\.zh).joined(separator: zh))
  }

  /// `a, b and c` and `a、b和c`.
  var enumerated: Words {
    guard count > 1, let last else { return first ?? .none }
    let others = dropLast()
    return .markup(
      others.map(\.en).joined(separator: ", ") + " and " + last.en,
      others.map(\.zh).joined(separator: "、") + "和" + last.zh)
  }
}

/// The page shows this many characters of a planner's text; the whole stands in the CSV and JSON files.
private let longest = 120

/// A planner's text as markup: on one line, shortened, without control characters and without marks that turn the
/// direction of what stands beside it, every character of markup escaped.
///
/// Goes by scalars: `"` followed by a combining mark is one character that is not `"`, and still ends an attribute.
func escaped(_ text: String) -> String {
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
