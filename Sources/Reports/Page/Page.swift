import Records

/// The frame of the page: head, navigation, sections, foot.
struct Page: Templated {
  let language: String
  let policy: String
  let pageTitle: Words
  let englishPressed: Bool
  let chinesePressed: Bool
  let skip: Words
  let brand: Words
  let title: Words
  let lead: Markup
  let meta: Words
  let navigation: [Link]
  let sections: [Markup]
  let foot: Words
  let style: Markup
  let script: Markup

  struct Link {
    let id: String
    let label: Words
  }

  init(
    title: String, language: Policy.Language, lead: Markup, meta: Words, sections: [Section]
  ) throws {
    // A page for both languages opens in English; the switch and `#zh` lead to the other.
    self.language = language == .zh ? "zh-Hans" : "en"
    englishPressed = language != .zh
    chinesePressed = language == .zh
    policy =
      "default-src 'none'; style-src '\(contentSource(of: Style.sheet))'; "
      + "script-src '\(contentSource(of: Script.text))'; base-uri 'none'; form-action 'none'"
    self.title = Words(title)
    pageTitle = self.title
    skip = PageText.skip.words
    brand = PageText.brand.words
    self.lead = lead
    self.meta = meta
    navigation = sections.map { Link(id: $0.id, label: $0.label) }
    self.sections = try sections.map { try $0.markup() }
    foot = PageText.foot.words
    style = Markup(trusted: Style.sheet)
    script = Markup(trusted: Script.text)
  }

  static let template = """
    <!doctype html>
    <html lang="{{language}}"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <title>{{{pageTitle}}}</title><style>{{{style}}}</style></head><body>
    <a class="skip" href="#attention">{{{skip}}}</a>
    <div class="page"><header><div class="bar1"><p class="kick">{{{brand}}}</p>\
    <div class="sw" role="group" aria-label="Language 语言">\
    <button type="button" data-l="en" lang="en" class="keep" aria-pressed="{{englishPressed}}">English</button>\
    <button type="button" data-l="zh-Hans" lang="zh-Hans" class="keep" aria-pressed="{{chinesePressed}}">中文</button>\
    </div></div>
    <h1>{{{title}}}</h1>
    {{{lead}}}
    <p class="meta">{{{meta}}}</p></header>
    <nav aria-label="Sections 目录">{{#navigation}}<a href="#{{id}}">{{{label}}}</a>{{/navigation}}</nav>
    <main>
    {{#sections}}{{{.}}}
    {{/sections}}</main>
    <footer><p>{{{foot}}}</p></footer></div><script>{{{script}}}</script></body></html>

    """
}

/// A section of the page: what it is about, what it found, and the figure that shows it.
struct Section: Templated {
  let id: String
  /// In the navigation.
  let label: Words
  let topic: Words
  let finding: Words
  let explanation: Words
  let figure: Markup

  static let template = """
    <section id="{{id}}" aria-labelledby="{{id}}-h"><header><p class="kick">{{{topic}}}</p>\
    <h2 id="{{id}}-h">{{{finding}}}</h2>{{#explanation}}<p class="sub">{{{explanation}}}</p>{{/explanation}}</header>
    {{{figure}}}
    </section>
    """
}

enum PageText: String, Phrase {
  case skip = "Skip to what needs attention ‖ 跳到需要关注的事项"
  case brand = "Just Energy Transition Brotherhood ‖ 公正能源转型兄弟协作"
  case foot =
    "Every number here is in the CSV files and plans.json beside this page. ‖ 本页数字均见同目录 CSV 文件与 plans.json。"
}
