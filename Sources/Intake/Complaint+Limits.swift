import Records

/// What can be wrong with the size of a file, and the setting by which an operator may allow more.
extension Complaint {
  static func overLimit(_ excess: WorkbookFailure.Excess) -> Complaint {
    switch excess {
    case .fileSize(let limit):
      over(
        "file_size_limit", size(limit), en: "the file is larger than \(size(limit)); divide it",
        zh: "文件超过 \(size(limit))；请拆分")
    case .textSize(let limit):
      over(
        "text_size_limit", size(limit),
        en: "the text file is larger than \(size(limit)); divide it, or save it as a workbook",
        zh: "文本文件超过 \(size(limit))；请拆分，或另存为工作簿")
    case .cells(let limit):
      over(
        "cell_limit", grouped(limit),
        en: "the file has more than \(grouped(limit)) cells; divide it, or delete what is "
          + "filled far below or beside the tables",
        zh: "文件的单元格超过 \(grouped(limit)) 个；请拆分，或删除表格之外的多余内容")
    case .rows(let limit):
      over(
        "row_limit", grouped(limit),
        en: "the file has more than \(grouped(limit)) filled rows; divide it",
        zh: "文件的非空行超过 \(grouped(limit)) 行；请拆分")
    case .sheets(let limit):
      over(
        "sheet_limit", "\(limit)", en: "the workbook has more than \(limit) sheets; divide it",
        zh: "工作簿的工作表超过 \(limit) 张；请拆分")
    case .columns(let sheet, let row, let limit):
      over(
        "column_limit", "\(limit)",
        en: (sheet.map { "the sheet `\($0.shortened)`" } ?? "the file")
          + " has a filled cell beyond column \(Place.columnLetters(limit)) (row \(row)); delete what "
          + "stands far beside the tables",
        zh: (sheet.map { "工作表“\($0.shortened)”" } ?? "文件")
          + "第 \(row) 行在 \(Place.columnLetters(limit)) 列之后还有内容；请删除表格右侧远处的多余内容")
    case .unpackedSize(let limit):
      over(
        "unpacked_size_limit", size(limit),
        en: "the workbook unpacks to more than \(size(limit)); divide it",
        zh: "工作簿解压后超过 \(size(limit))；请拆分")
    case .zipRatio(let limit):
      over(
        "zip_ratio_limit", "\(limit)",
        en: "the workbook unpacks to more than \(limit) times its size, as files made to harm do; "
          + "save it as a new file",
        zh: "工作簿解压后超过原大小的 \(limit) 倍，疑似恶意文件；请另存为新文件")
    case .parts(let limit):
      over(
        "part_limit", grouped(limit),
        en: "the workbook has more than \(grouped(limit)) parts; save its tables as a new file",
        zh: "工作簿的内部文件超过 \(grouped(limit)) 个；请将表格另存为新文件")
    case .xmlDepth(let limit):
      over(
        "xml_depth_limit", "\(limit)",
        en: "the workbook nests deeper than \(limit) levels; save its tables as a new file",
        zh: "工作簿内部嵌套超过 \(limit) 层；请将表格另存为新文件")
    case .entities:
      Complaint(
        kind: "over-limit",
        en:
          "the workbook declares a document type, which workbooks do not; save its tables as a new file",
        zh: "工作簿内含文档类型声明（DOCTYPE），正常的工作簿没有；请将表格另存为新文件")
    }
  }

  private static func over(_ setting: String, _ limit: String, en: String, zh: String) -> Complaint
  {
    Complaint(kind: "over-limit", en: en, zh: zh, allowed: "\(limit) (\(setting))")
  }

  static func documentTooDeep(_ limit: Int) -> Complaint {
    Complaint(
      kind: "too-deep", en: "the document nests deeper than \(limit) levels",
      zh: "文件嵌套超过 \(limit) 层", allowed: "\(limit) (document_depth_limit)")
  }

  static func documentTooLarge(_ limit: Int) -> Complaint {
    Complaint(
      kind: "too-large",
      en: "the document has more than \(grouped(limit)) values once its aliases are written out",
      zh: "文件展开后超过 \(grouped(limit)) 个值", allowed: "\(grouped(limit)) (document_value_limit)")
  }

  static func cellTooLong(_ limit: Int) -> Complaint {
    Complaint(
      kind: "cell-too-long",
      en: "the cell has more than \(grouped(limit)) bytes of text; shorten it",
      zh: "单元格文字超过 \(grouped(limit)) 字节；请缩短", allowed: "\(grouped(limit)) (cell_length_limit)")
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(grouped(bytes)) B"
  }
}
