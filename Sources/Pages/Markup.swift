import Mustache

/// Markup that is the same in both languages. Only the page's own templates and drawings make it.
package struct Markup: Hashable, Sendable, MustacheCustomRenderable {
  package let renderText: String

  package init(trusted text: String) { renderText = text }

  package static let none = Markup(trusted: "")

  /// A section of a template for empty markup is left out.
  package var isNull: Bool { renderText.isEmpty }
}

/// A part of the page that has a template: its stored properties are what the template names.
///
/// `{{{name}}}` is for `Words` and `Markup`, which are escaped where they are made; anything else stands in `{{name}}`.
package protocol Templated {
  static var template: String { get }
}

extension Templated {
  package func markup() throws -> Markup {
    Markup(trusted: try MustacheTemplate(string: Self.template).render(self))
  }
}

extension Collection where Element: Templated {
  /// The markup of each, with the template read once.
  package func markup() throws -> [Markup] {
    let template = try MustacheTemplate(string: Element.template)
    return map { Markup(trusted: template.render($0)) }
  }
}
