import Foundation
import Plans
import Testing

@testable import Service

/// GLPK ends its process on an internal error. Here it really does: its simplex is replaced by one that reports such an error.
@Suite struct SolverAbortTests {
  private static let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  private static let fault = """
    #include <glpk.h>
    int glp_simplex(glp_prob *problem, const glp_smcp *parameters) {
      glp_error("injected fault\\n");
      return 0;
    }
    """

  @Test func anAbortInsideTheSolverLeavesTheServiceUpAndTheLastPlan() async throws {
    let home = try TemporaryFolder()
    let library = home.path + "/fault.so"
    try put(Self.fault, at: home.path + "/fault.c")
    try run(["clang", "-shared", "-fPIC", "-o", library, home.path + "/fault.c"])
    // The fault is there as long as the file is: one service meets good and bad days.
    let worker = home.path + "/worker.sh"
    let faulty = home.path + "/faulty"
    try put(
      "[ -e '\(faulty)' ] && export LD_PRELOAD='\(library)'\nexec '\(Self.jetbd)' solve \"$1\"\n",
      at: worker)
    let service = try await RunningService(in: home, worker: ["/bin/sh", worker])
    try put("policy: {years: [2026, 2027]}\n", at: service.inbox + "/r/policy.yaml")
    try put("id,donor,amount\nO,D,10\n", at: service.inbox + "/r/offers.csv")
    try put("id,recipient,sector,need\nP,R,wind,8\n", at: service.inbox + "/r/proposals.csv")
    let plan = try await service.publishedPlan(of: "r")

    try put("", at: faulty)
    try put("id,recipient,sector,need\nP,R,wind,9\n", at: service.inbox + "/r/proposals.csv")
    try await service.event("failed") { if case .failed = $0 { true } else { false } }
    let status = try await service.status(of: "r") { $0.state == .stale }
    #expect(try #require(status.reason).en.contains("signal 6"))
    #expect(service.plan(of: "r") == plan)

    try FileManager.default.removeItem(atPath: faulty)
    try put("id,recipient,sector,need\nP,R,wind,7\n", at: service.inbox + "/r/proposals.csv")
    #expect(try await service.publishedPlan(of: "r") != plan)
    try await service.stop()
  }

  private func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
  }
}
