import Pages
import Plans
import Records
import Spreadsheets

// The figures of a plan, one below the other with their units.
extension OverviewSheet {
  private struct Line {
    let name: Bilingual
    let value: Double
    let kind: ColumnKind
    let unit: Bilingual
  }

  /// The unit stands over the columns between the figure and the charts.
  private static let unitSpan = chartColumn - 2

  func putFigures(_ board: inout Board) {
    putSection(.reach, &board, span: Self.chartColumn)
    putHeads(
      [
        Head(text: words.line(OverviewText.figure.text), isText: true),
        Head(text: words.line(OverviewText.value.text)),
        Head(text: words.line(OverviewText.unit.text), isText: true, span: Self.unitSpan),
      ], &board)
    for line in lines {
      let row = board.rows
      board.put(.text(words.line(line.name)), row: row, column: 0)
      board.put(.number(line.value), line.kind, as: .strong, row: row, column: 1)
      board.put(.text(words.line(line.unit)), row: row, column: 2, span: Self.unitSpan)
    }
  }

  private var lines: [Line] { moneyLines + fairnessLines + broughtLines }

  private var moneyLines: [Line] {
    let card = plan.scorecard
    var lines = [
      Line(
        name: OverviewText.placed.text, value: card.invested, kind: words.money, unit: words.unit)
    ]
    if let facts {
      lines.append(
        Line(
          name: OverviewText.pledged.text, value: facts.offered.wholeUnits, kind: words.money,
          unit: words.unit))
      if facts.offered > 0 {
        lines.append(
          Line(
            name: OverviewText.ofPledged.text, value: card.invested / facts.offered, kind: .share,
            unit: Bilingual(en: "", zh: "")))
      }
    }
    lines.append(
      Line(
        name: WeightsText.benefit.text, value: card.benefit, kind: words.money,
        unit: OverviewText.averageYield.text))
    if let most = document.benefitOnly, most > 0 {
      lines.append(
        Line(
          name: OverviewText.ofPossible.text, value: card.benefit / most, kind: .share,
          unit: Bilingual(en: "", zh: "")))
    }
    if let gap = plan.gap {
      lines.append(
        Line(name: OverviewText.gap.text, value: gap, kind: .share, unit: OverviewText.ofBound.text)
      )
    }
    return lines
  }

  private var fairnessLines: [Line] {
    let card = plan.scorecard
    let partners = [
      OverviewText.givers(count: Set(plan.pairings.map(\.donor)).count),
      OverviewText.receivers(count: Set(plan.pairings.map(\.recipient)).count),
    ]
    return [
      Line(
        name: SheetText.bondMet.text, value: card.reciprocityMet, kind: .share,
        unit: OverviewText.ofReachable.text),
      Line(
        name: SheetText.lowestLevel.text, value: card.lowestLevel, kind: .share,
        unit: OverviewText.ofEntitlement.text),
      Line(
        name: SheetText.meanLevel.text, value: card.meanLevel, kind: .share,
        unit: OverviewText.ofEntitlement.text),
      Line(
        name: WeightsText.pairings.text, value: Double(card.pairings), kind: .number(decimals: 0),
        unit: partners.joined(", ", "，").plain),
      Line(
        name: WeightsText.largestPair.text, value: card.largestPairShare, kind: .share,
        unit: OverviewText.ofPlaced.text),
    ]
  }

  private var broughtLines: [Line] {
    let card = plan.scorecard
    var lines = indicators.compactMap { indicator in
      card.indicators[indicator].map { value in
        Line(
          name: columnName(indicator.text), value: value, kind: words.head(indicator).kind,
          unit: unit(of: indicator))
      }
    }
    if card.personMonths > 0 {
      lines.append(
        Line(
          name: OverviewText.experts.text, value: card.personMonths, kind: .number(decimals: 1),
          unit: OverviewText.months.text))
    }
    return lines
  }

  private func unit(of indicator: Indicator) -> Bilingual {
    switch indicator {
    case .jobs: OverviewText.fullEffect.text
    case .co2Avoided: OverviewText.tonnes.text
    case .valueAdded: OverviewText.moneyAYear.filled("unit", words.unit)
    // A column of the planners' own has no unit but its name.
    default: Bilingual(en: "", zh: "")
    }
  }
}
