import Foundation
import Pages
import Plans
import Records
import Round
import Testing

@testable import Reports

@Suite struct RunFilesTests {
  private let files: [RunFile]

  init() throws {
    files = try runFiles(
      plans: SmallRound.document(), round: SmallRound.round, inputs: SmallRound.inputs)
  }

  @Test func namesEveryFileOfARun() {
    let names = files.map(\.name)
    for name in [
      "plans.json", "inputs.json", "plans.xlsx", "ranking.csv", "plan-A.pairings.csv",
      "plan-A.tickets.csv",
    ] {
      #expect(names.contains(name))
    }
    #expect(!names.contains("plan-A.expertise.csv"))
  }

  @Test func keysOfPlansStandThereWithNothingToSayToo() throws {
    var plan = SmallRound.plan
    plan.bound = nil
    plan.gap = nil
    plan.rounding = nil
    plan.stages = [StageValue(stage: .reciprocity, shortfall: 0), StageValue(stage: .benefit)]
    var document = SmallRound.document(plans: [plan])
    document.problems = [
      LocatedProblem(
        Problem(
          .note, kind: "no-rows", at: Origin(file: "a.csv"), message: Bilingual(en: "", zh: "")))
    ]
    let files = try runFiles(
      plans: document, round: SmallRound.round, inputs: SmallRound.inputs)
    let text = try #require(file("plans.json", of: files))
    for key in ["bound", "gap", "rounding", "price", "found", "allowed", "suggestion"] {
      #expect(text.contains("\"\(key)\" : null"), "\(key)")
    }
    #expect(text.matches(of: /"price"/).count == 1)
    #expect(
      try JSONDecoder().decode(PlansDocument.self, from: Data(text.utf8)) == document.published)
  }

  @Test func rankingHasOneColumnPerFigure() {
    #expect(
      file("ranking.csv", of: files)
        == "\u{FEFF}rank,plan,profile,status,score,benefit,invested,co2_avoided_t,jobs,"
        + "reciprocity_met,lowest_level,mean_level,gini,largest_pair_share,pairings,person_months,distance,gives_up\r\n"
        + "1,A,bond-first,optimal,0.876543211,120.123457,100.000001,21000,410,1,0.666666667,"
        + "0.666666667,0,1,1,4,0,\r\n")
  }

  @Test func pairingsHaveInstrumentsAndYearsAsColumns() {
    #expect(
      file("plan-A.pairings.csv", of: files)
        == "\u{FEFF}rank,donor,donor_name,recipient,recipient_name,amount,benefit,amount_grant,"
        + "2026,2027,co2_avoided_t,jobs,person_months,policy_areas,proposals,bound_by,stability\r\n"
        + "1,CN-GD,Guangdong,CN-SX,Shanxi,100.000001,120.123457,100.000001,80,20.000001,21000,410,"
        + "4,reskilling,\"P1; P2\",\"need P1; budget O1 2027\",\r\n")
  }

  @Test func ticketsSayWhereMoneyComesFromAndGoes() {
    #expect(
      file("plan-A.tickets.csv", of: files)
        == "\u{FEFF}offer,donor,instrument,proposal,title,recipient,community,sector,amount,"
        + "2026,2027\r\n"
        + "O1,CN-GD,grant,P1,Town heating,CN-SX,Datong,heat,80,80,0\r\n"
        + "O1,CN-GD,grant,P2,Wind farm,CN-SX,,wind,20.000001,0,20.000001\r\n")
  }

  @Test func expertiseHasAFileWhereThereIsAny() throws {
    var plan = SmallRound.plan
    plan.expertise = [ExpertiseTicket(offer: "O1", proposal: "P1", months: 4)]
    let files = try runFiles(
      plans: SmallRound.document(plans: [plan]), round: SmallRound.round, inputs: SmallRound.inputs)
    #expect(
      file("plan-A.expertise.csv", of: files)
        == "\u{FEFF}offer,donor,instrument,proposal,title,recipient,community,sector,person_months\r\n"
        + "O1,CN-GD,grant,P1,Town heating,CN-SX,Datong,heat,4\r\n")
  }

  @Test func plansJSONHasTheFixedKeysAndExactMoney() throws {
    let json = try #require(file("plans.json", of: files))
    #expect(json.contains("\"conflict\" : null"))
    #expect(json.contains("\"problems\" : [\n\n  ]"))
    #expect(json.contains("\"amount\" : 100.000001"))
    #expect(json.contains("\"benefit\" : 120.123457"))
    #expect(json.contains("\"2027\" : 20.000001"))
    #expect(json.contains("\"gap\" : 2.1e-09"))
    #expect(json.hasSuffix("}\n"))
    let read = try JSONDecoder().decode(PlansDocument.self, from: Data(json.utf8))
    #expect(read.plans.first?.tickets == SmallRound.plan.tickets)
  }

  @Test func aConflictHasNoPlanFiles() throws {
    let conflict = Conflict(
      rules: [
        .init(donor: "CN-GD", recipient: "CN-SX", amount: 400, file: "policy.yaml", at: "line 3")
      ],
      repair: .init(
        total: 250,
        fixedPairs: [.init(donor: "CN-GD", recipient: "CN-SX", fixed: 400, possible: 150)]))
    let files = try runFiles(
      plans: SmallRound.document(plans: [], conflict: conflict), round: SmallRound.round,
      inputs: SmallRound.inputs)
    #expect(!files.contains { $0.name.hasSuffix(".csv") })
    let book = try ReadWorkbook(try #require(files.first { $0.name == "plans.xlsx" }).bytes)
    #expect(book.sheetNames == ["Conflict 冲突", "Policy 规则", "Inputs 输入"])
    let cells = book.rows("Conflict 冲突").joined()
    for cell: ReadWorkbook.Value in [
      .number(400), .number(150), .number(250), .text("policy.yaml"), .text("line 3"),
    ] {
      #expect(cells.contains(cell), "\(cell)")
    }
    let json = try #require(file("plans.json", of: files))
    #expect(json.contains("\"recommended\" : null"))
    #expect(json.contains("\"possible\" : 150"))
  }

  @Test func sameArgumentsGiveSameBytes() throws {
    let again = try runFiles(
      plans: SmallRound.document(), round: SmallRound.round, inputs: SmallRound.inputs)
    #expect(again == files)
  }
}
