/// What the columns of each kind of table are called. Every name and alias of a column stands here and nowhere else.
///
/// Names are compared as `foldedName`, so one spelling of each is enough.
struct ColumnNames: Sendable {
  struct Rule: Sendable {
    var column: Column
    /// The name in formats.md, by which records, policy and messages know it.
    var name: String
    var aliases: [String]
    var isRequired: Bool
  }

  let kind: RecordKind
  let rules: [Rule]
  private let byName: [String: Column]
  private let names: [Column: String]

  private init(_ kind: RecordKind, required: [Column] = [], _ rows: [(Column, String, [String])]) {
    self.kind = kind
    rules = rows.map {
      Rule(column: $0.0, name: $0.1, aliases: $0.2, isRequired: required.contains($0.0))
    }
    var byName: [String: Column] = [:]
    for rule in rules {
      for name in [rule.name] + rule.aliases { byName[name.foldedName] = rule.column }
    }
    self.byName = byName
    names = Dictionary(uniqueKeysWithValues: rules.map { ($0.column, $0.name) })
  }

  /// The column of a folded name.
  func column(_ foldedName: String) -> Column? { byName[foldedName] }

  func name(of column: Column) -> String { names[column] ?? "\(column)" }

  var required: [Rule] { rules.filter(\.isRequired) }

  /// The names of formats.md, and the Chinese ones, for "did you mean".
  var spellings: [String] { rules.flatMap { [$0.name] + $0.aliases } }

  static func of(_ kind: RecordKind) -> ColumnNames {
    switch kind {
    case .regions: regions
    case .links: links
    case .offers: offers
    case .proposals: proposals
    case .policy: policy
    }
  }

  /// The name inside of a numeric column that the policy refers to: `就业` is `jobs`, `Water saved` is `water_saved`.
  func measureName(_ written: String) -> String {
    if let column = column(written.foldedName) { return name(of: column) }
    return written.snakeCase
  }

  private static let donor = ["支援方", "支援省份", "支援地区", "援助方", "出资方", "捐助方"]
  private static let recipient = ["受援方", "受援省份", "受援地区", "受援省", "申请方", "申请地区"]
  private static let basis = ["依据", "备注", "数据依据", "来源"]
  private static let policyAreas = ["政策领域", "合作领域", "policy area"]

  static let regions = ColumnNames(
    .regions, required: [.code],
    [
      (.code, "code", ["代码", "地区代码", "区域代码", "行政区代码", "编码", "region code"]),
      (.name, "name", ["英文名", "英文名称", "region name", "name en"]),
      (.nameZh, "name_zh", ["名称", "中文名", "中文名称", "地区名称", "区域名称", "地区", "省份"]),
      (.needWeight, "need_weight", ["需求权重", "需要权重", "权重"]),
      (.gdp, "gdp", ["地区生产总值", "生产总值", "国内生产总值"]),
      (.fiscalRevenue, "fiscal_revenue", ["财政收入", "一般公共预算收入"]),
      (.population, "population", ["人口", "常住人口", "总人口"]),
      (.coalOutputMt, "coal_output_mt", ["煤炭产量", "原煤产量", "coal output"]),
      (.coalJobs, "coal_jobs", ["煤炭就业", "煤炭就业人数", "煤炭从业人数", "煤炭行业就业"]),
    ])

  static let links = ColumnNames(
    .links, required: [.donor, .recipient],
    [
      (.donor, "donor", donor),
      (.recipient, "recipient", recipient),
      (.coalMt, "coal_mt", ["煤炭调入量", "煤炭调入", "调入煤量", "煤炭量", "coal", "coal received"]),
      (.year, "year", ["年份", "年度"]),
      (
        .existingPairing, "existing_pairing",
        ["已结对", "是否结对", "是否已结对", "现有结对", "结对关系", "existing", "paired"]
      ),
    ])

  static let offers = ColumnNames(
    .offers, required: [.id, .donor],
    [
      (.id, "id", ["编号", "供给编号", "出资编号", "资金编号", "代码", "offer id"]),
      (.donor, "donor", donor),
      (.amount, "amount", ["金额", "总金额", "资金", "资金总额", "出资金额", "支援金额", "total amount"]),
      (.instrument, "instrument", ["方式", "支援方式", "资金方式", "融资方式", "出资方式", "工具"]),
      (.sectors, "sectors", ["领域", "支援领域", "支持领域", "行业", "sector"]),
      (.recipients, "recipients", recipient + ["支援对象", "受援对象", "recipient"]),
      (
        .maxSharePerRecipient, "max_share_per_recipient",
        ["单项上限", "单方上限", "单个受援方上限", "单一受援方上限", "max share"]
      ),
      (.minTicket, "min_ticket", ["单笔下限", "最低出资", "最小单笔", "最低单笔金额"]),
      (.policyAreas, "policy_areas", policyAreas),
      (.title, "title", ["名称", "标题", "offer title"]),
      (.basis, "basis", basis),
    ])

  static let proposals = ColumnNames(
    .proposals, required: [.id, .recipient, .sector, .need],
    [
      (.id, "id", ["编号", "项目编号", "项目代码", "代码", "proposal id", "project id"]),
      (.recipient, "recipient", recipient),
      (.sector, "sector", ["领域", "项目领域", "行业"]),
      (
        .need, "need",
        ["资金需求", "资金需求量", "需求", "需求金额", "需求资金", "所需资金", "申请资金", "申请金额", "funding need"]
      ),
      (.title, "title", ["项目名称", "名称", "标题", "英文名称", "英文名", "project"]),
      (.titleZh, "title_zh", ["中文名称", "中文名", "项目中文名称", "中文标题"]),
      (.community, "community", ["社区", "县区", "市县", "地市"]),
      (.instruments, "instruments", ["方式", "资金方式", "接受方式", "可接受方式", "融资方式", "instrument"]),
      (.startYear, "start_year", ["开始年份", "起始年份", "开工年份", "启动年份", "开始年", "start"]),
      (.years, "years", ["年限", "年数", "建设年限", "实施年限", "期限", "duration"]),
      (.minFunding, "min_funding", ["最低资助", "最低资助比例", "最低资金比例", "最低比例"]),
      (.readiness, "readiness", ["成熟度", "准备度", "项目成熟度"]),
      (.jobs, "jobs", ["就业", "就业人数", "就业岗位", "新增就业"]),
      (
        .co2AvoidedT, "co2_avoided_t",
        ["减排", "减排量", "年减排量", "碳减排量", "二氧化碳减排", "二氧化碳减排量", "co2 avoided"]
      ),
      (.valueAdded, "value_added", ["增加值", "年增加值", "经济增加值"]),
      (.policyAreas, "policy_areas", policyAreas),
      (.expertiseMonths, "expertise_months", ["人才需求", "专家需求", "人月需求", "专家人月"]),
      (.basis, "basis", basis),
    ])

  static let policy = ColumnNames(
    .policy, required: [.setting, .value],
    [
      (.setting, "setting", ["设置", "设置项", "设定", "项目", "参数", "key", "parameter"]),
      (.value, "value", ["值", "数值", "取值", "设定值"]),
      (.meaning, "meaning", ["说明", "含义", "remark"]),
    ])
}
