import Records

/// The words of a reviewed workbook.
enum ReviewWords {
  static let sheet = Bilingual(en: "Problems", zh: "问题")
  static let severity: [Problem.Severity: Bilingual] = [
    .problem: Bilingual(en: "problem", zh: "问题"), .note: Bilingual(en: "note", zh: "提示"),
  ]

  /// The heads of the list's columns.
  static let heads = [
    Bilingual(en: "No.", zh: "序号"), Bilingual(en: "Severity", zh: "级别"),
    Bilingual(en: "Sheet", zh: "工作表"), Bilingual(en: "Cell", zh: "单元格"),
    Bilingual(en: "Column", zh: "列名"), Bilingual(en: "Found", zh: "实际内容"),
    Bilingual(en: "What is wrong", zh: "问题说明"), Bilingual(en: "Allowed", zh: "允许的内容"),
    Bilingual(en: "Suggested value", zh: "建议值"),
  ]

  static let wholeSheet = Bilingual(en: "the whole sheet", zh: "整个工作表")

  static func counts(_ problems: Int, _ notes: Int, places: Int) -> Bilingual {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)" + (count == 1 ? "" : "s")
    }
    return Bilingual(
      en:
        "\(counted(problems, "problem")) and \(counted(notes, "note")) at \(counted(places, "place"))",
      zh: "\(problems) 个问题，\(notes) 条提示，共 \(places) 处")
  }

  static let howTo = Bilingual(
    en:
      "This is a copy to read. Mend your own file in the round's folder and save it there; this list then comes anew, or goes.",
    zh: "本文件是供查阅的副本。请修改本轮文件夹中的原文件并保存；之后本清单会随之更新或移除。")
  static let problemTone = Bilingual(
    en: "A cell like this is a problem: what stands on it is left out until it is mended.",
    zh: "这样的单元格有问题：修正之前，相关内容不参与规划。")
  static let noteTone = Bilingual(
    en: "A cell like this has a note: it is read as it stands, and worth a look.",
    zh: "这样的单元格有提示：按原样读取，请核对。")
  static let noTables = Bilingual(
    en: "Nothing of the file could be read, so there is no copy of its tables.",
    zh: "文件内容无法读取，因此没有表格副本。")
  static func sparse(_ cells: Int) -> Bilingual {
    Bilingual(
      en:
        "The file is large (\(cells) cells): only its headers and the rows named here are copied, each in its own row.",
      zh: "文件较大（\(cells) 个单元格）：只复制表头和此处列出的行，行号不变。")
  }
  static func fewComments(_ most: Int) -> Bilingual {
    Bilingual(
      en: "Only the first \(most) cells have a comment; all are coloured and listed here.",
      zh: "只有前 \(most) 个单元格带批注；所有单元格均已标色并列于此处。")
  }
  static func elsewhere(_ files: [(file: String, places: Int)]) -> Bilingual {
    Bilingual(
      en: "Also in " + files.map { "\($0.file) (\($0.places))" }.joined(separator: ", "),
      zh: "另见：" + files.map { "\($0.file)（\($0.places) 处）" }.joined(separator: "、"))
  }
  static func allowed(_ text: String) -> Bilingual {
    Bilingual(en: "Allowed: \(text)", zh: "允许：\(allowedInChinese[text] ?? text)")
  }
  static func suggested(_ text: String) -> Bilingual {
    Bilingual(en: "Suggested value: \(text)", zh: "建议值：\(text)")
  }

  /// What may stand somewhere, in one language or both.
  static func allowedList(_ text: String) -> Bilingual {
    Bilingual(en: text, zh: allowedInChinese[text] ?? text)
  }

  /// What is allowed where it is said in words; lists of values say the same in every language.
  static let allowedInChinese: [String: String] = [
    "a number": "数字",
    "up to 1,000,000,000,000": "不超过 1,000,000,000,000",
    "one value": "单个值",
    "a value": "具体数值",
    "a computed value": "公式的计算结果",
    "a weight above 0": "大于 0 的权重",
    "a weight other than 0": "不为 0 的权重",
    "a weight above 0 in at least one year": "至少一年的权重大于 0",
    "text with separators inside in quotes (\")": "含分隔符的文字应加引号（\"）",
    "a table with a header row, or a YAML or JSON document": "带表头的表格，或 YAML、JSON 文件",
    "a table with a header row": "带表头的表格",
    "\"text\", with \"\" for a quote inside": "\"文字\"，其中的引号写成 \"\"",
    "a mapping": "一组“名称: 值”", "a list of mappings": "记录列表",
    "two different regions": "两个不同的地区",
    "a code or a name of the regions table": "地区表中的代码或名称",
    "one unit": "一种单位",
    "a text without ; ； 、 , >": "不含 ; ； 、 , > 的文字",
    "one row for each key of regions": "每个地区代码只有一行",
    "one row for each key of links": "每对地区和年份只有一行",
    "one row for each key of offers": "每个供给编号只有一行",
    "one row for each key of proposals": "每个项目编号只有一行",
    "a numeric column of the proposals": "项目表中的数值列",
    "a numeric column of the regions": "地区表中的数值列",
  ]
}

extension Policy.Language {
  /// A word or a title, both languages beside each other.
  func word(_ text: Bilingual) -> String {
    switch self {
    case .en: text.en
    case .zh: text.zh
    case .both: text.en == text.zh ? text.en : text.en + " " + text.zh
    }
  }

  /// Sentences, both languages one below the other.
  func lines(_ text: Bilingual) -> String {
    switch self {
    case .en: text.en
    case .zh: text.zh
    case .both: text.en == text.zh ? text.en : text.en + "\n" + text.zh
    }
  }
}
