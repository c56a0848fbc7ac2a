import Pages
import Plans
import Records

/// What changed since the last run: the edits behind it, and what came of them in the recommended plan.
struct Effect: Templated {
  let editsHead: Words
  let cause: Words
  let groups: [Words]
  let edits: [EditLine]
  /// Over the edits, where they are folded below the groups.
  let fold: Words
  let moreEdits: Words
  let pairings: Markup
  let figures: Markup
  let proposals: Markup
  let more: Words

  static let template = """
    <h3>{{{editsHead}}}</h3><p class="sub">{{{cause}}}</p>
    {{#fold}}<ul class="edits">{{#groups}}<li>{{{.}}}</li>{{/groups}}</ul>\
    <details class="came pr" data-k="edits"><summary>{{{fold}}}</summary>{{/fold}}<ol class="edits">{{#edits}}<li>{{{text}}}{{#place}} <code>{{{.}}}</code>{{/place}}</li>{{/edits}}</ol>\
    {{#moreEdits}}<p class="note">{{{.}}}</p>{{/moreEdits}}{{#fold}}</details>{{/fold}}
    {{{pairings}}}
    {{{figures}}}
    {{{proposals}}}
    {{#more}}<p class="note">{{{.}}}</p>{{/more}}
    """

  static func section(_ status: RoundStatus) throws -> Section? {
    guard let ended = status.history.first(where: { $0.run != nil && $0.run == status.run }),
      let effect = ended.effect, let after = effect.after, !effect.isCounts
    else { return nil }
    return Section(
      id: "changes", label: EffectText.label.words, topic: EffectText.topic.words,
      finding: effect.finding,
      explanation: EffectText.explanation([
        "now": moment(ended.at), "before": runMoment(effect.since),
        "unit": status.money.millions,
      ]), figure: try Effect(effect, after, status, ended).markup())
  }

  private init(
    _ effect: RunEffect, _ after: RunEffect.Recommended, _ status: RoundStatus,
    _ ended: RoundStatus.Ended
  ) throws {
    let money = status.money
    editsHead = EffectText.edits.words
    cause = effect.cause
    let isFolded = effect.edits.count > Self.mostOpen
    groups = isFolded ? effect.edits.groups.map { EditLine.group($0, ended.changes) } : []
    fold = isFolded ? EffectText.weightiest(count: effect.edits.told.count) : .none
    edits = effect.edits.told.map { EditLine($0, effect) }
    let left = effect.edits.count - effect.edits.told.count
    moreEdits = left > 0 ? EffectText.moreEdits(count: left) : .none
    pairings = try PairingChanges.markup(effect, money)
    figures = try FigureChanges(effect.before.scorecard, after.scorecard, money).markup()
    proposals = try FundingChanges.markup(effect, money)
    more = EffectText.command([
      "command": Words("jetbd diff runs/\(effect.since) runs/\(ended.run ?? "")").wrapped(
        "<code>", "</code>")
    ])
  }

  /// How many edits stand open, one by one.
  static let mostOpen = 6

  /// When a run was published, as its name tells; the name itself where it tells nothing.
  private static func runMoment(_ run: String) -> Words {
    let digits = Array(run.prefix(16))
    guard digits.count == 16, digits[8] == "T", digits[15] == "Z" else { return Words(run) }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return moment(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):00Z")
  }
}

extension RunEffect {
  /// Whether what it names was left out for the room.
  var isCounts: Bool {
    edits.told.isEmpty && edits.count > 0 || pairings.told.isEmpty && pairings.count > 0
  }

  var finding: Words {
    guard after != nil else { return EffectText.noPlan.words }
    guard pairings.count > 0 else {
      return proposals.count > 0
        ? EffectText.samePairings(count: proposals.count) : EffectText.same.words
    }
    return pairings.words.capitalised
  }

  /// What can be said for certain of why the plan moved.
  var cause: Words {
    let moved = pairings.count + proposals.count > 0
    if edits.count == 0 { return (moved ? EffectText.noEdit : .nothing).words }
    if edits.counting == 0 { return (moved ? EffectText.noCountingEdit : .wordsOnly).words }
    guard moved else { return EffectText.unmoved(count: edits.counting) }
    return edits.counting == 1
      ? EffectText.onlyEdit.words : EffectText.manyEdits(count: edits.counting)
  }

  func region(_ code: RegionCode) -> Words {
    regions[code].map { Words($0, longest: 60) } ?? Words(code.text, longest: 60)
  }
}

extension RunEffect.Pairings {
  /// `2 pairings ended, 1 new, 3 larger`.
  var words: Words {
    [
      ended > 0 ? EffectText.ended(count: ended) : .none,
      new > 0 ? EffectText.new(count: new) : .none,
      larger > 0 ? EffectText.larger(count: larger) : .none,
      smaller > 0 ? EffectText.smaller(count: smaller) : .none,
    ].filter { !$0.isEmpty }.joined(", ", "，")
  }
}
