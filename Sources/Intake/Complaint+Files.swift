import Records

/// What can be wrong with a file as a whole.
extension Complaint {
  static let emptyFile = Complaint(
    kind: "empty-file", en: "the file is empty", zh: "文件是空的",
    allowed: "a table with a header row, or a YAML or JSON document")

  static let unknownEncoding = Complaint(
    kind: "unknown-encoding",
    en: "the text is in no encoding that is read here; save the file as CSV UTF-8",
    zh: "无法识别文件的文字编码；请另存为“CSV UTF-8”格式", allowed: "UTF-8, UTF-16, GB18030, Windows-1252")

  static let assumedEncoding = Complaint(
    severity: .note, kind: "encoding-assumed",
    en:
      "the file does not say its encoding and is read as Windows-1252 (Western European); check its accents and quotes, or save it as CSV UTF-8",
    zh: "文件没有注明文字编码，按 Windows-1252（西欧）读取；请核对带重音的字母和引号，或另存为“CSV UTF-8”格式",
    found: "Windows-1252")

  static let nulByte = Complaint(
    kind: "nul-byte",
    en:
      "the file has NUL bytes in its text, as damaged or binary files do; save it again as CSV UTF-8",
    zh: "文件内容含有空字节（NUL），可能已损坏或不是文本文件；请重新另存为“CSV UTF-8”格式",
    allowed: "UTF-8, UTF-16, GB18030, Windows-1252")

  static let ignoredFile = Complaint(
    severity: .note, kind: "file-ignored",
    en: "the file is ignored: it is no table and no YAML or JSON document",
    zh: "已忽略此文件：它不是表格，也不是 YAML 或 JSON 文件", allowed: "XLSX, ODS, CSV, TSV, YAML, JSON")

  static let noTable = Complaint(
    kind: "no-table",
    en:
      "no row among the first \(Grid.headerSearch) reads as a header: proposals need `id`, `recipient`, `sector`, `need`; "
      + "offers `id`, `donor` and `amount` or year columns; links `donor`, `recipient`; regions `code`; a policy `setting`, `value`",
    zh: "前 \(Grid.headerSearch) 行中没有可识别的表头：项目表需有“编号、受援方、领域、资金需求”，供给表需有“编号、支援方、金额”或年份列，"
      + "联系表需有“支援方、受援方”，地区表需有“代码”，政策表需有“设置、值”")

  static let noRows = Complaint(
    severity: .note, kind: "no-rows", en: "the table has a header and no rows", zh: "表中只有表头，没有数据")

  static let unclosedQuote = Complaint(
    kind: "unclosed-quote",
    en:
      "a quote (\") opens here and is never closed, so the rest of the file cannot be told into rows",
    zh: "此处的引号（\"）没有配对，其后的内容无法分行读取", allowed: "\"text\", with \"\" for a quote inside")

  static func document(_ failure: DocumentFailure) -> Complaint {
    switch failure.reason {
    case .syntax(let words):
      Complaint(
        kind: "syntax", en: "the document cannot be read: \(words.en)",
        zh: "文件语法有误，无法读取：\(words.zh)")
    case .duplicateKey(let key):
      Complaint(
        kind: "key-given-twice", en: "`\(key.shortened)` is given twice in one mapping",
        zh: "同一组内“\(key.shortened)”出现了两次", found: key.shortened)
    case .tooDeep(let limit): documentTooDeep(limit)
    case .tooLarge(let limit): documentTooLarge(limit)
    }
  }

  static let ignoredDocument = Complaint(
    severity: .note, kind: "file-ignored",
    en:
      "the file is ignored: it has none of the keys `regions`, `links`, `offers`, `proposals`, `policy`",
    zh: "该文件被忽略：其中没有 regions、links、offers、proposals、policy 中的任何一项")

  static let documentWithoutRecords = Complaint(
    kind: "no-records",
    en: "the document has none of the keys `regions`, `links`, `offers`, `proposals`, `policy`",
    zh: "文件中没有 regions、links、offers、proposals、policy 中的任何一项",
    allowed: "regions, links, offers, proposals, policy")

  static func unknownKey(_ key: String, near: String?) -> Complaint {
    Complaint(
      severity: near == nil ? .note : .problem, kind: "unknown-key",
      en: "`\(key.shortened)` is not known at the top of a document and is not read",
      zh: "文件顶层的“\(key.shortened)”无法识别，未读取", found: key.shortened,
      allowed: "regions, links, offers, proposals, policy", suggestion: near)
  }

  static func wrongShape(_ key: String, _ kind: RecordKind, found: String) -> Complaint {
    let isPolicy = kind == .policy
    return Complaint(
      kind: "wrong-shape",
      en:
        "`\(key.shortened)` holds `\(found.shortened)`, not \(isPolicy ? "settings with values" : "a list of records")",
      zh: "“\(key.shortened)”的内容是“\(found.shortened)”，应为\(isPolicy ? "设置及其取值" : "记录列表")",
      found: found.shortened, allowed: isPolicy ? "a mapping" : "a list of mappings")
  }

  static func recordIsNoMapping(_ found: String) -> Complaint {
    Complaint(
      kind: "wrong-shape",
      en: "`\(found.shortened)` is no record: each is written as `name: value` pairs",
      zh: "“\(found.shortened)”不是一条记录：每条记录应写成“名称: 值”", found: found.shortened,
      allowed: "a mapping")
  }
}
