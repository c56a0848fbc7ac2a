import Testing

@testable import Intake

/// Rows that part a table by place or purpose, and signatures beneath it, are no records.
@Suite struct GroupRowTests {
  private func read(_ rows: String...) -> Reading {
    var files = Sample.files(without: ["proposals"])
    files["p.csv"] =
      "编号,项目名称,受援方,领域,资金需求（亿元）\nP1,风电,R1,风电,1\n" + rows.joined(separator: "\n") + "\n"
    return Sample.read(files)
  }

  private func notes(_ reading: Reading) -> [String] {
    reading.problems.filter { $0.kind != "unknown-columns" }.flatMap { problem in
      ([problem.origin] + problem.others).map { "\(problem.kind) \($0.at)" }
    }
  }

  @Test(arguments: ["一,右玉县,,,", "二、平鲁区,,,,", "（三）,怀仁,,,", "(十一)山阴县,,,,", "填表人：张三,,,审核人：李四,"])
  func leavesHeadingsAndSignaturesOut(_ row: String) {
    let reading = read(row)
    #expect(notes(reading) == ["remark-row row 3"])
    #expect(reading.records?.proposals.map(\.id.text) == ["P1"])
  }

  /// The sum of a group often stands beside its heading.
  @Test(arguments: ["一,右玉县,,,1", "（二）平鲁区,,,,1", "小计,,,,1"])
  func leavesTheirSumsOut(_ row: String) {
    let reading = read(row)
    #expect(notes(reading) == ["total-row row 3"])
    #expect(reading.records?.proposals.map(\.id.text) == ["P1"])
  }

  /// What names a recipient or a sector is a record, whatever its id; a name that begins with a number is no heading.
  @Test func keepsRecords() {
    let good = read("一,风电二期,R2,风电,2")
    #expect(good.problems.isEmpty)
    #expect(good.records?.proposals.map(\.id.text).sorted() == ["P1", "一"])
    #expect(read("一,风电二期,R2,,2").kinds() == ["blank"])
    #expect(read("P2,风电二期,,,").kinds() == ["blank", "blank", "blank"])
    #expect(read("三峡-1,水电,,,").kinds() == ["blank", "blank", "blank"])
  }
}
