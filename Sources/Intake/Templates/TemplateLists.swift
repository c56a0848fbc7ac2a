import Records
import Spreadsheets

/// The lists of a workbook's drop-downs, which stand on a sheet of their own: long ones fit nowhere else, and planners see them.
struct TemplateLists {
  struct List: Hashable {
    var head: String
    var values: [String]
  }

  let sheetName: String
  /// The row of the first value, from 1.
  let firstRow: Int
  private(set) var lists: [List] = []

  init(sheetName: String, firstRow: Int) {
    self.sheetName = sheetName
    self.firstRow = firstRow
  }

  mutating func add(_ head: String, _ values: [String]) {
    lists.append(List(head: head, values: values))
  }

  /// The formula that names the cells of a list; nil where there is none of these values.
  func formula(_ values: [String]) -> String? {
    guard let place = lists.firstIndex(where: { $0.values == values }), !values.isEmpty else {
      return nil
    }
    return FormSheet.cells(
      ofSheet: sheetName, column: place + 1, rows: firstRow...(firstRow + values.count - 1))
  }
}

extension Template {

  var yesOrNo: [Bilingual] { [Bilingual("yes", "是"), Bilingual("no", "否")] }

  /// Every list that a column or a setting chooses from.
  var lists: TemplateLists {
    // Below a line that bears the mark, and the heads.
    var lists = TemplateLists(sheetName: listsName, firstRow: 3)
    lists.add(text(Bilingual("sectors", "领域")), sectors.map(text))
    lists.add(text(Bilingual("instruments", "方式")), instruments.map(text))
    lists.add(text(Bilingual("policy areas", "政策领域")), policyAreas.map(text))
    lists.add(text(Bilingual("yes or no", "是或否")), yesOrNo.map(text))
    for (head, shape) in [
      (Bilingual("units of money", "金额单位"), PolicySettings.Shape.moneyUnit),
      (Bilingual("languages", "语言"), .language), (Bilingual("profiles", "方案"), .profile),
      (Bilingual("levels", "公平层级"), .level),
    ] {
      lists.add(text(head), options(shape) ?? [])
    }
    if let round, !round.regions.isEmpty {
      lists.add(text(Bilingual("regions", "地区代码")), regionCodes)
      lists.add(text(Bilingual("their names", "地区名称")), regionNames)
    }
    return lists
  }

  /// The round's, and those of the example rows.
  var regionCodes: [String] {
    (round?.regions.map(\.code) ?? [])
      + [ColumnGuides.exampleDonor, ColumnGuides.exampleRecipient].map(text)
  }

  private var regionNames: [String] {
    (round?.regions.map { text($0.name) } ?? [])
      + [Bilingual("Example donor", "示例支援地区"), Bilingual("Example coal region", "示例产煤地区")].map(text)
  }
}
