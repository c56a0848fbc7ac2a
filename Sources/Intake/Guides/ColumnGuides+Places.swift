import Records

/// Columns of the tables that say who is there: regions and the coal between them.
extension ColumnGuides {
  static let regions: [Column: ColumnGuide] = [
    .code: ColumnGuide(
      "The short name by which every other table calls the region; each once. ISO 3166-2 (CN-SX, ZA-MP) serves well. A community of a recipient is written CODE/COMMUNITY.",
      "地区的简短代码，其他各表都用它指称该地区，不得重复。建议采用 ISO 3166-2（如 CN-SX）。受援方下属社区写作“地区代码/社区”。",
      .text(exampleRecipient)),
    .name: ColumnGuide(
      "The region's name in English, as reports show it.", "地区的英文名称，用于报告。",
      blank: Bilingual("the Chinese name, else the code", "采用中文名称，再无则用代码"),
      .text("Example coal region")),
    .nameZh: ColumnGuide(
      "The region's name in Chinese, as reports show it.", "地区的中文名称，用于报告。",
      blank: Bilingual("the English name, else the code", "采用英文名称，再无则用代码"), .text("示例产煤地区")),
    .needWeight: ColumnGuide(
      "How much a recipient needs compared with the others, as the round agreed; only its proportion counts.",
      "受援方相对其他受援方的需求程度，由本轮商定；只看相互比例。",
      blank: Bilingual("no need of its own, as for donors", "不单独计算需求（支援方留空即可）"), .number(3)),
    .gdp: ColumnGuide(
      "Gross domestic product of a year, for comparison.", "地区生产总值（年），供比较。", blank: .unknown,
      .money(1_800_000)),
    .fiscalRevenue: ColumnGuide(
      "Public revenue of a year, for comparison.", "财政收入（年），供比较。", blank: .unknown, .money(220_000)),
    .population: ColumnGuide(
      "How many people live there.", "常住人口。", blank: .unknown, .number(34_000_000)),
    .coalOutputMt: ColumnGuide(
      "Coal mined in a year.", "原煤年产量。", blank: .unknown, .number(120)),
    .coalJobs: ColumnGuide(
      "Jobs in coal mining.", "煤炭行业就业人数。", blank: .unknown, .number(85_000)),
  ]

  static let links: [Column: ColumnGuide] = [
    .donor: ColumnGuide(
      "The region that received the coal, by its code.", "接收煤炭的地区（代码）。", .text(exampleDonor)),
    .recipient: ColumnGuide(
      "The coal region that it came from, by its code.", "煤炭来源地区（代码）。", .text(exampleRecipient)),
    .coalMt: ColumnGuide(
      "Coal that the donor received from the recipient. Rows of different years add up.",
      "支援方自受援方调入的煤炭量；同一对地区各年分行填写，自动相加。", blank: .same("0"), .number(12.5)),
    .year: ColumnGuide(
      "The year that the coal was received in.", "调入煤炭的年份。",
      blank: Bilingual("all years together", "各年合计"), .number(2023), inExampleRow: false),
    .existingPairing: ColumnGuide(
      "Whether the two regions are partners already.", "两地是否已经结对。", blank: Bilingual("no", "否"),
      .text("yes", "是")),
  ]
}
