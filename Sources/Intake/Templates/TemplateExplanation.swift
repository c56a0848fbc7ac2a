import Records

/// A line of the explanation: a column or a setting.
struct ExplanationLine {
  var table: String
  var name: String
  /// In the other language.
  var alias: String
  var meaning: String
  var unit: String
  var demand: String
  var allowed: String
  var example: String
}

extension Template {
  static let explanationHeads = [
    Bilingual("table", "表"), Bilingual("column or setting", "列或设置"),
    Bilingual("in Chinese", "英文名"), Bilingual("meaning", "含义"), Bilingual("unit", "单位"),
    Bilingual("required?", "是否必填"), Bilingual("allowed", "可填内容"), Bilingual("example", "示例"),
  ]

  /// Every column of every kind, then every setting.
  var explanation: [ExplanationLine] {
    let ofColumns = RecordKind.allCases.flatMap { kind in
      explained(columns(of: kind)).map { column in
        ExplanationLine(
          table: name(of: kind), name: text(column.names), alias: other(column.names),
          meaning: text(column.guide.meaning), unit: spokenUnit(of: column.measure),
          demand: demand(column),
          allowed: allowed(column.entry, isRequired: column.demand == .required),
          example: value(column.guide.example, column).text)
      }
    }
    let ofSettings = PolicySettings.rules.compactMap { rule -> ExplanationLine? in
      guard let guide = SettingGuides.all[rule.name] else { return nil }
      let names = Template.names(of: rule)
      return ExplanationLine(
        table: name(of: .policy), name: text(names), alias: other(names),
        meaning: text(guide.meaning), unit: "", demand: demand(guide), allowed: allowed(rule.shape),
        example: text(guide.example))
    }
    return ofColumns + ofSettings
  }

  /// The years of a table mean the same, so that one line tells them all.
  private func explained(_ columns: [TemplateColumn]) -> [TemplateColumn] {
    guard var first = columns.first(where: { $0.column == nil }), years.count > 1 else {
      return columns
    }
    first.names = Bilingual(
      "\(years.lowerBound) … \(years.upperBound)", "\(years.lowerBound)年…\(years.upperBound)年")
    var told = false
    return columns.compactMap { column in
      guard column.column == nil else { return column }
      defer { told = true }
      return told ? nil : first
    }
  }

  private func other(_ words: Bilingual) -> String { language == .zh ? words.en : words.zh }
}

extension ExplanationLine {
  var cells: [String] { [table, name, alias, meaning, unit, demand, allowed, example] }
}
