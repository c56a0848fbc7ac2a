import Pages
import Plans
import Records

/// What each aim of a plan reached, in its own unit.
struct StagesReached: Templated {
  struct Row {
    let aim: Words
    let reached: Words
    let notes: [Words]
    let unit: Words
  }

  let aimHead: Words
  let reachedHead: Words
  let unitHead: Words
  let rows: [Row]

  static let template = """
    <figure><table class="proof"><thead><tr><th scope="col">{{{aimHead}}}</th><th scope="col">{{{reachedHead}}}</th>\
    <th scope="col" class="l">{{{unitHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{aim}}}</th>\
    <td><b>{{{reached}}}</b>{{#notes}}<small>{{{.}}}</small>{{/notes}}</td><td class="l dim">{{{unit}}}</td></tr>
    {{/rows}}</tbody></table></figure>
    """

  init(_ facts: Facts) {
    aimHead = ProofText.aim.words
    reachedHead = ProofText.reached.words
    unitHead = ProofText.unit.words
    let stages = facts.plan.stages
    rows = stages.enumerated().map { place, stage in
      let isLast = !stages[(place + 1)...].contains { $0.stage == .benefit }
      return Self.row(stage, isLast: isLast, facts)
    }
  }

  private static func row(_ stage: StageValue, isLast: Bool, _ facts: Facts) -> Row {
    let money = facts.money
    let value = stage.value ?? 0
    switch stage.stage {
    case .reciprocity: return bonds(stage, money)
    case .fairness: return levels(stage)
    case .benefit:
      return Row(
        aim: (isLast ? ProofText.benefitAim : .benefitFirst).words, reached: benefit(value),
        notes: [], unit: ProofText.benefitUnit.words)
    case .continuity:
      return Row(
        aim: ProofText.continuityAim.words, reached: money.cell(value), notes: [], unit: money.unit)
    case .focus:
      return Row(
        aim: ProofText.focusAim.words, reached: grouped(value), notes: [],
        unit: ProofText.pairingsUnit.words)
    case .coDesign:
      return Row(
        aim: ProofText.coDesignAim.words, reached: grouped(value), notes: [],
        unit: ProofText.monthsUnit.words)
    case .integer:
      let loosened = stage.loosened ?? 0
      return Row(
        aim: ProofText.integerAim.words, reached: benefit(value),
        notes: loosened > 0 ? [ProofText.loosened(["share": share(loosened, decimals: 1)])] : [],
        unit: ProofText.benefitUnit.words)
    }
  }

  private static func bonds(_ stage: StageValue, _ money: Money) -> Row {
    let (target, shortfall) = (stage.target ?? 0, stage.shortfall ?? 0)
    let unreachable = stage.unreachable ?? 0
    // What whole units of the currency cannot show is nothing.
    let notes = [(ProofText.short, shortfall), (ProofText.unreachable, unreachable)]
      .filter { $0.1 >= 1e-6 }.map { text, amount in text(["amount": money.bare(amount)]) }
    return Row(
      aim: ProofText.bondAim.words,
      reached: ProofText.ofTarget([
        "met": money.cell(max(0, target - shortfall)), "target": money.cell(target),
      ]), notes: notes, unit: money.unit)
  }

  private static func levels(_ stage: StageValue) -> Row {
    let levels = (stage.levels ?? [:]).values
    let full = levels.count { $0 >= 1 - 1e-6 }
    return Row(
      aim: ProofText.fairnessAim.words,
      reached: levels.min().map { share($0, decimals: 1) } ?? .markup("–"),
      notes: levels.isEmpty
        ? []
        : [
          ProofText.full([
            "n": grouped(Double(full)), "all": grouped(Double(levels.count)),
          ])
        ], unit: ProofText.ofEntitlement.words)
  }

  private static func benefit(_ value: Double) -> Words {
    grouped(value, decimals: value < 999.5 ? 1 : 0)
  }
}
