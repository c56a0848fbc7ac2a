import Records

/// Columns of offers.
extension ColumnGuides {
  static let offers: [Column: ColumnGuide] = [
    .id: ColumnGuide(
      "The offer's number; each once in the round.", "供给编号，本轮内不得重复。", .text("EXAMPLE-1", "示例-1")),
    .donor: ColumnGuide(
      "The region that offers, by its code.", "提供支援的地区（代码）。", .text(exampleDonor)),
    .amount: ColumnGuide(
      "What is offered in all, spread equally over the years. Fill this or the year columns, never both. Experts (expertise) are counted in person-months.",
      "供给总额，平均分到各年。总额与年份列二者填其一，不可同时填写。专家支持按人月填写。",
      blank: Bilingual("the year columns hold it", "由年份列给出"), .money(100), inExampleRow: false),
    .instrument: ColumnGuide(
      "In what form it is given.", "支援方式。", blank: Bilingual("grant", "赠款"), .text("grant", "赠款")),
    .sectors: ColumnGuide(
      "The sectors it is for; separate several by a semicolon (;).", "限定用于哪些领域；多个用分号（；）隔开。",
      blank: .any,
      .text("wind; solar", "风电；光伏")),
    .recipients: ColumnGuide(
      "The regions it is for, by code; separate several by a semicolon (;).",
      "限定用于哪些受援方（代码）；多个用分号（；）隔开。", blank: .any, .text(exampleRecipient)),
    .maxSharePerRecipient: ColumnGuide(
      "The largest share of the offer that one recipient may get.", "单个受援方最多可得本供给的比例。",
      blank: Bilingual("100 %", "100%"), .share(0.5), inExampleRow: false),
    .minTicket: ColumnGuide(
      "The least that the offer gives to a proposal that it funds.", "对每个获资助项目的最低出资额。",
      blank: Bilingual("0, no limit", "0，不限"), .money(5), inExampleRow: false),
    .policyAreas: ColumnGuide(
      "Fields of policy in which the donor offers to work together; separate several by a semicolon (;).",
      "支援方愿意合作的政策领域；多个用分号（；）隔开。", blank: .nothing, .text("grid-access", "并网")),
    .title: ColumnGuide(
      "What the offer is called in reports.", "供给在报告中的名称。", blank: Bilingual("the number", "采用编号"),
      .text("Example: replace or delete this row", "示例：请改写或删除本行")),
    .basis: ColumnGuide(
      "How the figures came about: announced, estimated, … Reports show it.",
      "数据依据：已公布、估算等，报告中会注明。",
      blank: .nothing, .text("example", "示例")),
  ]

  static let offerYear = ColumnGuide(
    "What is offered for this year. Fill the years or the total, never both. Experts are counted in person-months.",
    "该年提供的数额。年份列与总额二者填其一，不可同时填写。专家支持按人月填写。",
    blank: Bilingual("nothing in this year", "该年没有"), .money(40))
}
