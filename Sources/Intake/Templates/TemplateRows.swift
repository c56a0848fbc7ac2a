import Records

/// A cell of a template.
enum TemplateValue: Hashable {
  case blank
  case text(String)
  case number(Double)
  /// 0 to 1.
  case share(Double)

  /// As CSV files and YAML documents write it.
  var text: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let number): TemplateValue.digits(number)
    case .share(let share): TemplateValue.digits(share * 100) + "%"
    }
  }

  private static func digits(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Template {
  /// The example rows of a kind of records: two regions, since every other record names two, and one of everything else.
  func exampleRows(of kind: RecordKind) -> [[TemplateValue]] {
    let columns = columns(of: kind)
    let row = columns.map { $0.guide.isInExampleRow ? value($0.guide.example, $0) : .blank }
    guard kind == .regions else { return [row] }
    let donor = columns.map { column -> TemplateValue in
      switch column.column {
      case .code: .text(text(ColumnGuides.exampleDonor))
      case .name: .text("Example donor")
      case .nameZh: .text("示例支援地区")
      default: .blank
      }
    }
    return [donor, row]
  }

  func value(_ example: ColumnGuide.Example, _ column: TemplateColumn) -> TemplateValue {
    switch example {
    case .text(let words): return .text(text(words))
    case .share(let share): return .share(share)
    case .money(let amount): return .number(inUnit(amount))
    case .number(let number):
      // Years are those of the round.
      return .number(column.column == .startYear ? Double(years.lowerBound) : number)
    }
  }

  /// M in the unit of the headers.
  private func inUnit(_ amount: Double) -> Double {
    switch unit {
    case .millions: amount
    case .wan: amount * 100
    case .yi: amount / 100
    case .thousands: amount * 1_000
    case .billions: amount / 1_000
    }
  }
}

/// A setting as a row of a template.
struct TemplateSetting {
  var name: String
  var names: Bilingual
  var shape: PolicySettings.Shape
  var guide: SettingGuide
  /// nil where the template leaves the default.
  var value: String?
}

extension Template {
  /// Every setting that has a name of its own; where the last part is free, those that are usual.
  var settings: [TemplateSetting] {
    PolicySettings.rules.flatMap { rule -> [TemplateSetting] in
      guard let guide = SettingGuides.all[rule.name] else { return [] }
      let names = Template.names(of: rule)
      guard rule.name.hasSuffix("*") else {
        return [setting(names, rule, guide)]
      }
      return guide.parts.map { part in
        setting(
          Bilingual(en: names.en.dropLast() + part.en, zh: names.zh.dropLast() + part.zh), rule,
          guide)
      }
    }
  }

  static func names(of rule: PolicySettings.Rule) -> Bilingual {
    Bilingual(en: rule.name, zh: rule.aliases.first(where: \.hasHan) ?? rule.name)
  }

  private func setting(
    _ names: Bilingual, _ rule: PolicySettings.Rule, _ guide: SettingGuide
  ) -> TemplateSetting {
    TemplateSetting(
      name: text(names), names: names, shape: rule.shape, guide: guide, value: given(rule.name))
  }

  /// A round has a policy of its own, which a second one would contradict; the same currency contradicts nothing.
  private func given(_ setting: String) -> String? {
    switch setting {
    case "currency": currency
    case "title" where round == nil: text(Bilingual("Example round", "示例轮次"))
    case "money_unit" where round == nil: unit.rawValue
    case "language" where round == nil: language.rawValue
    case "years" where round == nil: "\(years.lowerBound)-\(years.upperBound)"
    default: nil
    }
  }
}
