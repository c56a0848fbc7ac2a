import Records
import Testing

@testable import Intake

@Suite struct TableTests {
  private func cells(_ text: String, _ separator: Character = ",") -> [[String]] {
    SeparatedValues.rows(of: Array(text.utf8), separator: separator.asciiValue ?? 0)
      .map { Array($0.cells) }
  }

  @Test func readsQuotesAndLineEnds() {
    #expect(cells("a,\"b,c\",d\n") == [["a", "b,c", "d"]])
    #expect(cells("a,\"b \"\"c\"\"\"\r\nd,e\r\n") == [["a", "b \"c\""], ["d", "e"]])
    #expect(cells("a,\"b\nc\"\nd,e") == [["a", "b\nc"], ["d", "e"]])
    #expect(cells("a\rb\r") == [["a"], ["b"]])
    #expect(cells("a,\n\n,b") == [["a", ""], [""], ["", "b"]])
    #expect(cells("a,") == [["a", ""]])
    #expect(cells("5\" pipe;x", ";") == [["5\" pipe", "x"]])
    #expect(cells("") == [])
  }

  @Test func tellsSeparatorsByTheHeader() throws {
    for separator in [",", ";", "\t"] {
      var files = Sample.files(without: ["offers"])
      let row = ["O1", "D1", "5"].joined(separator: separator)
      files["o.txt"] = ["id", "donor", "2026"].joined(separator: separator) + "\n" + row + "\n"
      let records = try #require(Sample.read(files).records, "\(separator)")
      #expect(records.offers.map(\.amount) == [.byYear([2026: 5])])
    }
  }

  @Test func readsSemicolonFilesWithDecimalCommas() throws {
    var files = Sample.files(without: ["offers"])
    files["o.csv"] = "id;donor;2026;2027;sectors\nO1;D1;1.234,5;0,5;\"wind; solar\"\n"
    let records = try #require(Sample.read(files).records)
    #expect(records.offers.first?.amount == .byYear([2026: 1234.5, 2027: 0.5]))
    #expect(records.offers.first?.sectors == ["solar", "wind"])
  }

  @Test func readsDecimalCommasBetweenTabsWhereNothingSpeaksAgainstThem() throws {
    func read(_ rows: String) -> Reading {
      var files = Sample.files(without: ["offers"])
      files["o.txt"] = "id\tdonor\t2026\t2027\n" + rows
      return Sample.read(files)
    }
    let records = try #require(read("O1\tD1\t2,5\t1.234,5\n").records)
    #expect(records.offers.first?.amount == .byYear([2026: 2.5, 2027: 1234.5]))
    // Thousands stay thousands, and one of the two is never taken for the other.
    #expect(
      read("O1\tD1\t1,234\t\n").records?.offers.first?.amount == .byYear([2026: 1234]))
    #expect(read("O1\tD1\t1,234\t2,5\n").kinds() == ["ambiguous-number"])
    #expect(read("O1\tD1\t1,234.5\t2,5\n").kinds() == ["bad-thousands"])
  }

  @Test func skipsTitlesBlankRowsAndTotals() throws {
    var files = Sample.files(without: ["proposals"])
    files["p.csv"] = """
      2026年项目需求表,,,,
      填报单位：一区发改委,,,,
      ,,,,
      序号,编号,受援方,领域,资金需求（万元）,就业
      ,,,,,
      1,P1,R1,文化旅游,"1,200",100
      2,P2,R2,光伏,800,50
      ,合计,,,2000,150

      """
    let reading = Sample.read(files)
    let records = try #require(reading.records)
    #expect(records.proposals.map(\.need) == [12, 8])
    #expect(records.proposals.map(\.sector) == ["cultural-tourism", "solar"])
    #expect(records.proposals[0].origin.at == "row 6")
    #expect(reading.kinds().isEmpty)
    #expect(reading.kinds(.note).sorted() == ["total-row", "unknown-columns"])
  }

  @Test func matchesHeadersWhateverTheirDress() {
    for text in [
      "Co2_Avoided_T", "CO2 avoided t", "ＣＯ２ avoided (t)", "co2-avoided-t", "减排", "CO₂ avoided",
    ] {
      #expect(ColumnNames.proposals.column(Header(text).name) == .co2AvoidedT, "\(text)")
    }
    #expect(Header("2026年").year == 2026)
    #expect(Header("2026 (万元)").year == 2026)
    #expect(Header("2026 (万元)").unit == "万元")
    #expect(Header("资金需求\n（亿元）").unit == "亿元")
    #expect(Header("12026").year == nil)
    #expect(Header("1850").year == nil)
  }

  @Test func noAliasNamesTwoColumns() {
    for kind in RecordKind.allCases {
      var seen: [String: Column] = [:]
      for rule in ColumnNames.of(kind).rules {
        for name in [rule.name] + rule.aliases {
          let before = seen.updateValue(rule.column, forKey: name.foldedName)
          #expect(before == nil || before == rule.column, "\(kind) \(name)")
        }
      }
    }
  }

  @Test func tellsKindsByTheirHeaders() {
    let headers: [(String, RecordKind)] = [
      ("id,recipient,sector,need", .proposals), ("编号,受援方,领域,资金需求", .proposals),
      ("id,donor,instrument,2026", .offers), ("编号,支援方,金额", .offers),
      ("编号,支援方,受援方,金额", .offers), ("donor,recipient,coal_mt", .links),
      ("支援方,受援方,年份,煤炭调入量", .links), ("code,name,gdp", .regions), ("代码,名称,需求权重", .regions),
      ("setting,value", .policy), ("设置,值", .policy), ("项目,值", .policy),
    ]
    for (text, kind) in headers {
      let match = KindMatch(headers: text.split(separator: ",").map { Header(String($0)) })
      #expect(match?.kind == kind, "\(text)")
      #expect(match?.isFull == true, "\(text)")
    }
    let short = KindMatch(headers: ["代码", "受援方", "领域"].map { Header($0) })
    #expect(short?.kind == .proposals)
    #expect(short?.isFull == false)
  }

  @Test func keepsNumericColumnsThatAreNotKnown() throws {
    var files = Sample.files(without: ["proposals", "regions"])
    files["p.csv"] =
      "id,recipient,sector,need,Water Saved,phase\nP1,R1,wind,5,1.5,one\nP2,R1,wind,5,,two\n"
    files["r.csv"] = "code,coal share\nR1,12%\nR2,\nD1,\nD2,\n"
    files["policy.yaml"] =
      "policy:\n  weights: {water-saved: 1}\n  fairness: {measure: Coal Share}\n"
    let reading = Sample.read(files)
    let records = try #require(reading.records)
    #expect(records.proposals[0].benefits == ["water_saved": 1.5])
    #expect(records.proposals[1].benefits == [:])
    #expect(records.regions.first { $0.code == "R1" }?.measures == ["coal_share": 0.12])
    #expect(records.policy.weights == ["water_saved": 1])
    #expect(records.policy.fairnessMeasure == "coal_share")
    #expect(reading.kinds().isEmpty)
  }

  @Test func leavesReadmesAloneAndNotesOtherFiles() {
    var files = Sample.files()
    files["README.md"] = "# How"
    files["sub/readme.txt"] = "how"
    files["letter.docx"] = "PK"
    files["notes.txt"] = "call the office on Monday"
    let reading = Sample.read(files)
    #expect(reading.state("README.md") == .ignored)
    #expect(reading.state("sub/readme.txt") == .ignored)
    #expect(reading.state("letter.docx") == .ignored)
    #expect(reading.state("notes.txt") == .ignored)
    #expect(reading.problems.map(\.origin.file) == ["letter.docx", "notes.txt"])
  }
}

@Suite struct TextFormTests {
  @Test func callsValuesByOneName() {
    #expect("Cultural Tourism".kebabCase == "cultural-tourism")
    #expect("big_data".kebabCase == "big-data")
    #expect("-a--b-".kebabCase == "a-b")
    #expect("a-".kebabCase == "a")
    #expect("wind".kebabCase == "wind")
    #expect("ＷＩＮＤ power".snakeCase == "wind_power")
    #expect("water__saved".snakeCase == "water_saved")
    #expect("".kebabCase == "")
  }

  @Test func partsLists() {
    #expect("a; b;;c ;".listItems == ["a", "b", "c"])
    #expect("风电、光伏；储能;a".listItems == ["风电", "光伏", "储能", "a"])
    #expect(" ".listItems == [])
  }

  @Test func findsTheNearest() {
    #expect(Nearest.value(to: "hydrgen", among: ["hydrogen", "wind"]) == "hydrogen")
    #expect(Nearest.value(to: "bond-frist", among: ["bond-first"]) == "bond-first")
    #expect(Nearest.value(to: "gdb", among: ["gdp"]) == "gdp")
    #expect(Nearest.value(to: "co", among: ["go"]) == nil)
    #expect(Nearest.value(to: "solar", among: ["wind"]) == nil)
    // Two are as near: to choose would be to guess.
    #expect(Nearest.value(to: "R03", among: ["R04", "R02"]) == nil)
    #expect(Nearest.values(to: "R03", among: ["R04", "R02"]) == ["R02", "R04"])
  }

  @Test func shortensWhatPlannersWrote() {
    #expect(String(repeating: "长", count: 200).shortened.count == 61)
    #expect("a\nb".shortened == "a b")
  }
}
