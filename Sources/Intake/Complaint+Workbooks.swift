import Records

/// What can be wrong with a workbook, its sheets and the forms of its cells.
extension Complaint {
  static func workbook(_ failure: WorkbookFailure) -> Complaint {
    switch failure {
    case .damaged(let part):
      Complaint(
        kind: "workbook-damaged",
        en:
          "the workbook is damaged\(part.isEmpty ? "" : " (at `\(part.shortened)`)") and cannot be "
          + "read; open it in a spreadsheet program, save it as a new file and drop that",
        zh: "工作簿已损坏\(part.isEmpty ? "" : "（“\(part.shortened)”处）")，无法读取；请用电子表格软件打开后另存为新文件再放入",
        allowed: "XLSX, ODS")
    case .password:
      Complaint(
        kind: "password",
        en: "the workbook is protected by a password; save it without one (File, Info, Protect "
          + "Workbook, Encrypt with Password: clear the box)",
        zh: "工作簿设有打开密码；请取消密码后重新保存（文件 → 信息 → 保护工作簿 → 用密码进行加密：清空密码）",
        allowed: "XLSX, ODS")
    case .oldForm:
      Complaint(
        kind: "old-workbook",
        en:
          "the workbook is in the old form of Excel 97 to 2003 (.xls), which is not read; open it "
          + "and save it as Excel Workbook (.xlsx)",
        zh: "这是 Excel 97–2003 的旧格式（.xls），不能读取；请打开后另存为“Excel 工作簿（.xlsx）”",
        allowed: "XLSX, ODS")
    case .otherForm(let name):
      Complaint(
        kind: "workbook-not-read",
        en: "the workbook is in the form \(name), which is not read; open it and save or export it "
          + "as Excel Workbook (.xlsx)",
        zh: "工作簿是 \(name) 格式，不能读取；请打开后另存为或导出为“Excel 工作簿（.xlsx）”",
        found: name, allowed: "XLSX, ODS")
    case .webPage:
      Complaint(
        kind: "not-a-workbook",
        en:
          "the file has a workbook's name but is a web page (HTML), as some systems export; open it "
          + "in a spreadsheet program and save it as Excel Workbook (.xlsx)",
        zh: "文件名是工作簿，内容却是网页（HTML），一些系统会这样导出；请用电子表格软件打开后另存为“Excel 工作簿（.xlsx）”",
        found: "HTML", allowed: "XLSX, ODS")
    case .text:
      Complaint(
        kind: "not-a-workbook",
        en:
          "the file has a workbook's name but is plain text; if it is CSV, let its name end in .csv",
        zh: "文件名是工作簿，内容却是纯文本；如果是 CSV，请将文件名改为以 .csv 结尾", found: "text",
        allowed: "XLSX, ODS")
    case .foreign:
      Complaint(
        kind: "not-a-workbook",
        en:
          "the file has a table's name but is no spreadsheet; save the table as Excel Workbook (.xlsx)",
        zh: "文件名是表格，内容却不是电子表格；请将表格另存为“Excel 工作簿（.xlsx）”", allowed: "XLSX, ODS")
    case .overLimit(let excess): overLimit(excess)
    }
  }

  static let emptyWorkbook = Complaint(
    kind: "empty-file", en: "no sheet of the workbook has a filled cell", zh: "工作簿的各工作表都是空的",
    allowed: "a table with a header row")

  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }

  static func errorCell(_ found: String) -> Complaint {
    Complaint(
      kind: "error-cell",
      en: "the cell shows the error `\(found.shortened)`; mend its formula or write the value",
      zh: "单元格显示错误“\(found.shortened)”；请修正公式或直接填写数值", found: found.shortened,
      allowed: "a value")
  }

  static func formulaWithoutValue(_ formula: String) -> Complaint {
    Complaint(
      kind: "formula-without-value",
      en: "the formula has never been computed: open the file in a spreadsheet program and save it",
      zh: "公式没有计算结果：请用电子表格软件打开该文件并保存一次", found: formula.shortened,
      allowed: "a computed value")
  }

  static func repeatedRow(_ rows: ClosedRange<Int>) -> Complaint {
    let (first, last) = (grouped(rows.lowerBound), grouped(rows.upperBound))
    let count = grouped(rows.count)
    return Complaint(
      kind: "repeated-row",
      en: "rows \(first) to \(last) all hold the same cells, as when a cell is filled down to the "
        + "end of the sheet; clear the \(count) rows, or all but one",
      zh: "第 \(first) 至 \(last) 行内容完全相同，像是单元格被一直填充到了工作表末尾；请清除这 \(count) 行，或只保留一行",
      found: "\(count) rows", allowed: "rows that differ")
  }

  static func hiddenSheets(_ names: [String]) -> Complaint {
    Complaint(
      severity: .note, kind: "hidden-sheet",
      en: "hidden sheets are read like the others: \(quoted(names, "`", "`", ", "))",
      zh: "隐藏的工作表同样读取：\(quoted(names, "“", "”", "、"))", found: names.joined(separator: "; "))
  }

  static func hiddenParts(rows: Int, columns: [Int], of sheet: String) -> Complaint {
    let letters = columns.map { Place.columnLetters($0) }
    let en = [
      rows > 0 ? "\(grouped(rows)) hidden \(rows == 1 ? "row" : "rows")" : nil,
      columns.isEmpty
        ? nil
        : "hidden \(columns.count == 1 ? "column" : "columns") \(letters.joined(separator: ", "))",
    ].compactMap { $0 }.joined(separator: " and ")
    let zh = [
      rows > 0 ? "\(grouped(rows)) 个隐藏的行" : nil,
      columns.isEmpty ? nil : "隐藏的 \(letters.joined(separator: "、")) 列",
    ].compactMap { $0 }.joined(separator: "和")
    return Complaint(
      severity: .note, kind: "hidden-cells",
      en: "sheet `\(sheet.shortened)`: \(en), read like the others (a filter hides rows too)",
      zh: "工作表“\(sheet.shortened)”：\(zh)，同样读取（筛选也会隐藏行）", found: sheet)
  }

  static func sheetsWithoutTable(_ names: [String]) -> Complaint {
    Complaint(
      severity: .note, kind: "sheet-without-table",
      en:
        "sheets without a table that is known here are not read: \(quoted(names, "`", "`", ", "))",
      zh: "没有可识别表格的工作表未读取：\(quoted(names, "“", "”", "、"))", found: names.joined(separator: "; "))
  }

  private static func quoted(
    _ names: [String], _ open: String, _ close: String, _ joint: String
  ) -> String {
    names.map { open + $0.shortened + close }.joined(separator: joint)
  }
}
