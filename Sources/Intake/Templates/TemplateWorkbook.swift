import Records
import Spreadsheets

extension Template {
  /// The template as an XLSX workbook: the explanation, a sheet per kind, the lists.
  ///
  /// - Throws: `WorkbookError` where it cannot be written.
  package func workbook() throws -> [UInt8] {
    let book = try Workbook(
      title: text(Bilingual("Template for planners", "填报模板")),
      subject: "JETB")
    let lists = lists
    try addExplanation(to: book)
    for kind in RecordKind.allCases {
      try book.add(kind == .policy ? policyForm(lists) : form(kind, lists))
    }
    try add(lists, to: book)
    return try book.bytes()
  }

  private func form(_ kind: RecordKind, _ lists: TemplateLists) -> FormSheet {
    let columns = columns(of: kind)
    return FormSheet(
      name: name(of: kind),
      columns: columns.map { column in
        let demand: FormSheet.Column.Demand =
          switch column.demand {
          case .required: .required
          case .oneOfSeveral: .oneOfSeveral
          case .optional: .optional
          }
        return FormSheet.Column(
          column.header, ColumnKind(column.entry), demand, rule(column, lists))
      },
      rows: exampleRows(of: kind).map { $0.map(SheetCell.init) })
  }

  /// Its rows are the settings; their values have rules of their own.
  private func policyForm(_ lists: TemplateLists) -> FormSheet {
    let settings = settings
    let columns = columns(of: .policy)
    var form = FormSheet(
      name: name(of: .policy),
      columns: columns.map {
        FormSheet.Column(
          $0.header, $0.column == .meaning ? .list : $0.column == .value ? .plain : .text,
          $0.demand == .required ? .required : .optional, rule($0, lists))
      },
      rows: settings.map { setting in
        [
          .text(setting.name), SheetCell(setting.value.map { .text($0) } ?? .blank),
          .text(text(setting.guide.meaning) + inBrackets(blank(setting.guide))),
        ]
      }, rowsAreExamples: false)
    form.cellRules = settings.enumerated().map { (row: $0, column: 1, rule: rule($1, lists)) }
    return form
  }

  private func addExplanation(to book: Workbook) throws {
    let columns = Template.explanationHeads.enumerated().map { place, head in
      SheetColumn<ExplanationLine>(text(head), .text) { .text($0.cells[place]) }
    }
    try book.addReference(
      Sheet(name: explanationName, frozen: 2, columns: columns, rows: explanation),
      lines: instructions)
  }

  private func add(_ lists: TemplateLists, to book: Workbook) throws {
    let rows = Array(0..<(lists.lists.map(\.values.count).max() ?? 0))
    let columns = lists.lists.map { list in
      SheetColumn<Int>(list.head, .text) { row in
        row < list.values.count ? .text(list.values[row]) : .empty
      }
    }
    try book.addReference(
      Sheet(name: listsName, frozen: 0, columns: columns, rows: rows),
      lines: [
        TemplateMark.text + " "
          + text(Bilingual("What the drop-downs offer (this sheet is not read)", "下拉列表的选项（本表不读取）"))
      ])
  }

  private typealias Sheet = Spreadsheets.Sheet
}

extension ColumnKind {
  fileprivate init(_ entry: EntryKind) {
    switch entry {
    case .share: self = .share
    case .number: self = .number(decimals: 0)
    case .calendarYear, .numberOfYears: self = .plain
    default: self = .text
    }
  }
}

extension SheetCell {
  fileprivate init(_ value: TemplateValue) {
    switch value {
    case .blank: self = .empty
    case .text(let text): self = .text(text)
    case .number(let number), .share(let number): self = .number(number)
    }
  }
}
