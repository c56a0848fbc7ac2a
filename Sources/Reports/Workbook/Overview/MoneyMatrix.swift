import Pages
import Plans
import Records
import Round
import Spreadsheets

/// Money by donor and recipient: the longer list goes down, and what a page has no room for across follows below.
struct MoneyMatrix {
  enum Cell {
    case money(Double)
    /// Possible, but not used.
    case open
    case impossible
  }

  /// Columns of one band.
  private static let mostAcross = 13
  /// With more of either, those without a pairing are only counted.
  private static let mostListed = 40

  let donors: [RegionCode]
  let recipients: [RegionCode]
  let donorsLeftOut: Int
  let recipientsLeftOut: Int
  private let facts: Facts
  private let open: Set<[RegionCode]>

  init(_ facts: Facts, _ plan: Plan) {
    self.facts = facts
    let givers = Set(plan.pairings.map(\.donor))
    let receivers = Set(plan.pairings.map(\.recipient))
    let (allDonors, allRecipients) = (facts.donors.map(\.code), facts.recipients)
    donors =
      allDonors.count > Self.mostListed ? allDonors.filter(givers.contains) : allDonors
    recipients =
      allRecipients.count > Self.mostListed
      ? allRecipients.filter(receivers.contains) : allRecipients
    donorsLeftOut = allDonors.count - donors.count
    recipientsLeftOut = allRecipients.count - recipients.count
    open = Set(
      facts.round.openPairs.map {
        [facts.round.donors[$0.donor].code, facts.round.recipients[$0.recipient].code]
      })
  }

  var isEmpty: Bool { donors.isEmpty || recipients.isEmpty }

  /// Donors across, as there are seldom more of them than of regions.
  var hasDonorsAcross: Bool { donors.count <= recipients.count }
  var down: [RegionCode] { hasDonorsAcross ? recipients : donors }

  /// The lists across, of nearly one length.
  var bands: [ArraySlice<RegionCode>] {
    let across = hasDonorsAcross ? donors : recipients
    guard !across.isEmpty else { return [] }
    let count = (across.count + Self.mostAcross - 1) / Self.mostAcross
    let length = (across.count + count - 1) / count
    return stride(from: 0, to: across.count, by: length).map {
      across[$0..<min($0 + length, across.count)]
    }
  }

  /// Columns with the sums.
  var widest: Int { (bands.first?.count ?? 0) + 1 }

  func cell(_ down: RegionCode, _ across: RegionCode) -> Cell {
    let (donor, recipient) = hasDonorsAcross ? (across, down) : (down, across)
    let amount = facts.amount(donor, recipient)
    return amount > 0
      ? .money(amount) : open.contains([donor, recipient]) ? .open : .impossible
  }

  /// All that a donor gives or a recipient gets.
  func sum(_ code: RegionCode, isDonor: Bool) -> Double {
    (isDonor ? facts.placed(by: code) : facts.received(by: code)).wholeUnits
  }
}

/// Five steps of the power of ten below the plan's money: for 21 bn they are 0.1, 0.5, 1 and 2 bn.
struct MoneyTints {
  private let steps: [Double]

  /// - Parameter invested: M.
  init(invested: Double) {
    var power = 1.0
    while power * 10 <= invested { power *= 10 }
    while power > invested, power > 1e-6 { power /= 10 }
    steps = [0.01, 0.05, 0.1, 0.2].map { $0 * power }
  }

  func step(_ amount: Double) -> Int { 1 + steps.count { amount >= $0 } }
}

extension OverviewSheet {
  func put(_ matrix: MoneyMatrix, _ board: inout Board) {
    guard !matrix.isEmpty, !plan.pairings.isEmpty else { return }
    let all = board.widths.count
    let bands = matrix.bands
    for (place, band) in bands.enumerated() {
      putSection(
        place == 0 ? .matrix : .matrixMore,
        note: place == 0 ? OverviewText.matrixNote.filled("unit", words.unit) : nil, &board,
        span: all)
      put(band, of: matrix, hasSums: place == bands.count - 1, &board)
    }
    if matrix.donorsLeftOut + matrix.recipientsLeftOut > 0 {
      func count(_ number: Int) -> Bilingual { Bilingual(en: String(number), zh: String(number)) }
      put(
        OverviewText.leftOut.filled("donors", count(matrix.donorsLeftOut))
          .filled("regions", count(matrix.recipientsLeftOut)), as: .note, &board, span: all)
    }
  }

  private func put(
    _ band: ArraySlice<RegionCode>, of matrix: MoneyMatrix, hasSums: Bool, _ board: inout Board
  ) {
    let donorsAcross = matrix.hasDonorsAcross
    let (acrossTone, downTone): (ColumnTone, ColumnTone) =
      donorsAcross ? (.donor, .region) : (.region, .donor)
    let tints = MoneyTints(invested: plan.scorecard.invested)
    putHeads(
      [
        Head(
          text: words.line((donorsAcross ? SheetText.recipient : .donor).text), tone: downTone,
          isText: true)
      ]
        + band.map { Head(text: words.head(shortName($0, longest: 24)), tone: acrossTone) }
        + (hasSums ? [Head(text: words.head(OverviewText.all.text))] : []), &board)
    for code in matrix.down {
      let row = board.rows
      board.put(.text(name(code, longest: 40)), row: row, column: 0)
      for (place, other) in band.enumerated() {
        switch matrix.cell(code, other) {
        case .money(let amount):
          board.put(
            .number(amount), words.money, as: .tint(tints.step(amount)), row: row,
            column: 1 + place)
        case .open: board.put(.text("·"), as: .mark, row: row, column: 1 + place)
        case .impossible: board.put(.text("–"), as: .mark, row: row, column: 1 + place)
        }
      }
      if hasSums {
        board.put(
          .number(matrix.sum(code, isDonor: !donorsAcross)), words.money, as: .strong, row: row,
          column: 1 + band.count)
      }
    }
    let row = board.rows
    board.put(.text(words.line(OverviewText.all.text)), as: .total, row: row, column: 0)
    for (place, other) in band.enumerated() {
      board.put(
        .number(matrix.sum(other, isDonor: donorsAcross)), words.money, as: .total, row: row,
        column: 1 + place)
    }
    if hasSums {
      board.put(
        .number(plan.scorecard.invested), words.money, as: .total, row: row,
        column: 1 + band.count)
    }
  }
}
