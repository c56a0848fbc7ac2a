import Foundation

/// A round with everything that tables can hold, before any program has written it.
enum WrittenRound {
  enum Cell: Encodable {
    case blank
    case text(String)
    /// As digits, and the format that shows it.
    case number(String, format: String = "General")
    /// ISO.
    case date(String, format: String = "yyyy-mm-dd")
    case flag(Bool)

    private enum Key: CodingKey { case number, format, date, flag }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .blank:
        var container = encoder.singleValueContainer()
        try container.encodeNil()
      case .text(let text):
        var container = encoder.singleValueContainer()
        try container.encode(text)
      case .number(let digits, let format):
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(digits, forKey: .number)
        try container.encode(format, forKey: .format)
      case .date(let date, let format):
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(date, forKey: .date)
        try container.encode(format, forKey: .format)
      case .flag(let flag):
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(flag, forKey: .flag)
      }
    }
  }

  struct Sheet: Encodable {
    var name: String
    var rows: [[Cell]]
  }

  static let sheets = [
    regions, links, offers, chineseOffers, expertise, proposals, chineseProposals, policy,
  ]

  private static func table(_ name: String, _ head: [String], _ rows: [[Cell]]) -> Sheet {
    Sheet(name: name, rows: [head.map { .text($0) }] + rows)
  }

  private static let regions = table(
    "regions", ["code", "name", "name_zh", "need_weight", "population"],
    [
      ["CN-GD", "Guangdong", "广东", .blank, .number("126000000", format: "#,##0")],
      ["CN-SH", "Shanghai", "上海", .blank, .number("24870000", format: "#,##0")],
      ["CN-SX", "Shanxi", "山西", 3.56, .number("34900000", format: "#,##0")],
      ["CN-NM", "Inner Mongolia, \"Nei Mongol\"", "内蒙古", 1.125, .number("24000000")],
      ["CN-SN", "Shaanxi", "陕西", .number("2.0000001", format: "0.0"), .number("3.954E7")],
    ])

  private static let links = table(
    "links", ["donor", "recipient", "coal_mt", "year", "existing_pairing"],
    [
      ["CN-GD", "CN-SX", 41.7, .date("2024-12-31", format: "yyyy\"年\""), .flag(true)],
      ["CN-GD", "CN-SX", 38.25, 2025, .flag(true)],
      ["CN-GD", "CN-NM", 12, .blank, .flag(false)],
      ["CN-SH", "CN-SN", .number("20.1", format: "0.00"), .blank, .text("否")],
      ["CN-SH", "CN-NM", 7.5, .blank, .text("1")],
    ])

  private static let offers = table(
    "offers",
    [
      "id", "donor", "instrument", "2026", "2027", "2028", "sectors", "recipients",
      "max_share_per_recipient", "policy_areas", "title",
    ],
    [
      [
        "GD-1", "CN-GD", "grant", 236.63, 237.66, .number("1181.56", format: "#,##0.00"),
        "wind; solar;storage", .blank, .number("0.6", format: "0%"), "reskilling；grid-access",
        "Guangdong's grants – “first” tranche",
      ],
      [
        "GD-2", "CN-GD", "concessional-loan", 0.1, 0.30000000000000004, 99.99, .blank,
        "CN-SX; CN-NM",
        1, .blank, "Loan\nin two lines",
      ],
    ])

  private static let chineseOffers = table(
    "上海供给", ["编号", "支援方", "方式", "金额（万元）", "领域", "受援方"],
    [
      ["沪-1", "CN-SH", "赠款", .number("32000", format: "#,##0"), "风电、光伏", .blank],
      ["沪-2", "CN-SH", "股权", .number("12345.6", format: "0"), .blank, "CN-NM；CN-SN"],
    ])

  private static let expertise = table(
    "expertise", ["id", "donor", "instrument", "amount"],
    [["SH-X", "CN-SH", "expertise", .number("55.6", format: "0.0")]])

  private static let proposals = table(
    "proposals",
    [
      "id", "title", "title_zh", "recipient", "sector", "need", "instruments", "start_year",
      "years",
      "readiness", "jobs", "co2_avoided_t", "value_added", "policy_areas", "community",
      "expertise_months",
    ],
    [
      [
        "P1", "Wind & storage <Datong>", "大同风储", "CN-SX", "wind", 264.09,
        "concessional-loan;equity;grant", .date("2027-03-01"), 1,
        .number("0.98", format: "0.0%"), 398.8, .number("40852", format: "#,##0"), 19.35,
        "grid-access", "大同", 4.6,
      ],
      [
        "P2", "Retraining", "矿工转岗", "CN-SX", "reskilling", 20.01, .blank,
        .date("2026-07-15", format: "yyyy\"年\"m\"月\"d\"日\""), 3, .number("0.83", format: "0%"),
        18.75, .blank, .blank, "reskilling", .blank, 25.6,
      ],
      [
        "P3", "=Pit lake, “second”", .blank, "CN-NM", "solar", .number("333.333333333333"), "grant",
        2026,
        2, 1, .number("1.2E3"), 1e5, 0.007, .blank, "'0012", .blank,
      ],
    ])

  private static let chineseProposals = table(
    "陕西项目", ["项目编号", "项目名称", "受援方", "领域", "资金需求（亿元）", "开始年份", "年限", "成熟度", "就业", "减排"],
    [
      [
        "陕-1", "榆林储能电站（一期）", "CN-SN", "储能", .number("1.25", format: "0.00"), .text("2026年"), 2,
        .text("90%"), 240, 51000,
      ],
      [
        "陕-2", "神木光伏；治沙", "CN-SN", "光伏", .number("0.8", format: "0.00\"亿\""),
        .date("2028-01-01"), 1, 0.75, 96, 23000.5,
      ],
    ])

  private static let policy = table(
    "policy", ["setting", "value"],
    [
      ["title", "同一轮次 · the same round"], ["currency", "CNY"], ["language", "both"],
      ["years", "2026-2028"], ["weights.jobs", 0.4], ["weights.co2_avoided_t", 0.35],
      ["weights.value_added", 0.25], ["reciprocity.share", .number("0.3", format: "0%")],
      ["fairness.tolerance", 0.02], ["bond_bonus", 0.15],
      ["fixed_pairs", "CN-GD>CN-SX 30; CN-SH>CN-SN 20.5"], ["forbidden_pairs", "CN-GD>CN-SN"],
      ["co_investment.max_donor_share", .number("0.8", format: "0%")],
      ["co_investment.above", 200],
    ])
}

extension WrittenRound.Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(floatLiteral value: Double) { self = .number("\(value)") }
  init(integerLiteral value: Int) { self = .number("\(value)") }
}
