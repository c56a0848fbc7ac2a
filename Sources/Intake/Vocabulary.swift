/// Common Chinese names of sectors and instruments, so that tables in both languages meet. Data: a name that is not here stays as it is, and nothing is refused for being new.
enum Vocabulary {
  static let sectors: [String: String] = [
    "风电": "wind", "风能": "wind", "风力发电": "wind",
    "光伏": "solar", "太阳能": "solar", "光伏发电": "solar",
    "氢能": "hydrogen", "氢": "hydrogen", "绿氢": "hydrogen",
    "抽水蓄能": "pumped-hydro", "抽蓄": "pumped-hydro",
    "储能": "storage", "新型储能": "storage",
    "大数据": "big-data", "数据中心": "big-data",
    "文化旅游": "cultural-tourism", "文旅": "cultural-tourism",
    "现代农业": "sustainable-agriculture", "可持续农业": "sustainable-agriculture",
    "技能培训": "reskilling", "再就业培训": "reskilling",
  ]

  static let instruments: [String: String] = [
    "赠款": "grant", "无偿援助": "grant", "无偿资金": "grant",
    "优惠贷款": "concessional-loan",
    "股权": "equity", "股权投资": "equity",
    "担保": "guarantee",
    "专家支持": "expertise", "专家": "expertise", "人才": "expertise", "人才支持": "expertise",
  ]

  static let policyAreas: [String: String] = [
    "技能培训": "reskilling", "再就业培训": "reskilling",
    "并网": "grid-access", "电网接入": "grid-access",
    "绿电交易": "green-power-trading",
    "土地": "land-use", "土地利用": "land-use", "用地": "land-use",
    "标准": "standards", "标准互认": "standards",
    "人才": "talent", "人才交流": "talent",
  ]

  /// The letter `x` is neither: a tick in one office, a cross in the next.
  static let yes: Set<String> = ["yes", "y", "true", "1", "是", "有", "已结对", "√", "✓", "✔"]
  static let no: Set<String> = ["no", "n", "false", "0", "否", "无", "未结对", "没有", "×"]

  /// Words that are neither and say which is meant, as `foldedName`.
  static let nearlyYesOrNo: [String: String] = [
    "是的": "是", "对": "是", "已": "是", "有的": "是", "不是": "否", "不": "否", "没": "否", "未": "否", "无结对": "否",
    "yep": "yes", "yeah": "yes", "ja": "yes", "none": "no", "nope": "no", "not": "no",
  ]

  /// The words by which a row says that it adds up the others.
  static let totals: Set<String> = [
    "合计", "总计", "小计", "总和", "总额", "合计:", "总计:", "total", "totals", "total:", "sum", "subtotal",
    "grandtotal",
  ]

  /// How remarks beneath a table begin, as `foldedName`.
  static let remarks: [String] = [
    "注:", "备注:", "说明:", "填表", "制表", "审核:", "审核人", "审批人", "负责人:", "单位负责人", "填报单位", "填报日期", "联系人",
    "联系电话", "数据来源", "资料来源", "note:", "notes:",
    "source:", "sources:", "preparedby",
  ]

  static func isRemark(_ text: String) -> Bool {
    let name = text.foldedName
    return remarks.contains { name.hasPrefix($0) }
  }

  /// Whether a text begins with a Chinese number as headings do: `一`, `二、平鲁区`, `（三）`.
  static func isNumbered(_ text: String) -> Bool {
    var rest = text.foldedName[...]
    let isInBrackets = rest.first == "("
    if isInBrackets { rest = rest.dropFirst() }
    let number = rest.prefix { "一二三四五六七八九十".contains($0) }
    rest = rest.dropFirst(number.count)
    guard !number.isEmpty else { return false }
    return isInBrackets ? rest.first == ")" : rest.isEmpty || rest.first == "、"
  }

  /// A value as it is called inside: English in kebab-case, well-known Chinese names in English, others as they are.
  static func value(_ written: String, in names: [String: String]) -> String {
    let text = written.halfWidth.trimmed
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.kebabCase }
    return names[text.filter { !$0.isWhitespace }] ?? text
  }
}
