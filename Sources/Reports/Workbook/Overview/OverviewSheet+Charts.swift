import Pages
import Plans
import Records
import Spreadsheets

// What the charts of a plan draw: rows of its own tables.
extension OverviewSheet {
  func putChart(_ drawn: Drawn, _ board: inout Board, rows: Range<Int>) {
    let column = Self.chartColumn
    board.put(
      row: rows.lowerBound, column: column, rows: rows.count,
      columns: Self.leastFigures + 1 - column
    ) { sheet in chart(drawn, on: sheet) }
  }

  private func chart(_ drawn: Drawn, on sheet: String) -> Chart {
    func cells(_ column: Int, _ rows: ClosedRange<Int>) -> Chart.Cells {
      Chart.Cells(sheet, column: column, rows: rows)
    }
    switch drawn {
    case .pairs(let rows):
      let title = words.line(OverviewText.chartPairs.filled("unit", words.unit))
      return Chart(
        .bars, title: title, description: title,
        series: [
          .init(
            words.line(SheetText.amount.text), .donor, places: cells(0, rows),
            values: cells(1, rows))
        ], values: .init("", format: words.money.chartFormat(of: plan.scorecard.invested)))
    case .years(let rows):
      let title = words.line(OverviewText.chartYears.filled("unit", words.unit))
      return Chart(
        .columns, title: title, description: title,
        series: [
          .init(
            words.line(SheetText.invested.text), .donor,
            places: cells(Self.yearColumn, rows), values: cells(Self.yearColumn + 2, rows)),
          .init(
            words.line(OverviewText.idle.text), .paleDonor,
            places: cells(Self.yearColumn, rows), values: cells(Self.yearColumn + 3, rows)),
        ], values: .init("", format: words.money.chartFormat(of: facts?.offered ?? 0)))
    }
  }
}

extension ColumnKind {
  /// Figures beside bars and axes need no more digits than are told apart.
  fileprivate func chartFormat(of whole: Double) -> String {
    whole >= 1000 ? "#,##0" : whole >= 10 ? "#,##0.0" : "General"
  }
}
