import Records

/// The units that the title and note rows above a header name for the columns that name none of their own.
///
/// `单位：万元`, `（单位：亿元、万人）` and `Unit: USD m` hold for the whole table, and so does a title such as `项目需求表（万元）`. A title
/// right above the header that stands over some of its columns holds for those.
struct UnitsAbove {
  private struct Note {
    var unit: String
    var origin: Origin
  }

  private var notes: [Note] = []
  /// By column, from titles right above the header.
  private var groups: [Int: String] = [:]

  /// - Parameter header: the index of the header's row.
  init(_ grid: Grid, header: Int) {
    for row in grid.rows[..<header] {
      let isRightAbove = row.number + 1 == grid.rows[header].number
      let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
      for (number, index) in filled.enumerated() {
        let origin = grid.origin(row, index)
        var named = UnitsAbove.stated(row.cells[index])
        if named == [""] {
          // `单位：` with the unit in the next cell.
          named = number + 1 < filled.count ? [row.cells[filled[number + 1]]] : []
        }
        let units = named.flatMap(UnitsAbove.units)
        notes += units.map { Note(unit: $0, origin: origin) }
        guard units.isEmpty, let unit = Header(row.cells[index]).unit,
          MoneyWords(unit)?.exponent != nil
        else { continue }
        if isRightAbove {
          let end = number + 1 < filled.count ? filled[number + 1] : Int.max
          for column in grid.rows[header].cells.indices where column >= index && column < end {
            groups[column] = unit
          }
        } else {
          notes.append(Note(unit: unit, origin: origin))
        }
      }
    }
  }

  /// What a cell says its units are, where it speaks of units.
  private static func stated(_ text: String) -> [String] {
    text.halfWidth.matches(
      of:
        /(?i)(?:单位|\bunits?\b|\b(?:amounts|figures|values)(?: are)? in\b)\s*(?:[:(=]|为|是|均为)?\s*([^()\[\]{}【】〔〕;\n]*)/
    ).map { String($0.1).trimmed }
  }

  /// The units of a list such as `万元、万人`.
  private static func units(in text: String) -> [String] {
    if isUnit(text) { return [text] }
    return text.split { "、,/".contains($0) }.map { String($0).trimmed }.filter(isUnit)
  }

  private static func isUnit(_ text: String) -> Bool {
    MoneyWords(text) != nil || Units.megatonnes(text) != nil || Units.counts[text.foldedName] != nil
  }

  /// Gives every column without a unit the one above it that is of its measure.
  func complete(
    _ headers: inout [Header], of kind: RecordKind, _ origins: [Origin], _ findings: inout [Finding]
  ) {
    guard !notes.isEmpty || !groups.isEmpty else { return }
    let names = ColumnNames.of(kind)
    var isAsked = false
    for index in headers.indices {
      let isMoneyYear = kind == .offers && headers[index].year != nil
      guard
        let measure = isMoneyYear ? .money : names.column(headers[index].name)?.measure,
        let meaning = UnitsAbove.meaning(measure)
      else { continue }
      let fitting = notes.filter { meaning($0.unit) != nil }
      if let own = headers[index].unit {
        if let note = fitting.first(where: { UnitsAbove.speakOfOtherMoney($0.unit, own) }) {
          findings.append(
            Finding(
              complaint: .currencyContradicts(headers[index].text, note.unit),
              origin: origins[index], others: [note.origin]))
        }
      } else if let group = groups[index], meaning(group) != nil {
        headers[index].unit = group
      } else if let first = fitting.first {
        headers[index].unit = first.unit
        let other = fitting.first { meaning($0.unit) != meaning(first.unit) }
        if let other, !isAsked {
          isAsked = true
          findings.append(
            Finding(
              complaint: .unitsAboveDiffer(first.unit, other.unit), origin: first.origin,
              others: [other.origin]))
        }
      }
    }
  }

  /// What a unit comes to for a measure: nil for units of something else.
  private static func meaning(_ measure: Column.Measure) -> ((String) -> Int?)? {
    switch measure {
    case .money, .statistic: { MoneyWords($0).map { $0.exponent ?? Int.min } }
    case .megatonnes, .tonnes: { Units.megatonnes($0) }
    // `万` and `m` alone are money first.
    case .count: { MoneyWords($0) == nil ? Units.counts[$0.foldedName] : nil }
    default: nil
    }
  }

  private static func speakOfOtherMoney(_ left: String, _ right: String) -> Bool {
    guard let left = MoneyWords(left)?.currencies, let right = MoneyWords(right)?.currencies,
      !left.isEmpty, !right.isEmpty
    else { return false }
    return Set(left).isDisjoint(with: right)
  }
}

extension Grid {
  func origin(_ row: Row, _ index: Int) -> Origin {
    Origin(
      file: file, place: .cell(sheet: sheet, row: row.number, column: index + firstColumn))
  }
}
