import Records

/// Columns of proposals.
extension ColumnGuides {
  static let proposals: [Column: ColumnGuide] = [
    .id: ColumnGuide(
      "The proposal's number; each once in the round.", "项目编号，本轮内不得重复。", .text("EXAMPLE-1", "示例-1")),
    .title: ColumnGuide(
      "The project's name in English.", "项目的英文名称。", blank: Bilingual("the Chinese name", "采用中文名称"),
      .text("Example: replace or delete this row")),
    .titleZh: ColumnGuide(
      "The project's name in Chinese.", "项目的中文名称。", blank: Bilingual("the English name", "采用英文名称"),
      .text("示例：请改写或删除本行")),
    .recipient: ColumnGuide(
      "The region that asks, by its code.", "提出申请的地区（代码）。", .text(exampleRecipient)),
    .community: ColumnGuide(
      "The town, county or district inside the region.", "项目所在的社区、县区或地市。", blank: .nothing,
      .text("Example town", "示例县")),
    .sector: ColumnGuide(
      "What the project is about. A sector that is not in the list may be written too.",
      "项目所属领域；列表中没有的也可自行填写。", .text("wind", "风电")),
    .need: ColumnGuide(
      "The money sought from outside, above 0.", "申请的外部资金，须大于 0。", .money(85)),
    .instruments: ColumnGuide(
      "The forms of money that it can use; separate several by a semicolon (;).",
      "可接受的支援方式；多个用分号（；）隔开。",
      blank: .any, .text("grant; concessional-loan", "赠款；优惠贷款")),
    .startYear: ColumnGuide(
      "The first year in which money is drawn.", "开始用款的年份。",
      blank: Bilingual("the round's first year", "本轮第一年"), .number(2026), inExampleRow: false),
    .years: ColumnGuide(
      "Over how many years the money is drawn in equal parts.", "资金平均分几年使用。",
      blank: .same("1"),
      .number(2)),
    .minFunding: ColumnGuide(
      "The least share of the need with which the project goes ahead.", "项目可以启动的最低资金比例。",
      blank: Bilingual("0 %, any sum helps", "0%，任何数额均可"), .share(0.6), inExampleRow: false),
    .readiness: ColumnGuide(
      "How ready it is: 0 % an idea, 100 % ready to build.", "成熟度：0% 仅有设想，100% 可以开工。",
      blank: Bilingual("100 %", "100%"), .share(0.8)),
    .jobs: ColumnGuide(
      "Lasting jobs at full funding.", "资金全部到位后可长期提供的就业岗位。", blank: .same("0"),
      .number(120)),
    .co2AvoidedT: ColumnGuide(
      "Tonnes of CO2 avoided a year at full funding.", "资金全部到位后每年的二氧化碳减排量。",
      blank: .same("0"), .number(90_000)),
    .valueAdded: ColumnGuide(
      "Value added to the local economy a year at full funding.", "资金全部到位后每年为当地带来的增加值。",
      blank: .same("0"), .money(6)),
    .policyAreas: ColumnGuide(
      "Fields of policy in which help is asked for; separate several by a semicolon (;).",
      "需要对方协助的政策领域；多个用分号（；）隔开。", blank: .nothing, .text("grid-access", "并网")),
    .expertiseMonths: ColumnGuide(
      "Person-months of experts asked for.", "需要的专家人月数。", blank: .same("0"), .number(6)),
    .basis: ColumnGuide(
      "How the figures came about: announced, estimated, … Reports show it.",
      "数据依据：已公布、估算等，报告中会注明。",
      blank: .nothing, .text("example", "示例")),
  ]

  static let proposalYear = ColumnGuide(
    "The weight of this year in drawing the money, only compared with the other years (2, 1, 1: half in the first). For projects that draw unequally; it goes before start year and years.",
    "该年用款的权重，只看各年相互比例（如 2、1、1 表示第一年用一半）。各年用款不等时填写；填写后不看开始年份和年限。",
    blank: Bilingual("start year and years say it", "按开始年份和年限计算"), .number(1), inExampleRow: false)
}
