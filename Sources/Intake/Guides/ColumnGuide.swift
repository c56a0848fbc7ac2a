import Records

/// What a planner is told of a column: templates explain every one of them by it.
struct ColumnGuide: Sendable {
  /// A value that the column may hold, for the example row and the explanation.
  enum Example: Sendable {
    case text(Bilingual)
    case number(Double)
    /// 0 to 1.
    case share(Double)
    /// M.
    case money(Double)
  }

  /// One sentence or two.
  var meaning: Bilingual
  /// What a blank cell stands for; nil where the column must be filled.
  var blank: Bilingual?
  var example: Example
  /// Whether the example row of a template fills the column.
  var isInExampleRow: Bool

  init(
    _ en: String, _ zh: String, blank: Bilingual? = nil, _ example: Example,
    inExampleRow: Bool = true
  ) {
    meaning = Bilingual(en: en, zh: zh)
    self.blank = blank
    self.example = example
    isInExampleRow = inExampleRow
  }
}

extension ColumnGuide.Example {
  /// The same in both languages.
  static func text(_ text: String) -> Self { .text(Bilingual(en: text, zh: text)) }

  static func text(_ en: String, _ zh: String) -> Self { .text(Bilingual(en: en, zh: zh)) }
}

extension Bilingual {
  static let nothing = Bilingual(en: "none", zh: "无")
  static let any = Bilingual(en: "any", zh: "不限")
  static let unknown = Bilingual(en: "not known", zh: "不详")

  /// The same in both languages: a figure, a code.
  static func same(_ text: String) -> Bilingual { Bilingual(en: text, zh: text) }

  init(_ en: String, _ zh: String) { self.init(en: en, zh: zh) }
}

/// The guide of every column of every kind of table, and of the year columns. `ColumnNames` says what they are called.
enum ColumnGuides {
  static func of(_ kind: RecordKind) -> [Column: ColumnGuide] {
    switch kind {
    case .regions: regions
    case .links: links
    case .offers: offers
    case .proposals: proposals
    case .policy: policy
    }
  }

  /// A column such as `2026`; nil where a kind has none.
  static func year(of kind: RecordKind) -> ColumnGuide? {
    switch kind {
    case .offers: offerYear
    case .proposals: proposalYear
    case .regions, .links, .policy: nil
    }
  }

  static let exampleDonor = Bilingual(en: "EXAMPLE-D", zh: "示例-支援方")
  static let exampleRecipient = Bilingual(en: "EXAMPLE-R", zh: "示例-受援方")

  static let policy: [Column: ColumnGuide] = [
    .setting: ColumnGuide(
      "The name of a rule of the round. Leave the names as they are.", "本轮规则的名称，请勿改动。",
      .text("reciprocity.share", "互惠比例"), inExampleRow: false),
    .value: ColumnGuide(
      "The value of the setting. A blank cell keeps the default.", "该项设置的取值；留空即采用默认值。",
      .text("0.3"), inExampleRow: false),
    .meaning: ColumnGuide(
      "A remark for planners; it is not read.", "给填表人看的说明，不参与计算。", blank: .nothing,
      .text("The share of a donor's offers that should follow its coal.", "支援方资金中应按煤炭来源分配的比例。"),
      inExampleRow: false),
  ]
}
