import FoundationEssentials

/// A list that sorts, filters and pages in the browser (`Browser/lists.js`).
///
/// The first items stand in the page, the rest in a JSON block of their markup, which the browser reads only when
/// they are asked for. So a page of thousands of items opens as fast as one of hundreds.
package struct LongList: Templated {
  /// From this many items on there is a field to filter by.
  private static let worthFiltering = 8

  let most: Int
  let filter: Words
  let shownOfAll: Markup
  let figure: Markup
  let rest: Markup
  let restCount: Int
  let unpaged: Words
  let firstToLast: Markup
  let previous: Words
  let next: Words

  /// The items that stand in the page.
  package struct Items {
    package let shown: [Markup]
    package let later: [Markup]
    let most: Int
    let block: Markup

    /// - Parameters:
    ///   - items: each with the rows that belong to it, of which all but the first have the class `say`.
    ///   - most: how many the page shows at once.
    ///   - repeated: markup that many items have in common beside their template's.
    package init<Item: Templated>(_ items: [Item], most: Int = 100, repeated: [String] = []) throws
    {
      let markup = try items.markup()
      shown = Array(markup.prefix(most))
      later = Array(markup.dropFirst(most))
      self.most = most
      let block = ItemBlock(later, template: Item.template, repeated: repeated)
      let encoder = JSONEncoder()
      // Without it the keys change places from one process to the next.
      encoder.outputFormatting = .sortedKeys
      self.block =
        later.isEmpty
        ? .none : Markup(trusted: String(decoding: try encoder.encode(block), as: UTF8.self))
    }
  }

  /// - Parameters:
  ///   - figure: a table or an `ol` that holds the items shown.
  ///   - filters: whether a long one has a field to filter by.
  ///   - unpaged: what to say of the items beyond the first page where they cannot be paged to: in print, without the script.
  package init(
    _ items: Items, figure: Markup, filters: Bool = false, unpaged: (Int) -> Words = { _ in .none }
  ) {
    most = items.most
    let count = items.shown.count + items.later.count
    filter = filters && count >= Self.worthFiltering ? ListText.filter.words : .none
    self.figure = figure
    restCount = items.later.count
    rest = items.block
    self.unpaged = items.later.isEmpty ? .none : unpaged(items.later.count)
    shownOfAll = Self.counted(.shownOfAll)
    firstToLast = Self.counted(.firstToLast)
    previous = ListText.previous.words
    next = ListText.next.words
  }

  package static let template = """
    <div class="list">{{#filter}}<p class="find" hidden><label>{{{filter}}} <input type="search" autocomplete="off"></label> \
    <output>{{{shownOfAll}}}</output></p>{{/filter}}{{{figure}}}\
    {{#rest}}<p class="note unpaged">{{{unpaged}}}</p><p class="pager" data-most="{{most}}" hidden><button type="button">{{{previous}}}</button> \
    <output>{{{firstToLast}}}</output> <button type="button">{{{next}}}</button></p>\
    <script type="application/json" data-rest="{{restCount}}">{{{rest}}}</script>{{/rest}}</div>
    """

  /// A line of words into which the browser fills numbers.
  private static func counted(_ phrase: ListText) -> Markup {
    let text = phrase.text
    return Markup(
      trusted: "<span lang=\"en\" data-t=\"\(text.en)\"></span>"
        + "<span lang=\"zh-Hans\" data-t=\"\(text.zh)\"></span>")
  }

}

/// Items as a JSON block: `parts`, the markup that many of them share, and `items`, in which a part is one character.
///
/// Characters of the private use area stand for parts; no text of a planner has one (`escaped`). Nothing in the block ends
/// the element that it stands in: JSON writes `/` as `\/`, and what planners wrote has no `<`.
private struct ItemBlock: Encodable {
  let parts: [String]
  let items: [String]

  /// Shorter ones are not worth a look at every item.
  private static let least = 9

  /// - Parameter template: of which every item is made.
  init(_ items: [Markup], template: String, repeated: [String]) {
    let literals = template.split(separator: /\{\{.*?\}\}\}?/).map(String.init)
    let languages = ["<span lang=\"en\">", "</span><span lang=\"zh-Hans\">"]
    // The longest first, so that none is cut by a shorter one.
    parts = Set((literals + languages + repeated).filter { $0.utf8.count >= Self.least })
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let marks = parts.indices.compactMap { Unicode.Scalar(0xE000 + UInt32($0)).map(String.init) }
    let pairs = Array(zip(parts, marks))
    self.items = items.map { item in
      pairs.reduce(item.renderText) { $0.replacing($1.0, with: $1.1) }
    }
  }
}

enum ListText: String, Phrase {
  case filter = "Find in this list ‖ 在本表中查找"
  case shownOfAll = "{shown} of {all} ‖ {all} 项中的 {shown} 项"
  case firstToLast = "{first} to {last} of {all} ‖ 第 {first} 至 {last} 项，共 {all} 项"
  case previous = "Previous ‖ 上一页"
  case next = "Next ‖ 下一页"
}
