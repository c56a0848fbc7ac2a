import Foundation
import Pages
import Records

/// The flow chart as an SVG: donors left, regions right, a band for every pairing.
///
/// It is drawn twice, for wide and for narrow pages, of which the style sheet shows one.
struct FlowDrawing {
  enum Format { case wide, narrow }

  let graph: FlowGraph
  let money: Money
  let format: Format
  let layout: FlowLayout

  private let width: Double
  private let fontSize: Double
  /// Where the column of the donors' names ends and that of the regions' begins.
  private let left: Double
  private let right: Double
  private let bar = 9.0
  /// Between a bar and its label.
  private let gap = 7.0
  /// Above the first bar and below the last, for what of a label stands out.
  private let margin = 4.0

  init(_ graph: FlowGraph, money: Money, format: Format) {
    self.graph = graph
    self.money = money
    self.format = format
    width = format == .wide ? 940 : 360
    layout = FlowLayout(graph, tallest: format == .wide ? 540 : 520)
    // The second line of a label needs some room, however short the names are.
    let (size, least, most) = format == .wide ? (13.5, 110.0, 230.0) : (12.5, 86.0, 132.0)
    let gap = gap
    func column(_ ends: [FlowGraph.End], rest: (FlowGraph.End) -> Words) -> Double {
      let longest =
        ends.flatMap { end in
          let second = money.cell(end.amount) + rest(end)
          return [end.name.en, end.name.zh, second.en, second.zh].map(Self.room)
        }.max() ?? 0
      return min(most, max(least, (longest * size).rounded(.up) + gap))
    }
    fontSize = size
    left = column(graph.donors) { Self.ofPledged($0, money) }
    right = width - column(graph.recipients) { Self.ofAll($0, graph) }
  }

  func markup(titled title: String, described description: String) -> Markup {
    let height = fixed(layout.height + 2 * margin, 0)
    let name = format == .wide ? "wide" : "narrow"
    return Markup(
      trusted:
        "<svg class=\"flow \(name)\" viewBox=\"0 0 \(fixed(width, 0)) \(height)\" role=\"img\" "
        + "aria-labelledby=\"\(title)\" aria-describedby=\"\(description)\">"
        + layout.bands.map(band).joined()
        + zip(graph.donors, layout.donors).map(donor).joined()
        + zip(graph.recipients, layout.recipients).map(recipient).joined() + "</svg>")
  }

  // MARK: Parts

  private func band(_ band: FlowLayout.Band) -> String {
    let (start, end) = (left + bar, right - bar)
    let near = start + (end - start) * 0.48
    let far = end - (end - start) * 0.48
    func x(_ value: Double) -> String { fixed(value, 1) }
    func y(_ value: Double) -> String { fixed(value + margin, 1) }
    let thin = band.thickness < 1
    // Thinner than a hairline cannot be seen, so such a band is a line through its middle.
    let (leaves, arrives) =
      thin
      ? (band.left + band.thickness / 2, band.right + band.thickness / 2) : (band.left, band.right)
    var path =
      "M\(x(start)) \(y(leaves))C\(x(near)) \(y(leaves)) \(x(far)) \(y(arrives)) \(x(end)) \(y(arrives))"
    if !thin {
      let (low, high) = (band.left + band.thickness, band.right + band.thickness)
      path += "V\(y(high))C\(x(far)) \(y(high)) \(x(near)) \(y(low)) \(x(start)) \(y(low))Z"
    }
    let (from, to) = (
      graph.donors[band.link.donor].name, graph.recipients[band.link.recipient].name
    )
    let amount = money.prose(band.link.amount)
    return "<path class=\"\(band.link.bond ? "fb" : "fn")\(thin ? " hair" : "")\" d=\"\(path)\">"
      + "<title>\(both(Words(from), " ")) → \(both(Words(to), " ")): \(both(amount, " · "))</title></path>"
  }

  private func donor(_ end: FlowGraph.End, _ node: FlowLayout.Node) -> String {
    rect("don", x: left, node)
      + label(
        end, node, rest: Self.ofPledged(end, money), x: left - gap, room: left - gap,
        anchor: " text-anchor=\"end\"")
  }

  private func recipient(_ end: FlowGraph.End, _ node: FlowLayout.Node) -> String {
    rect("rec", x: right - bar, node)
      + label(
        end, node, rest: Self.ofAll(end, graph), x: right + gap, room: width - right - gap,
        anchor: "")
  }

  private static func ofPledged(_ end: FlowGraph.End, _ money: Money) -> Words {
    FlowText.ofPledged(["pledged": money.cell(end.pledged)])
  }

  private static func ofAll(_ end: FlowGraph.End, _ graph: FlowGraph) -> Words {
    let all = graph.links.reduce(0) { $0 + $1.amount }
    return .markup(" · ") + share(all > 0 ? end.amount / all : 0)
  }

  private func rect(_ colour: String, x: Double, _ node: FlowLayout.Node) -> String {
    let height = max(1, node.height)
    return "<rect class=\"\(colour)\" x=\"\(fixed(x, 1))\" "
      + "y=\"\(fixed(node.middle + margin - height / 2, 1))\" width=\"\(fixed(bar, 0))\" "
      + "height=\"\(fixed(height, 1))\"/>"
  }

  /// The name over the amount, both at the middle of the bar.
  private func label(
    _ end: FlowGraph.End, _ node: FlowLayout.Node, rest: Words, x: Double, room: Double,
    anchor: String
  ) -> String {
    let most = room / fontSize
    let name = Words(
      Bilingual(en: Self.cut(end.name.en, most), zh: Self.cut(end.name.zh, most)))
    let second = money.cell(end.amount) + rest.wrapped("<tspan class=\"dim\">", "</tspan>")
    func line(_ words: Words, _ style: String, _ y: Double) -> String {
      func text(_ content: String, _ language: String) -> String {
        "<text class=\"\(style)\" x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\"\(anchor)\(language)>"
          + content + "</text>"
      }
      return words.en == words.zh
        ? text(words.en, "")
        : text(words.en, " lang=\"en\"") + text(words.zh, " lang=\"zh-Hans\"")
    }
    let middle = node.middle + margin
    return line(name, "nm", middle - 4) + line(second, "nu", middle + 12.5)
  }

  private func both(_ words: Words, _ between: String) -> String {
    words.en == words.zh ? words.en : words.en + between + words.zh
  }
}

// MARK: Room for names

extension FlowDrawing {
  /// The room a bold text takes, in widths of an em, with some to spare as the reader's font is not known.
  static func room(_ text: String) -> Double { text.reduce(0.6) { $0 + room($1) } }

  static func room(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value >= 0x1100 { return 1 }
    if "MWmw@%".contains(character) { return 1 }
    if character.isUppercase || scalar.value > 0x2FF { return 0.78 }
    if " .,'’-ijl".contains(character) { return 0.4 }
    return "frt".contains(character) ? 0.5 : 0.72
  }

  /// A name that takes more room than there is ends in `…`; the matrix has the whole of it.
  static func cut(_ text: String, _ most: Double) -> String {
    if room(text) - 0.6 <= most { return text }
    var left = most - 1
    return text.prefix {
      left -= room($0)
      return left >= 0
    } + "…"
  }
}
