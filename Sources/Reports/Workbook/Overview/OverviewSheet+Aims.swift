import Pages
import Plans
import Records
import Spreadsheets

// What each aim of a plan reached, in figures; the report says the same in words.
extension OverviewSheet {
  private struct Aim {
    var name: ProofText
    var reached: SheetCell = .empty
    var of: SheetCell = .empty
    var kind: ColumnKind
    var unit: Bilingual
    var remarks: [Words] = []
  }

  func putAims(_ board: inout Board) {
    guard !plan.stages.isEmpty else { return }
    let all = board.widths.count
    putSection(.aims, note: OverviewText.aimsNote.text, &board, span: all)
    putHeads(
      [
        Head(text: words.line(ProofText.aim.text), isText: true),
        Head(text: words.head(ProofText.reached.text)),
        Head(text: words.head(OverviewText.of.text)),
        Head(text: words.line(OverviewText.unit.text), isText: true, span: 3),
        Head(text: words.head(OverviewText.costs.text)),
        Head(text: words.line(OverviewText.remark.text), isText: true, span: all - 7),
      ], &board)
    for (place, stage) in plan.stages.enumerated() {
      let isLast = !plan.stages[(place + 1)...].contains { $0.stage == .benefit }
      let aim = aim(stage, isLast: isLast)
      let row = board.rows
      board.put(.text(words.line(aim.name.text)), row: row, column: 0)
      board.put(aim.reached, aim.kind, as: .strong, row: row, column: 1)
      board.put(aim.of, aim.kind, row: row, column: 2)
      board.put(.text(words.line(aim.unit)), row: row, column: 3, span: 3)
      board.put(.number(orEmpty: stage.price), words.money, row: row, column: 6)
      board.put(
        .text(words.prose(aim.remarks.joined().plain)), row: row, column: 7, span: all - 7)
    }
  }

  private func aim(_ stage: StageValue, isLast: Bool) -> Aim {
    let value = SheetCell.number(orEmpty: stage.value)
    switch stage.stage {
    case .reciprocity: return bonds(stage)
    case .fairness: return levels(stage)
    case .benefit:
      return Aim(
        name: isLast ? .benefitAim : .benefitFirst, reached: value, kind: words.money,
        unit: OverviewText.averageYield.text,
        remarks: isLast && !hasIntegerRules ? atMost(plan.bound) : [])
    case .continuity:
      return Aim(name: .continuityAim, reached: value, kind: words.money, unit: words.unit)
    case .focus:
      return Aim(
        name: .focusAim, reached: value, kind: .number(decimals: 0),
        unit: ProofText.pairingsUnit.text)
    case .coDesign:
      return Aim(
        name: .coDesignAim, reached: value, kind: .number(decimals: 1),
        unit: ProofText.monthsUnit.text)
    case .integer:
      let loosened = stage.loosened ?? 0
      return Aim(
        name: .integerAim, reached: value, kind: words.money, unit: OverviewText.averageYield.text,
        remarks: (loosened > 0
          ? [ProofText.loosened(["share": share(loosened, decimals: 1)])] : [])
          + atMost(plan.bound))
    }
  }

  private var hasIntegerRules: Bool { plan.stages.contains { $0.stage == .integer } }

  private func bonds(_ stage: StageValue) -> Aim {
    let (target, shortfall) = (stage.target ?? 0, stage.shortfall ?? 0)
    let money = facts?.money ?? Money(document, round: nil)
    // What whole units of the currency cannot show is nothing.
    let remarks = [(ProofText.short, shortfall), (.unreachable, stage.unreachable ?? 0)]
      .filter { $0.1 >= 1e-6 }.map { text, amount in text(["amount": money.bare(amount)]) }
    return Aim(
      name: .bondAim, reached: .number(max(0, target - shortfall).published),
      of: .number(target), kind: words.money, unit: words.unit, remarks: remarks)
  }

  private func levels(_ stage: StageValue) -> Aim {
    let levels = (stage.levels ?? [:]).values
    let full = levels.count { $0 >= 1 - 1e-6 }
    return Aim(
      name: .fairnessAim, reached: .number(orEmpty: levels.min()), kind: .share,
      unit: ProofText.ofEntitlement.text,
      remarks: levels.isEmpty
        ? []
        : [
          ProofText.full([
            "n": grouped(Double(full)), "all": grouped(Double(levels.count)),
          ])
        ])
  }

  /// How much benefit is possible, and how near the plan is to it.
  private func atMost(_ bound: Double?) -> [Words] {
    guard let bound, let gap = plan.gap else { return [] }
    return [
      OverviewText.atMost([
        "bound": grouped(bound, decimals: words.money.decimals), "gap": share(gap, decimals: 2),
      ])
    ]
  }
}
