import Records

/// The frame of a page: head, navigation, sections, foot. It holds all it needs and reaches for nothing outside.
package struct Page: Templated {
  let language: String
  let policy: String
  let pageTitle: Words
  let refresh: Int?
  let englishPressed: Bool
  let chinesePressed: Bool
  let skip: Words
  let first: String?
  let brand: Words
  let title: Words
  let lead: Markup
  let meta: Words
  let navigation: [Link]
  let hasNavigation: Bool
  let sections: [Markup]
  let foot: Words
  let style: Markup
  let script: Markup

  struct Link {
    let id: String
    let label: Words
  }

  /// - Parameters:
  ///   - skip: the label of the link that leads past the head, to the first section.
  ///   - window: the title of the browser's window, where it is not the page's own.
  ///   - refresh: after how many seconds the page is to be loaded anew.
  ///   - style: the style sheet, without `style` attributes beside it: the policy allows none.
  package init(
    title: Words, language: Policy.Language, lead: Markup, meta: Words, sections: [Section],
    skip: Words, foot: Words, window: Words? = nil, refresh: Int? = nil,
    style: String = Style.sheet, script: String = Script.text
  ) throws {
    // A page for both languages opens in English; the switch and `#zh` lead to the other.
    self.language = language == .zh ? "zh-Hans" : "en"
    englishPressed = language != .zh
    chinesePressed = language == .zh
    policy =
      "default-src 'none'; style-src '\(contentSource(of: style))'; "
      + "script-src '\(contentSource(of: script))'; base-uri 'none'; form-action 'none'"
    self.title = title
    pageTitle = window ?? title
    self.refresh = refresh
    self.skip = skip
    first = sections.first?.id
    brand = PageText.brand.words
    self.lead = lead
    self.meta = meta
    navigation = sections.map { Link(id: $0.id, label: $0.label) }
    hasNavigation = sections.count > 1
    self.sections = try sections.map { try $0.markup() }
    self.foot = foot
    self.style = Markup(trusted: style)
    self.script = Markup(trusted: script)
  }

  package static let template = """
    <!doctype html>
    <html lang="{{language}}"{{#refresh}} data-refresh="{{.}}"{{/refresh}}><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    {{#refresh}}<noscript><meta http-equiv="refresh" content="{{.}}"></noscript>
    {{/refresh}}<title>{{{pageTitle}}}</title><style>{{{style}}}</style></head><body>
    {{#first}}<a class="skip" href="#{{first}}">{{{skip}}}</a>{{/first}}
    <div class="page"><header><div class="bar1"><p class="kick">{{{brand}}}</p>\
    <div class="sw" role="group" aria-label="Language 语言">\
    <button type="button" data-l="en" lang="en" class="keep" aria-pressed="{{englishPressed}}">English</button>\
    <button type="button" data-l="zh-Hans" lang="zh-Hans" class="keep" aria-pressed="{{chinesePressed}}">中文</button>\
    </div></div>
    <h1>{{{title}}}</h1>
    {{{lead}}}
    <p class="meta">{{{meta}}}</p></header>
    {{#hasNavigation}}<nav aria-label="Sections 目录">\
    {{#navigation}}<a href="#{{id}}">{{{label}}}</a>{{/navigation}}</nav>{{/hasNavigation}}
    <main>
    {{#sections}}{{{.}}}
    {{/sections}}</main>
    <footer><p>{{{foot}}}</p></footer></div><script>{{{script}}}</script></body></html>

    """
}

/// A section of the page: what it is about, what it found, and the figure that shows it.
package struct Section: Templated {
  let id: String
  /// In the navigation.
  let label: Words
  let topic: Words
  let finding: Words
  let explanation: Words
  let figure: Markup

  package init(
    id: String, label: Words, topic: Words, finding: Words, explanation: Words = .none,
    figure: Markup = .none
  ) {
    self.id = id
    self.label = label
    self.topic = topic
    self.finding = finding
    self.explanation = explanation
    self.figure = figure
  }

  package static let template = """
    <section id="{{id}}" aria-labelledby="{{id}}-h"><header><p class="kick">{{{topic}}}</p>\
    <h2 id="{{id}}-h">{{{finding}}}</h2>{{#explanation}}<p class="sub">{{{explanation}}}</p>{{/explanation}}</header>
    {{{figure}}}
    </section>
    """
}

enum PageText: String, Phrase {
  case brand = "Just Energy Transition Brotherhood ‖ 公正能源转型兄弟协作"
}
