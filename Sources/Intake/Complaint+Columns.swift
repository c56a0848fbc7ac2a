import Records

/// What can be wrong with a table's header and its columns.
extension Complaint {
  static func missingColumn(_ rule: ColumnNames.Rule, _ kind: RecordKind) -> Complaint {
    let zh = rule.aliases.first { $0.hasHan } ?? rule.name
    return Complaint(
      kind: "missing-column",
      en: "the \(kind.rawValue) table has no column `\(rule.name)`, which it needs",
      zh: "\(kind.zh)缺少必需的列“\(zh)”（\(rule.name)）", allowed: "\(rule.name), \(zh)")
  }

  /// - Parameter kinds: those that the header fits equally well.
  static func ambiguousHeader(_ kinds: [RecordKind]) -> Complaint {
    let deciding: [RecordKind: (en: String, zh: String)] = [
      .proposals: ("`recipient`, `sector` and `need`", "“受援方、领域、资金需求”"),
      .offers: ("`donor` and `amount` or year columns", "“支援方、金额”或年份列"),
      .links: ("`donor` and `recipient`", "“支援方、受援方”"), .regions: ("`code`", "“代码”"),
    ]
    let en = kinds.map { $0.rawValue + " (" + (deciding[$0]?.en ?? "") + ")" }
    let zh = kinds.map { $0.zh + "（" + (deciding[$0]?.zh ?? "") + "）" }
    return Complaint(
      kind: "ambiguous-header",
      en:
        "the header fits several kinds of table equally: \(en.joined(separator: "; ")); keep the columns of one of them, or write two tables",
      zh: "表头同时符合多种表：\(zh.joined(separator: "；"))；请只保留其中一种表的列，或分成两张表",
      allowed: kinds.map(\.rawValue).joined(separator: ", "))
  }

  static let missingMoney = Complaint(
    kind: "missing-column",
    en:
      "the offers table has neither a column `amount` nor one column per year (`2026`, `2027`, …)",
    zh: "供给表既没有“金额”（amount）列，也没有年份列（2026、2027……）", allowed: "amount, 金额, 2026, 2027, …")

  static func columnTwice(_ first: String, _ second: String) -> Complaint {
    let both =
      first == second ? "`\(first.shortened)`" : "`\(first.shortened)` and `\(second.shortened)`"
    let zh = first == second ? "“\(first.shortened)”" : "“\(first.shortened)”与“\(second.shortened)”"
    return Complaint(
      kind: "column-twice", en: "the same column is given twice: \(both)", zh: "同一列出现了两次：\(zh)",
      found: second.shortened)
  }

  /// No record needs them, so none is left out for them.
  static func unknownColumnTwice(_ text: String) -> Complaint {
    Complaint(
      severity: .note, kind: "unknown-column-twice",
      en: "the column `\(text.shortened)` is given twice and is not known; neither is read",
      zh: "列“\(text.shortened)”出现了两次且无法识别，均未读取", found: text.shortened)
  }

  /// A column that is not known, near a known one that the table lacks.
  static func nearColumn(_ text: String, _ near: String, isRequired: Bool) -> Complaint {
    Complaint(
      severity: isRequired ? .problem : .note, kind: "unknown-column",
      en: "column `\(text.shortened)` is not known"
        + (isRequired ? "" : " and is not read as one that is"),
      zh: "无法识别列“\(text.shortened)”" + (isRequired ? "" : "，未按已知列读取"),
      found: text.shortened, suggestion: near)
  }

  /// The columns of a file that are not known, in one note.
  static func unknownColumns(numeric: [String], others: [String]) -> Complaint {
    func listed(_ names: [String]) -> String { names.map(\.shortened).joined(separator: ", ") }
    func zhListed(_ names: [String]) -> String { names.map(\.shortened).joined(separator: "、") }
    var en: [String] = []
    var zh: [String] = []
    if !numeric.isEmpty {
      en.append("kept, for the policy to weigh if it names them: \(listed(numeric))")
      zh.append("已保留，政策中写明后可参与权衡：\(zhListed(numeric))")
    }
    if !others.isEmpty {
      en.append("not read: \(listed(others))")
      zh.append("未读取：\(zhListed(others))")
    }
    return Complaint(
      severity: .note, kind: "unknown-columns",
      en: "columns that are not known are " + en.joined(separator: "; "),
      zh: "以下列无法识别——" + zh.joined(separator: "；"),
      found: listed(numeric + others))
  }

  static let unnamedColumn = Complaint(
    severity: .note, kind: "unnamed-column", en: "the column has no name and is not read",
    zh: "此列没有列名，未读取")

  static let totalRow = Complaint(
    severity: .note, kind: "total-row", en: "the row adds up others and is not read as a record",
    zh: "此行是合计，未作为记录读取")

  static let remarkRow = Complaint(
    severity: .note, kind: "remark-row",
    en: "the row is a remark, a signature, a number or a heading, and is not read as a record",
    zh: "此行是说明、签字、序号或分组标题，未作为记录读取")

  static func extraCell(_ text: String) -> Complaint {
    Complaint(
      kind: "extra-cell",
      en: "the row has more cells than the header: `\(text.shortened)` stands under no column",
      zh: "此行的单元格比表头多：“\(text.shortened)”没有对应的列", found: text.shortened,
      allowed: "text with separators inside in quotes (\")")
  }

  static func unitNotKnown(_ header: String, _ unit: String, _ measure: Column.Measure) -> Complaint
  {
    let allowed: String =
      switch measure {
      case .money: "M, 万元, 亿元, k, bn"
      case .tonnes: "t, kt, 万吨, Mt"
      default: "Mt, 万吨, 亿吨, t"
      }
    return Complaint(
      kind: "unknown-unit",
      en:
        "column `\(header.shortened)`: `\(unit.shortened)` is not a unit known here; \(allowed) are",
      zh: "列“\(header.shortened)”：单位“\(unit.shortened)”无法识别；可用：\(allowed)",
      found: unit.shortened, allowed: allowed)
  }

  static func wrongCurrency(_ header: String, _ found: String, _ currency: String) -> Complaint {
    Complaint(
      kind: "wrong-currency",
      en: "`\(header.shortened)`: `\(found.shortened)` is not in the round's currency, \(currency)",
      zh: "“\(header.shortened)”：“\(found.shortened)”与本轮货币 \(currency) 不符",
      found: found.shortened, allowed: currency)
  }

  /// A header whose currency is not that of the note above the table.
  static func currencyContradicts(_ header: String, _ note: String) -> Complaint {
    Complaint(
      kind: "unit-contradicts",
      en:
        "`\(header.shortened)` is in another currency than the unit above the table says, `\(note.shortened)`; mend one of them",
      zh: "“\(header.shortened)”的货币与表格上方注明的单位“\(note.shortened)”不一致；请修改其中一处",
      found: header.shortened, allowed: note)
  }

  static func unitsAboveDiffer(_ first: String, _ second: String) -> Complaint {
    Complaint(
      kind: "unit-contradicts",
      en:
        "two units stand above the table, `\(first.shortened)` and `\(second.shortened)`; name the unit in the header of each column, or leave one",
      zh:
        "表格上方注明了两种单位：“\(first.shortened)”和“\(second.shortened)”；请在各列表头注明单位，或只保留一种",
      found: second.shortened, allowed: "one unit")
  }

  /// A Chinese header without a unit, and a policy without one.
  static func unitAskedFor(_ header: String) -> Complaint {
    Complaint(
      kind: "unit-asked-for",
      en:
        "`\(header.shortened)` does not say in which unit its money is; name it in the header (`\(header.shortened)（万元）`) or set `money_unit` in the policy",
      zh: "“\(header.shortened)”没有注明金额单位；请在表头写明（如“\(header.shortened)（万元）”），或在政策中设置 money_unit",
      found: header.shortened, allowed: "万元, 亿元, 百万元")
  }

  /// A header that names the currency and leaves the unit open: `need (USD)`.
  static func unitOpen(_ header: String, _ unit: String) -> Complaint {
    Complaint(
      kind: "unit-asked-for",
      en:
        "`\(header.shortened)` names the currency and not the unit; write `\(unit.shortened) m` for millions",
      zh: "“\(header.shortened)”只注明了货币，没有注明单位；百万请写“\(unit.shortened) m”",
      found: unit.shortened,
      allowed: "\(unit.shortened) m, \(unit.shortened) k, \(unit.shortened) bn")
  }
}
