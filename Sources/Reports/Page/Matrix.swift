import Pages
import Plans
import Records
import Round

/// Donors by regions: the money of every pairing, the bond it answers to, and which pairings were possible.
struct Matrix: Templated {
  struct Head {
    let name: Words
    let short: Words
    let full: Words
  }

  struct Cell {
    let tint: String
    let number: Words
    let bond: Markup
  }

  struct Row {
    let name: Words
    let cells: [Cell]
    let total: Words
  }

  /// Columns that a page has room for.
  static let most = 20

  let many: Bool
  let heads: [Head]
  let rows: [Row]
  let totalHead: Words
  let totalRow: Words
  let totals: [Words]
  let grandTotal: Words
  let unused: Words

  static let template = """
    <figure class="scroll"><table class="matrix{{#many}} many{{/many}}"><thead><tr><td></td>\
    {{#heads}}<th scope="col"><span class="full">{{{full}}}</span>\
    <abbr class="abbr" title="{{{name.en}}}">{{{short}}}</abbr></th>{{/heads}}\
    <th scope="col" class="tot">{{{totalHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{name}}}</th>\
    {{#cells}}<td class="{{tint}}">{{{number}}}{{{bond}}}</td>{{/cells}}<td class="tot">{{{total}}}</td></tr>
    {{/rows}}</tbody><tfoot><tr><th scope="row">{{{totalRow}}}</th>{{#totals}}<td>{{{.}}}</td>{{/totals}}\
    <td class="tot">{{{grandTotal}}}</td></tr></tfoot></table></figure>\
    {{#unused}}<p class="note">{{{unused}}}</p>{{/unused}}
    """

  init(_ facts: Facts) {
    let donors = facts.donors.map(\.code)
    let recipients = facts.recipients
    // The longer list goes down.
    let donorsAcross = donors.count <= recipients.count
    func pair(_ row: RegionCode, _ column: RegionCode) -> (donor: RegionCode, recipient: RegionCode)
    {
      donorsAcross ? (column, row) : (row, column)
    }
    func total(_ code: RegionCode, isDonor: Bool) -> Double {
      isDonor ? facts.placed(by: code) : facts.received(by: code)
    }
    let down = donorsAcross ? recipients : donors
    let all = donorsAcross ? donors : recipients
    // A table of more columns cannot be read: then only those in use stand in it, and the smallest as one.
    let used =
      all.count > Self.most ? all.filter { total($0, isDonor: donorsAcross) > 0 } : all
    let large = Set(
      used.sorted {
        (total($1, isDonor: donorsAcross), $0) < (total($0, isDonor: donorsAcross), $1)
      }
      .prefix(used.count > Self.most ? Self.most - 1 : Self.most))
    let across = used.filter(large.contains)
    let others = used.filter { !large.contains($0) }

    let open = OpenPairs(facts.round)
    let tints = Tints(invested: facts.invested)
    many = across.count > 12
    heads =
      across.map { code in
        let name = facts.name(code)
        return Head(name: name, short: shortName(code, name), full: name)
      } + (others.isEmpty ? [] : [Self.othersHead(others.count)])
    rows = down.map { row in
      Row(
        name: facts.name(row),
        cells: across.map { column in
          let (donor, recipient) = pair(row, column)
          let amount = facts.amount(donor, recipient)
          let bond = open.bond(donor, recipient)
          let line: Markup =
            switch bond {
            case .some(let bond) where bond.pair == nil: Drawing.bond(honoured: 0)
            case .some(let bond) where bond.target > 0:
              Drawing.bond(honoured: amount / bond.target)
            default: .none
            }
          return amount > 0
            ? Cell(tint: tints.name(amount), number: facts.money.cell(amount), bond: line)
            : Cell(
              tint: "zero", number: .markup(open.isOpen(donor, recipient) ? "·" : "—"), bond: line)
        }
          + (others.isEmpty
            ? []
            : [
              Self.sum(
                of: others.map { pair(row, $0) }, facts: facts, open: open, tints: tints)
            ]),
        total: facts.money.cell(total(row, isDonor: !donorsAcross)))
    }
    totalHead = MatrixText.all.words
    totalRow = donorsAcross ? MatrixText.placed.words : MatrixText.received.words
    totals =
      across.map { facts.money.cell(total($0, isDonor: donorsAcross)) }
      + (others.isEmpty
        ? [] : [facts.money.cell(others.reduce(0) { $0 + total($1, isDonor: donorsAcross) })])
    grandTotal = facts.money.cell(facts.invested)
    unused =
      used.count < all.count
      ? (donorsAcross ? MatrixText.donorsLeftOut : .regionsLeftOut)(count: all.count - used.count)
      : .none
  }

  private static func othersHead(_ count: Int) -> Head {
    let words = MatrixText.others(count: count)
    return Head(name: words, short: words, full: words)
  }

  /// One cell for several pairs.
  private static func sum(
    of pairs: [(donor: RegionCode, recipient: RegionCode)], facts: Facts, open: OpenPairs,
    tints: Tints
  ) -> Cell {
    let amount = pairs.reduce(0) { $0 + facts.amount($1.donor, $1.recipient) }
    let isOpen = pairs.contains { open.isOpen($0.donor, $0.recipient) }
    return amount > 0
      ? Cell(tint: tints.name(amount), number: facts.money.cell(amount), bond: .none)
      : Cell(tint: "zero", number: .markup(isOpen ? "·" : "—"), bond: .none)
  }

  static func section(_ facts: Facts) throws -> Section? {
    guard !facts.donors.isEmpty, !facts.recipients.isEmpty else { return nil }
    return Section(
      id: "matrix", label: MatrixText.label.words, topic: MatrixText.topic.words,
      finding: facts.round.openPairs.isEmpty
        ? MatrixText.noneOpen.words
        : MatrixText.finding(
          count: facts.round.openPairs.count,
          ["used": grouped(Double(facts.plan.pairings.count))]),
      explanation: MatrixText.explanation(["unit": facts.money.unit])
        + (facts.round.bonds.isEmpty ? .none : MatrixText.bondLine.words) + MatrixText.marks.words,
      figure: try Matrix(facts).markup())
  }
}

/// In English the tail of an ISO 3166-2 code, where there is little room; Chinese names are short enough.
private func shortName(_ code: RegionCode, _ name: Words) -> Words {
  let tail = code.text.split(separator: "-").last.map(String.init) ?? code.text
  return .markup(
    escaped(String(tail.prefix(5))), name.zh.count > 4 ? escaped(String(tail.prefix(5))) : name.zh)
}

/// Which pairings are possible, and their bonds, by code.
private struct OpenPairs {
  private var open: [RegionCode: Set<RegionCode>] = [:]
  private var bonds: [RegionCode: [RegionCode: Bond]] = [:]

  init(_ round: Round) {
    for pair in round.openPairs {
      open[round.donors[pair.donor].code, default: []].insert(round.recipients[pair.recipient].code)
    }
    for bond in round.bonds {
      bonds[round.donors[bond.donor].code, default: [:]][bond.recipient] = bond
    }
  }

  func isOpen(_ donor: RegionCode, _ recipient: RegionCode) -> Bool {
    open[donor]?.contains(recipient) ?? false
  }

  func bond(_ donor: RegionCode, _ recipient: RegionCode) -> Bond? { bonds[donor]?[recipient] }
}

/// Five tints in fixed steps, of the power of ten below the plan's money: for 21 bn they are 0.1, 0.5, 1 and 2 bn.
private struct Tints {
  private let steps: [Double]

  init(invested: Double) {
    var power = 1.0
    while power * 10 <= invested { power *= 10 }
    while power > invested, power > 1e-6 { power /= 10 }
    steps = [0.01, 0.05, 0.1, 0.2].map { $0 * power }
  }

  func name(_ amount: Double) -> String { "t\(1 + steps.count { amount >= $0 })" }
}

enum MatrixText: String, Phrase {
  case label = "Matrix ‖ 矩阵"
  case topic = "Who pairs with whom ‖ 谁与谁结对"
  case noneOpen = "No pairing is possible ‖ 没有可行的结对"
  case finding =
    "{used} of {n} possible pairing is used|{used} of {n} possible pairings are used ‖ {n} 个可能结对中采用 {used} 个"
  case explanation = "{unit}. ‖ {unit}。"
  case bondLine =
    " The thin <b class=\"cr\">orange line</b> shows how much of a coal bond is honoured; a pale line is a bond not met. ‖ 细<b class=\"cr\">橙线</b>为用煤责任的兑现比例，浅线为未兑现部分。"
  case marks =
    " A dot is a pairing possible but not used, a dash one that no offer and proposal allow. ‖ 圆点为可行但未采用，横线为没有相符的承诺与项目。"
  case all = "All ‖ 合计"
  case others = "{n} other|{n} others ‖ 其他 {n} 个"
  case placed = "Placed ‖ 已安排"
  case received = "Received ‖ 获得"
  case donorsLeftOut =
    "{n} donor without a pairing is not shown.|{n} donors without a pairing are not shown. ‖ 另有 {n} 个支援方没有结对，未列出。"
  case regionsLeftOut =
    "{n} region without a pairing is not shown.|{n} regions without a pairing are not shown. ‖ 另有 {n} 个地区没有结对，未列出。"
}
