import Foundation
import Plans
import TestSupport
import Testing

/// What planners read of conflicts: four on their own, each in another place of the files.
@Suite("Conflicts in planners' words", .serialized)
struct ConflictOutputTests {
  private static let files = [
    "offers.csv": """
    id,donor,title,amount,2026,2027,max_share_per_recipient,sectors
    GD1,CN-GD,,,60,40,1,
    GD2,CN-GD,粤企基金,,30,30,0.5,wind
    BJ1,CN-BJ,,90,,,1,
    ZJ1,CN-ZJ,,50,,,1,solar
    ZJ2,CN-ZJ,,20,,,1,solar

    """,
    "proposals.csv": """
    id,recipient,title,title_zh,sector,need,start_year,years
    P1,CN-SX,Wind north,晋北风电,wind,300,2026,2
    P2,CN-SX,Storage,大同储能,storage,200,2026,2
    P3,CN-NM,Hydrogen hub,氢能基地,wind,25,2026,1
    P4,CN-NX,Reskilling,转岗培训,reskilling,40,2026,1

    """,
    "regions.csv": """
    code,name,name_zh
    CN-GD,Guangdong,广东
    CN-BJ,Beijing,北京
    CN-ZJ,Zhejiang,浙江
    CN-SX,Shanxi,山西
    CN-NM,Inner Mongolia,内蒙古
    CN-NX,Ningxia,宁夏

    """,
    "policy.yaml": """
    policy:
      years: [2026, 2027]
      language: zh
      concentration: {max_recipient_share: 0.8}
      fixed_pairs:
        - {donor: CN-GD, recipient: CN-SX, amount: 140.5}
        - {donor: CN-BJ, recipient: CN-NM, amount: 28}
        - {donor: CN-ZJ, recipient: CN-NX, amount: 5}
        - {donor: CN-BJ, recipient: CN-SX, amount: 70}
        - {donor: CN-GD, recipient: CN-NX, amount: 10}
      forbidden_pairs:
        - {donor: CN-GD, recipient: CN-NX}

    """,
  ]

  private func planned(_ body: (_ round: URL, _ out: URL) async throws -> Void) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for (name, text) in Self.files {
        try Data(text.utf8).write(to: round.appending(path: name))
      }
      try await body(round, folder.appending(path: "out"))
    }
  }

  @Test func theTerminalNamesRulesCellsAndWaysOut() async throws {
    try await planned { round, out in
      let run = try await Tool.run("plan", round.path, "--out", out.path, "--language", "en")
      #expect(run.status == 3)
      for line in [
        "Conflict 1\n",
        "- The policy fixes at least CNY 28 M from Beijing for Inner Mongolia  [policy.yaml · policy.fixed_pairs[1] (line 7)]",
        "- Hydrogen hub (Inner Mongolia) asks for CNY 25 M, no more  [proposals.csv · F4]",
        "- The policy forbids that Guangdong gives to Ningxia  [policy.yaml · policy.forbidden_pairs[0] (line 12)]",
        "- Guangdong may give Shanxi at most 80 % of its money, that is CNY 128 M  [policy.yaml · policy.concentration.max_recipient_share (line 4)]",
        "Conflict 4\n",
        "not for its sector  [offers.csv · H5]",
        "The cheapest repair: fix CNY 63.5 M less in all\n",
        "- Guangdong with Shanxi: CNY 110 M instead of CNY 140.5 M\n",
        "Solved again with these amounts: all fixed pairs hold.\n",
        "limits CNY 48.75 M higher in all\n",
        "- What Hydrogen hub asks for: CNY 28 M instead of CNY 25 M  [proposals.csv · F4]",
        "budgets CNY 33.25 M, needs CNY 3 M, shares that the policy or an offer allows CNY 12.5 M.",
        "For 2 fixed pairs no growth helps",
      ] {
        #expect(run.output.contains(line), "\(line)")
      }
      #expect(!run.output.contains("Conflict 5"))
      let chinese = try await Tool.run("plan", round.path, "--out", out.path)
      for line in [
        "规则固定广东给予山西至少 14 050 万元", "内蒙古的氢能基地最多申请 2500 万元", "规则禁止广东与宁夏结对",
        "固定金额合计减少 6350 万元", "各上限合计提高 4875 万元", "已按上述金额重新求解",
      ] {
        #expect(chinese.output.replacing("\u{202F}", with: " ").contains(line), "\(line)")
      }
    }
  }

  @Test func explainTellsTheConflictsOfWhatIsAskedAbout() async throws {
    try await planned { round, out in
      _ = try await Tool.run("plan", round.path, "--out", out.path)
      func explain(_ names: String...) async throws -> String {
        let run = try await Tool.run(["explain", out.path, "--language", "en"] + names)
        #expect(run.status == 3)
        return run.output
      }
      let proposal = try await explain("P3")
      #expect(proposal.contains("stands in 1 of 4 conflicts"))
      #expect(proposal.contains("Conflict 1") && !proposal.contains("Conflict 2"))
      let pair = try await explain("Zhejiang", "Ningxia")
      #expect(pair.contains("Conflict 4") && !pair.contains("Conflict 1"))
      #expect(try await explain("ZJ2").contains("stands in 1 of 4 conflicts"))
      let other = try await explain("Beijing", "Ningxia")
      #expect(other.contains("stands in none of the conflicts") && other.contains("Conflict 3"))
      let unknown = try await Tool.run("explain", out.path, "Nowhere")
      #expect(unknown.status == 2)
    }
  }

  /// Each cell of each rule names the other rules of its set and what of the repair is its own.
  @Test func everyCellOfEveryRuleIsMarked() async throws {
    try await planned { round, out in
      _ = try await Tool.run("plan", round.path, "--out", out.path)
      func cells(_ file: String) async throws -> [String: String] {
        try await Shown(out.path + "/reviewed/\(file).reviewed.xlsx").cells.mapValues(\.comment)
      }
      let proposals = try await cells("proposals.csv")
      #expect(Set(proposals.keys) == ["proposals!F4"])
      let need = try #require(proposals["proposals!F4"])
      #expect(need.contains("冲突 1：内蒙古的氢能基地最多申请 2500 万元。此条不能与下列规则同时成立："))
      #expect(need.contains("规则固定北京给予内蒙古至少 2800 万元（policy.yaml · policy.fixed_pairs[1] (line 7)）"))
      #expect(need.contains("代价最小的修改：北京与内蒙古：2800 万元改为 1000 万元"))
      #expect(!need.contains("广东"))
      // Both offers are for another sector only.
      #expect(try await Set(cells("offers.csv").keys) == ["offers!H5", "offers!H6"])
      let policy = try await cells("policy.yaml")
      #expect(policy.values.contains { $0.contains("冲突 2：规则禁止广东与宁夏结对") })
      #expect(policy.values.contains { $0.contains("冲突 3：广东给予山西的资金不得超过") })
      #expect(policy.count == 3)
    }
  }

  @Test func reportAndPlansSayTheSame() async throws {
    try await planned { round, out in
      _ = try await Tool.run("plan", round.path, "--out", out.path)
      let page = String(
        decoding: try Data(contentsOf: out.appending(path: "report.html")), as: UTF8.self)
      #expect(unbalanced(page) == nil)
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      let conflict = try #require(document.conflict)
      #expect(conflict.sets.map(\.count) == [2, 2, 2, 2])
      for rule in conflict.rules {
        let text = try #require(rule.text)
        #expect(page.contains(text.zh.replacing("'", with: "&#39;")), "\(text.zh)")
        #expect(page.contains("<code>\(rule.place)</code>"), "\(rule.place)")
      }
      for pair in conflict.repair.fixedPairs { #expect(page.contains(try #require(pair.text).zh)) }
      for limit in conflict.growth?.limits ?? [] {
        #expect(page.contains(try #require(limit.text).zh))
      }
      for number in 1...4 { #expect(page.contains("冲突 \(number)<")) }
      #expect(try await Tool.run("verify", out.path).status == 0)
    }
  }
}
