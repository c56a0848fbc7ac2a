import Foundation
import Plans
import Testing

@testable import Service

/// A worker that hands over what does not hold: the service publishes none of it, says so, and keeps the last plan.
@Suite struct UnprovenRunTests {
  private static let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rounds/tiny").path

  /// Works as the real one does; where the folder `damage` holds a script, that is done to the run, and the sums put right.
  private func worker(in home: TemporaryFolder) throws -> [String] {
    let script = """
      '\(Self.jetbd)' solve "$1" || exit
      [ -e '\(home.path)/damage' ] || exit 0
      cd "$1/run" && sh '\(home.path)/damage' &&
        find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%f\\n' | xargs sha256sum > SHA256SUMS
      """
    try script.write(toFile: home.path + "/worker.sh", atomically: true, encoding: .utf8)
    return ["/bin/sh", home.path + "/worker.sh"]
  }

  @Test(arguments: [
    // A plan with other money in one ticket.
    #"sed -i '0,/"amount" : [0-9.]*/s//"amount" : 1.25/' plans.json"#,
    // Multipliers that prove something else.
    #"sed -i 's/"multiplier" : \([0-9]\)/"multiplier" : 0.0\1/' certificate.json"#,
    // A value that nobody reached.
    #"sed -i 's/"value" : \([0-9]\)/"value" : 9\1/' certificate.json"#,
    "rm certificate.json",
    "echo '<p>all is well</p>' > report.html",
  ])
  func isNeverPublished(damage: String) async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(
      in: home, worker: try worker(in: home), verifier: [Self.jetbd, "verify"])
    let folder = service.inbox + "/r"
    for name in ["links.csv", "offers.csv", "policy.yaml", "proposals.csv", "regions.csv"] {
      try put(try #require(text(at: Self.sample + "/" + name)), at: folder + "/" + name)
    }
    try await service.publishedPlan(of: "r")
    let before = contents(of: service.plans + "/r/latest")

    try put(damage, at: home.path + "/damage")
    let proposals = try #require(text(at: Self.sample + "/proposals.csv"))
    try put(
      proposals.replacingOccurrences(of: ",144.94,", with: ",154.94,"),
      at: folder + "/proposals.csv")
    let failure = try await service.event("failed") {
      if case .failed = $0 { true } else { false }
    }
    guard case .failed(_, let reason) = failure else { return }
    #expect(reason.contains("does not hold"), "\(reason)")
    #expect(contents(of: service.plans + "/r/latest") == before)
    let status = try await service.status(of: "r") { $0.failure != nil }
    #expect(status.failure?.reason.en.contains("does not hold") ?? false)

    // Once the worker is mended, the next try publishes.
    try FileManager.default.removeItem(atPath: home.path + "/damage")
    try await service.publishedPlan(of: "r")
    try await service.stop()
  }
}
