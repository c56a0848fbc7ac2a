import Records

/// What may stand in a cell of a column.
enum EntryKind: Hashable {
  case text, region, regions, sector, sectors, instrument, instruments, policyAreas, yesNo
  case calendarYear, share
  /// 0 or more; money above 0 where it must be filled.
  case number
  case numberOfYears

  /// Whether a cell may hold several values.
  var isList: Bool {
    switch self {
    case .regions, .sectors, .instruments, .policyAreas: true
    default: false
    }
  }
}

extension EntryKind {
  init(_ column: Column, in kind: RecordKind) {
    switch column {
    case .donor, .recipient: self = .region
    case .recipients: self = .regions
    case .sector: self = .sector
    case .sectors: self = .sectors
    case .instrument: self = .instrument
    case .instruments: self = .instruments
    case .policyAreas: self = .policyAreas
    case .existingPairing: self = .yesNo
    case .years: self = .numberOfYears
    case .value: self = .text
    default:
      switch column.measure {
      case .text: self = .text
      case .years: self = .calendarYear
      case .share: self = .share
      default: self = .number
      }
    }
  }
}

/// A column of a template.
struct TemplateColumn {
  enum Demand { case required, oneOfSeveral, optional }

  var header: String
  /// Its name in both languages, without unit.
  var names: Bilingual
  var guide: ColumnGuide
  var entry: EntryKind
  var measure: Column.Measure
  var demand: Demand
  /// nil for a year.
  var column: Column?
}

extension Template {
  /// The columns of a kind, in the order in which planners meet them.
  func columns(of kind: RecordKind) -> [TemplateColumn] {
    let guides = ColumnGuides.of(kind)
    var columns: [TemplateColumn] = []
    for rule in order(ColumnNames.of(kind).rules) {
      guard let guide = guides[rule.column] else { continue }
      columns.append(column(rule, guide, kind))
      let isBeforeYears = kind == .offers ? rule.column == .amount : rule.column == .years
      if isBeforeYears, let year = ColumnGuides.year(of: kind) {
        columns += years.map { self.year($0, year, kind) }
      }
    }
    return columns
  }

  /// A Chinese table names things in Chinese first; projects are told by their names.
  private func order(_ rules: [ColumnNames.Rule]) -> [ColumnNames.Rule] {
    let names: Set<Column> = [.name, .nameZh, .title, .titleZh]
    let named = rules.filter { names.contains($0.column) }
    guard named.count == 2 else { return rules }
    let rest = rules.filter { !names.contains($0.column) }
    return rest.prefix(1) + (language == .zh ? named.reversed() : named) + rest.dropFirst()
  }

  private func column(
    _ rule: ColumnNames.Rule, _ guide: ColumnGuide, _ kind: RecordKind
  ) -> TemplateColumn {
    let names = Bilingual(en: rule.name, zh: Template.chineseName(rule, kind))
    return TemplateColumn(
      header: header(text(names), unit(of: rule.column.measure)), names: names, guide: guide,
      entry: EntryKind(rule.column, in: kind), measure: rule.column.measure,
      demand: rule.isRequired ? .required : rule.column == .amount ? .oneOfSeveral : .optional,
      column: rule.column)
  }

  private func year(_ year: Int, _ guide: ColumnGuide, _ kind: RecordKind) -> TemplateColumn {
    let names = Bilingual("\(year)", "\(year)年")
    let isMoney = kind == .offers
    return TemplateColumn(
      header: header(text(names), isMoney ? moneyUnit : nil), names: names, guide: guide,
      entry: .number, measure: isMoney ? .money : .plain,
      demand: isMoney ? .oneOfSeveral : .optional, column: nil)
  }

  private func header(_ name: String, _ unit: String?) -> String {
    guard let unit else { return name }
    return language == .zh ? "\(name)（\(unit)）" : "\(name) (\(unit))"
  }

  /// The first Chinese alias. A proposal's `title` is its English one beside `title_zh`.
  static func chineseName(_ rule: ColumnNames.Rule, _ kind: RecordKind) -> String {
    if kind == .proposals, rule.column == .title { return "英文名称" }
    return rule.aliases.first(where: \.hasHan) ?? rule.name
  }
}
