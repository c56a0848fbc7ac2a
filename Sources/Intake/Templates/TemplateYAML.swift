import Records
import Spreadsheets

extension Template {
  /// The template as a YAML document: an example record per kind, with every key that it may have and what it means.
  package func yaml() -> String {
    let head = text(
      Bilingual(
        """
        # A template for planners. The records are examples: replace or delete them.
        # Lines that begin with # are not read: take the # away to use a key. Keys name the unit of money.
        # Lists stand in [ ].

        """,
        """
        # 填报模板。各条记录均为示例，请改写或删除。
        # 以 # 开头的内容不读取；去掉行首的 # 即可启用该项。金额单位见名称。
        # 多个值写在 [ ] 内，用英文逗号隔开。

        """))
    return head
      + RecordKind.allCases.map { kind in
        "\n" + key(of: kind) + ":\n" + (kind == .policy ? policyLines : recordLines(kind))
      }.joined()
  }

  private func key(of kind: RecordKind) -> String {
    language == .zh ? name(of: kind) : kind.rawValue
  }

  /// The first record explains what the others repeat, and its first year the other years.
  private func recordLines(_ kind: RecordKind) -> String {
    let columns = columns(of: kind)
    let firstYear = columns.firstIndex { $0.column == nil }
    return exampleRows(of: kind).enumerated().map { number, row in
      columns.indices.compactMap { place -> String? in
        let column = columns[place]
        let isBlank = row[place] == .blank
        if number > 0, isBlank { return nil }
        let value = isBlank ? self.value(column.guide.example, column) : row[place]
        let line = "\(yaml(column.header)): \(yaml(value, isList: column.entry.isList))"
        let isTold = number > 0 || column.column == nil && place != firstYear
        return commented(
          (place == 0 ? "  - " : "    ") + (isBlank ? "# " : "") + line,
          isTold ? "" : text(column.guide.meaning) + inBrackets(demand(column)))
      }.joined()
    }.joined()
  }

  private var policyLines: String {
    settings.map { setting in
      let value = setting.value ?? text(setting.guide.example)
      let line = "\(yaml(setting.name)): \(yaml(.text(value), isList: false))"
      return commented(
        "  " + (setting.value == nil ? "# " : "") + line,
        text(setting.guide.meaning) + inBrackets(blank(setting.guide)))
    }.joined()
  }

  /// Comments stand one below the other, where lines are not too long.
  private func commented(_ line: String, _ comment: String) -> String {
    guard !comment.isEmpty else { return line + "\n" }
    let gap = String(repeating: " ", count: max(2, 48 - terminalWidth(line)))
    return line + gap + "# " + comment + "\n"
  }

  private func yaml(_ value: TemplateValue, isList: Bool) -> String {
    guard case .text(let text) = value else { return value.text }
    return isList ? "[" + text.listItems.map(yaml).joined(separator: ", ") + "]" : yaml(text)
  }

  /// Plain where nothing in it means anything to YAML, else in quotes.
  private func yaml(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ._-()（）*".contains($0) }
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
