import Testing

@testable import Intake

/// What is suggested for a cell, and what is not: two sensible readings are none.
@Suite struct SlipTests {
  @Test(arguments: [
    ("not-a-number", "1O0", "100"), ("not-a-number", "l2", "12"), ("not-a-number", "约120", "120"),
    ("not-a-number", "120左右", "120"), ("not-a-number", "120 (est.)", "120"),
    ("not-a-number", "１２０（估）", "120"), ("not-a-number", "约1O0", "100"),
    ("bad-thousands", "12,34,567", "1234567"), ("bad-thousands", "1,2345,6789", "123456789"),
    ("bad-thousands", "1.234,56", "1234.56"), ("bad-thousands", "12,5", "12.5"),
    ("bad-thousands", "1.234.567 万", "1234567 万"), ("not-a-year", "2O26", "2026"),
    ("not-a-year", "26年", "2026"), ("not-a-year", "FY2027", "2027"),
    ("not-whole", "3 years", "3"), ("not-whole", "三年", "3"), ("not-positive", "-80", "80"),
    ("not-yes-or-no", "是的", "是"), ("not-a-share", "约30%", "30%"),
    ("not-a-number", "八千", "8000"), ("not-a-number", "三万五千零二十", "35020"),
    ("not-a-number", "约两百万", "200万"), ("not-a-number", "十五", "15"), ("not-a-year", "二〇二六年", "2026"),
  ])
  func sayWhatWasMeant(_ kind: String, _ text: String, _ meant: String) {
    #expect(Slips.meant(text, kind: kind) == meant)
  }

  @Test(arguments: [
    ("bad-thousands", "12,34"), ("bad-thousands", "1,2345"), ("bad-thousands", "1,234,56"),
    ("not-a-year", "26"), ("not-a-year", "96年"), ("not-a-year", "2026/27"),
    ("not-yes-or-no", "x"), ("not-positive", "0"), ("negative", "-80"),
    ("ambiguous-number", "1,234"), ("not-a-number", "至少120"), ("not-a-number", "Oslo"),
    ("not-a-number", "三千五"),
    ("not-a-number", "百"), ("not-a-number", "千千"), ("not-a-number", "一亿亿"),
  ])
  func guessNothing(_ kind: String, _ text: String) {
    let meant = Slips.meant(text, kind: kind)
    #expect(meant == nil || (try? WrittenNumber(meant ?? ""))?.isBare != true)
  }

  /// A suggestion reads where it is to stand, in the file's own way of writing numbers.
  @Test func isOnlySuggestedWhereTheRowReadsWithIt() {
    let reading = Sample.read([
      "p.csv":
        "id;recipient;sector;need;jobs;years\nP1;R1;wind;1,5;约1.234,5;1\nP2;R1;wind;2,5;7;300 years\n"
    ])
    let number = reading.problems.first { $0.kind == "not-a-number" }
    #expect(number?.suggestion == "1.234,5")
    // 300 is no number of years here.
    #expect(reading.problems.first { $0.kind == "not-whole" }?.suggestion == nil)
  }

  @Test func convertsAnAmountIntoTheHeadersUnit() throws {
    func converted(_ text: String, _ shift: Int) throws -> String? {
      try WrittenNumber(text).plainText(shiftedBy: shift)
    }
    #expect(try converted("3", 4) == "30000")
    #expect(try converted("1,234.5", -2) == "12.345" + "0")
    #expect(try converted("0.5", -4) == "0.00005")
    #expect(try converted("-12.50", 0) == "-12.5")
    #expect(try converted("1", 40) == nil)
  }

  /// Names of two regions, and codes as near to two, stay unresolved.
  @Test func choosesBetweenNoRegions() {
    let regions =
      "code,name,name_zh,need_weight\nR1,North,北,1\nR2,North,北,1\nR3,South,南,1\nD1,Donor,甲,\n"
    let reading = Sample.read([
      "r.csv": regions, "o.csv": "id,donor,2026\nO1,D1,5\n",
      "p.csv":
        "id,recipient,sector,need\nP1,North,wind,1\nP2,南,wind,1\nP3,Sotuh,wind,1\nP4,R4,wind,1\n",
    ])
    let found = Dictionary(
      uniqueKeysWithValues: reading.problems.filter { $0.kind == "unknown-region" }
        .map { ($0.found ?? "", $0.suggestion) })
    #expect(found == ["Sotuh": "R3", "R4": nil])
    #expect(reading.problems.first { $0.found == "North" }?.kind == "ambiguous-region")
    #expect(reading.problems.first { $0.found == "North" }?.suggestion == nil)
  }

  /// A short form is suggested where one region's name begins so.
  @Test func completesShortNames() {
    let reading = Sample.read([
      "r.csv":
        "code,name,name_zh,need_weight\nR1,Inner Mongolia,内蒙古自治区,1\nR2,North East,山东省,1\nR3,North West,山西省,1\n",
      "o.csv": "id,donor,2026\nO1,R2,5\n",
      "p.csv":
        "id,recipient,sector,need\nP1,内蒙,wind,1\nP2,North,wind,1\nP3,Inner,wind,1\nP4,山,wind,1\n",
    ])
    let found = Dictionary(
      uniqueKeysWithValues: reading.problems.filter { $0.kind == "unknown-region" }
        .map { ($0.found ?? "", $0.suggestion) })
    #expect(found == ["内蒙": "R1", "Inner": "R1", "North": nil, "山": nil])
  }

  /// Units of people and masses, in the unit of the column; in a column of money they say something else.
  @Test func takesUnitsOffCounts() {
    let reading = Sample.read([
      "p.csv": """
      id,recipient,sector,need,jobs (万人),co2_avoided_t
      P1,R1,wind,80人,80人,1.2万吨
      P2,R1,wind,1,1.5万人,3 m
      P3,R1,wind,1,八千,两百万

      """
    ])
    let numbers = reading.problems.filter { $0.kind == "not-a-number" }
    #expect(
      numbers.map { "\($0.origin.at) \($0.suggestion ?? "-")" } == [
        "D2 -", "E2 0.0080", "F2 12000", "E3 1.5", "F3 -", "E4 8000", "F4 -",
      ])
  }

  @Test func replacesTheItemThatIsWrong() {
    func replaced(_ cell: String, _ found: String, _ suggestion: String) -> String? {
      CellReplacement.text(of: cell, found: found, suggestion: suggestion)
    }
    #expect(replaced("R1；RX；R2", "RX", "R3") == "R1；R3；R2")
    #expect(replaced("wind; Hydrgen Power", "hydrgen-power", "hydrogen") == "wind; hydrogen")
    #expect(replaced("D1>RX 30; D1>R2 20", "RX", "R1") == "D1>R1 30; D1>R2 20")
    #expect(replaced("fairnes keep 0.98", "fairnes", "fairness") == "fairness keep 0.98")
    #expect(replaced("RX; RX", "RX", "R1") == nil)
    #expect(replaced("R1", "RX", "R1") == nil)
  }

  @Test func keepsTheUnitOfAHeader() {
    #expect(Header("ned (万元)").renamed("need") == "need (万元)")
    #expect(Header("资金须求（亿元）").renamed("资金需求") == "资金需求（亿元）")
  }
}
