import Pages
import Plans
import Records

/// The figures of the recommended plan, before and now; those that did not move are left out but for the money.
struct FigureChanges {
  private let table: ChangeTable

  init(_ before: Scorecard, _ after: Scorecard, _ money: Money) {
    var rows: [ChangeTable.Row] = []
    func row(
      _ name: Words, _ older: Double, _ newer: Double, always: Bool = false,
      _ shown: (Double) -> Words, change: ((Double) -> Words)? = nil
    ) {
      let (old, new) = (shown(older), shown(newer))
      guard old != new || always else { return }
      rows.append(
        .init(
          name: name, before: old, after: new,
          change: old == new ? .markup("0") : change?(newer - older) ?? signed(newer - older, shown)
        ))
    }
    func whole(_ value: Double) -> Words { grouped(value) }
    func tenths(_ value: Double) -> Words { grouped(value, decimals: 1) }
    func part(_ value: Double) -> Words { share(value, decimals: 1) }
    func points(_ value: Double) -> Words {
      EffectText.points(["n": signed(value * 100) { grouped($0, decimals: 1) }])
    }
    row(
      EffectText.placed(["unit": money.smallUnit]), before.invested, after.invested, always: true,
      money.smallCell)
    row(EffectText.benefit.words, before.benefit, after.benefit, tenths)
    for indicator in Self.indicators(before, after) {
      row(
        Self.name(indicator), before.indicators[indicator] ?? 0, after.indicators[indicator] ?? 0,
        indicator == .valueAdded ? tenths : whole)
    }
    row(
      EffectText.lowestLevel.words, before.lowestLevel, after.lowestLevel, part, change: points)
    row(EffectText.meanLevel.words, before.meanLevel, after.meanLevel, part, change: points)
    row(
      EffectText.bondMet.words, before.reciprocityMet, after.reciprocityMet, part, change: points)
    row(
      EffectText.pairingCount.words, Double(before.pairings), Double(after.pairings), whole)
    row(EffectText.months.words, before.personMonths, after.personMonths, tenths)
    table = ChangeTable(
      head: EffectText.figures.words, what: EffectText.figure.words, rows: rows,
      rest: rows.count == 1 && before.invested == after.invested
        ? EffectText.sameFigures.words : .none)
  }

  func markup() throws -> Markup { try table.markup() }

  /// The usual ones, then those that the policy weighs beside them.
  private static func indicators(_ before: Scorecard, _ after: Scorecard) -> [Indicator] {
    let present = Set(before.indicators.keys).union(after.indicators.keys)
    return Indicator.usual.filter(present.contains)
      + present.subtracting(Indicator.usual).sorted().prefix(6)
  }

  private static func name(_ indicator: Indicator) -> Words {
    switch indicator {
    case .jobs: EffectText.jobs.words
    case .co2Avoided: EffectText.co2.words
    case .valueAdded: EffectText.valueAdded.words
    default: Words(indicator.text, longest: 40)
    }
  }
}
