import Pages
import Plans
import Records
import Round

/// What a plan gives up against another and who gains, as one sentence:
/// `0.8 % less benefit; Guangdong moves 1.2 bn from Inner Mongolia to Shanxi`.
struct TradeWords {
  let names: Names
  let money: Money

  /// Changes below a tenth of a percent are not worth a word.
  private static let least = 0.001 - 1e-9
  /// How many moves are named …
  private static let most = 2
  /// … as long as they are at least this share of the largest.
  private static let leastMove = 0.1
  /// Moves below this, in M, are not counted.
  private static let leastCounted = 0.001

  func sentence(_ trade: Trade) -> Words {
    let changes = changes(trade)
    let losses = changes.filter(\.isLoss).map(\.words)
    let gains = changes.filter { !$0.isLoss }.map(\.words)
    var parts = losses + gains
    if trade.pairings != 0 {
      let count = trade.pairings.magnitude
      parts.append(
        trade.pairings > 0
          ? TradeText.morePairings(count: Int(count)) : TradeText.fewerPairings(count: Int(count)))
    }
    if trade.moves.isEmpty {
      parts.append((parts.isEmpty ? TradeText.same : .sameMoney).words)
    } else {
      if changes.isEmpty { parts.insert(TradeText.sameFigures.words, at: 0) }
      parts.append(moves(trade.moves))
    }
    var sentence = parts.joined()
    if losses.isEmpty, !gains.isEmpty {
      sentence = TradeText.nothingGivenUp(["changes": sentence])
    }
    return trade.against == PlansDocument.policysOwn
      ? sentence.capitalised
      : TradeText.against(["plan": Words(trade.against), "sentence": sentence])
  }

  /// The figures that change, and the regions that gain and lose most, all moves added up:
  /// `0.8 % less benefit, lowest level 9.0 points higher; Xinjiang gains 690 M, Shanxi loses 420 M`.
  func summary(_ trade: Trade) -> Words {
    let changes = changes(trade)
    let figures =
      changes.isEmpty
      ? TradeText.sameFigures.words
      : (changes.filter(\.isLoss) + changes.filter { !$0.isLoss }).map(\.words)
        .joined(", ", "，")
    var net: [RegionCode: Double] = [:]
    for move in trade.moves {
      if let to = move.to { net[to, default: 0] += move.amount }
      if let from = move.from { net[from, default: 0] -= move.amount }
    }
    let ordered = net.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let ends: [(TradeText, (key: RegionCode, value: Double)?)] = [
      (.gains, ordered.first { $0.value > 0 }), (.loses, ordered.last { $0.value < 0 }),
    ]
    let people = ends.compactMap { text, end in
      end.flatMap { end in
        // Below what is shown, nobody gains or loses.
        end.value.magnitude < 0.05
          ? nil
          : text([
            "region": Words(names.region(end.key)), "amount": money.bare(end.value.magnitude),
          ])
      }
    }
    return people.isEmpty ? figures : [figures, people.joined(", ", "，")].joined()
  }

  /// `Largest moves: Guangdong moves 690 M from Shanxi to Xinjiang, and 33 smaller moves. `
  func largestMoves(_ trade: Trade) -> Words {
    trade.moves.isEmpty
      ? .none : TradeText.largest(["moves": moves(trade.moves)]) + .markup(" ", "")
  }

  private func changes(_ trade: Trade) -> [(words: Words, isLoss: Bool)] {
    func change(_ value: Double, _ less: TradeText, _ more: TradeText, _ amount: Words)
      -> (words: Words, isLoss: Bool)?
    {
      guard value.magnitude >= Self.least else { return nil }
      return ((value < 0 ? less : more)(["amount": amount]), value < 0)
    }
    func points(_ value: Double) -> Words { .markup(fixed(value.magnitude * 100, 1)) }
    let lowest = change(
      trade.lowestLevel, .lowestLower, .lowestHigher, points(trade.lowestLevel))
    return [
      change(
        trade.benefit, .lessBenefit, .moreBenefit, share(trade.benefit.magnitude, decimals: 1)),
      change(
        trade.reciprocityMet, .bondLower, .bondHigher, points(trade.reciprocityMet)),
      // The lowest level says more of fairness than the mean.
      lowest
        ?? change(trade.meanLevel, .meanLower, .meanHigher, points(trade.meanLevel)),
    ].compactMap { $0 }
  }

  private func moves(_ moves: [Trade.Move]) -> Words {
    let largest = moves.first?.amount ?? 0
    let named = moves.prefix(Self.most).prefix { $0.amount >= Self.leastMove * largest }
    // What rounding to whole units of the currency moved is no move.
    let rest = moves.count { $0.amount >= Self.leastCounted } - named.count
    return named.map(move).joined() + (rest > 0 ? TradeText.smaller(count: rest) : .none)
  }

  private func move(_ move: Trade.Move) -> Words {
    let values = { (region: RegionCode) -> KeyValuePairs<String, Words> in
      [
        "donor": Words(names.region(move.donor)), "amount": money.bare(move.amount),
        "region": Words(names.region(region)),
      ]
    }
    switch (move.from, move.to) {
    case (let from?, let to?):
      return TradeText.moves([
        "donor": Words(names.region(move.donor)), "amount": money.bare(move.amount),
        "from": Words(names.region(from)), "to": Words(names.region(to)),
      ])
    case (let from?, nil): return TradeText.leavesUnused(values(from))
    case (nil, let to?): return TradeText.newlyUsed(values(to))
    case (nil, nil): return .none
    }
  }
}

extension PlansDocument {
  /// The plan of the profile in force, which all others are held against.
  static let policysOwn = "A"

  /// The document as it is written and shown: with what each plan gives up against plan A, and plan A against the
  /// recommended one.
  package func told(of round: Round?) -> PlansDocument {
    var copy = published
    let words = TradeWords(names: Names(round), money: Money(copy, round: round))
    let own = copy.plans.first { $0.id == Self.policysOwn }
    let recommended = copy.plans.first { $0.id == copy.recommended }
    copy.plans = copy.plans.map { plan in
      var plan = plan
      let other = plan.id == Self.policysOwn ? recommended : own
      plan.givesUp = other.flatMap { other in
        guard other.id != plan.id else { return nil }
        var trade = Trade(of: plan, against: other).published
        trade.text = words.sentence(trade).plain
        return trade
      }
      return plan
    }
    return copy
  }
}

extension Money {
  /// As the round's tables are written.
  init(_ document: PlansDocument, round: Round?) {
    self.init(
      currency: document.currency,
      offered: round.map { $0.offers.reduce(0) { $0 + $1.total } }
        ?? document.plans.map(\.scorecard.invested).max() ?? 0)
  }
}

enum TradeText: String, Phrase {
  case against = "Against plan {plan}: {sentence} ‖ 与方案 {plan} 相比：{sentence}"
  case nothingGivenUp = "nothing given up: {changes} ‖ 无所让出：{changes}"
  case lessBenefit = "{amount} less benefit ‖ 效益减少 {amount}"
  case moreBenefit = "{amount} more benefit ‖ 效益增加 {amount}"
  case lowestLower = "lowest level {amount} points lower ‖ 最低水平降低 {amount} 个百分点"
  case lowestHigher = "lowest level {amount} points higher ‖ 最低水平提高 {amount} 个百分点"
  case meanLower = "mean level {amount} points lower ‖ 平均水平降低 {amount} 个百分点"
  case meanHigher = "mean level {amount} points higher ‖ 平均水平提高 {amount} 个百分点"
  case bondLower = "coal bond met {amount} points less ‖ 用煤责任兑现降低 {amount} 个百分点"
  case bondHigher = "coal bond met {amount} points more ‖ 用煤责任兑现提高 {amount} 个百分点"
  case morePairings = "{n} pairing more|{n} pairings more ‖ 增加 {n} 个结对"
  case fewerPairings = "{n} pairing fewer|{n} pairings fewer ‖ 减少 {n} 个结对"
  case same = "no difference that shows ‖ 没有可见差别"
  case sameMoney = "every pairing keeps its money ‖ 各结对资金不变"
  case sameFigures = "the same figures ‖ 各项指标相同"
  case gains = "{region} gains most ({amount}) ‖ {region}增加最多（{amount}）"
  case loses = "{region} loses most ({amount}) ‖ {region}减少最多（{amount}）"
  case largest = "Largest moves: {moves}. ‖ 较大的调整：{moves}。"
  case moves = "{donor} moves {amount} from {from} to {to} ‖ {donor}将 {amount}由{from}转向{to}"
  case leavesUnused =
    "{donor} takes {amount} from {region} and leaves it unused ‖ {donor}减少对{region}的 {amount}，未另作安排"
  case newlyUsed =
    "{donor} gives {region} {amount} more, unused otherwise ‖ {donor}向{region}增加 {amount}，取自未安排资金"
  case smaller = ", and {n} smaller move|, and {n} smaller moves ‖ ，另有 {n} 笔较小调整"
}
