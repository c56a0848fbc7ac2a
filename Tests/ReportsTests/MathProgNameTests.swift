import Foundation
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// Planners' names in `round.dat`.
@Suite struct MathProgNameTests {
  @Test func shortPlainNamesStandAsTheyAre() {
    var names = MathProgNames()
    #expect(names.symbol("CN-SX", .region) == "'CN-SX'")
    #expect(names.symbol("wind & sun; 2030", .sector) == "'wind & sun; 2030'")
    #expect(names.renamed.isEmpty)
  }

  @Test func otherNamesAreCalledByKindAndNumber() {
    var names = MathProgNames()
    let long = String(repeating: "x", count: 41)
    let given = ["山西", "it's", "a\"b", "region~1", "", long, "tab\tbed", "山西"].map {
      names.symbol($0, .region)
    }
    #expect(given == [1, 2, 3, 4, 5, 6, 7, 1].map { "'region~\($0)'" })
    // Another kind counts for itself.
    #expect(names.symbol("山西", .community) == "'community~1'")
    #expect(names.renamed.map(\.name).first == "山西")
    #expect(names.symbols(["a", "风", "a", "风"], .sector) == ["'a'", "'sector~1'"])
  }

  private func written(_ records: RecordSet) -> String {
    String(decoding: mathProgData(records, continuing: nil), as: UTF8.self)
  }

  private static let hostile =
    HostileTests.texts + [
      "end;", "'; end;", "x\nend;\ndata;", "x\r\nparam need := 'P1' 1;", "# no comment", "*/ /*",
      "a'b''c", ":=", "%s%n", "region~1", " ", "\u{85}next", "12", ".", "é", "e\u{301}",
      "*", "tr", "default", "dimen", "end", "data", "set", "param",
    ]

  /// Whatever a name holds, each line of the data is one of ours, and every quote closes on its line.
  @Test(arguments: hostile)
  func noNameBreaksOut(name: String) {
    let plain = written(HostileTests.round("plain").records)
    let hostile = written(HostileTests.round(name).records)
    func code(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("#") }
        .map { $0.replacing(/'[^']*'/, with: "'") }
        .filter { !$0.isEmpty }.map(String.init)
    }
    #expect(code(hostile) == code(plain))
    for line in hostile.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
    for scalar in hostile.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
    }
  }

  /// The round of one hostile name is the round of a plain one to glpsol too: 100 M at a value of 1.4.
  @Test(.enabled(if: GlpsolReference.isInstalled, "needs glpsol of glpk-utils"), arguments: hostile)
  func glpsolReadsIt(name: String) throws {
    var records = HostileTests.round(name).records
    // The name stands wherever one can.
    let (donor, recipient) = (records.offers[0].donor, records.proposals[0].recipient)
    records.offers[0].sectors = [Sector(name)]
    records.offers[0].recipients = [recipient]
    records.proposals[0].instruments = [Instrument(name)]
    records.policy.fairnessLevel = .community
    records.policy.weights = [Indicator(name): 1]
    records.policy.fixedPairs = [
      FixedPair(donor: donor, recipient: recipient, amount: 10, origin: SmallRound.here)
    ]
    records.policy.forbiddenPairs = [
      ForbiddenPair(donor: recipient, recipient: recipient, origin: SmallRound.here)
    ]
    records.policy.profile = name
    records.policy.profiles = [name: [.init(.fairness), .init(.benefit)]]
    let earlier = EarlierPlan(
      run: name, plan: name,
      pairings: [.init(donor: donor, recipient: recipient, amount: 1)])
    let found = try RoundFolder.temporary { folder in
      let file = folder.appending(path: "round.dat")
      try Data(mathProgData(records, continuing: earlier)).write(to: file)
      return try pairing(file)
    }
    #expect(found.contains(/benefit +value 140\n/), "\(found)")
  }

  /// What the script that comes with the model prints of the benefit.
  private func pairing(_ records: URL) throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Models/pairing.py").standardizedFileURL
    let output = records.deletingLastPathComponent().appending(path: "output.txt")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, records.path]
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
