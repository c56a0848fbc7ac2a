import Foundation

/// A round made up from a seed, with every feature of the files that a plan without integer rules,
/// continuity and focus depends on. It has no problem in it; notes it may have.
public struct RandomRound: Sendable {
  public let seed: UInt64
  /// The texts by file name.
  public let files: [String: String]

  public init(seed: UInt64) {
    self.seed = seed
    var draft = Draft(seed: seed)
    draft.makeRegions()
    draft.makeLinks()
    draft.makeOffers()
    draft.makeProposals()
    files = draft.finished()
  }

  init(seed: UInt64, files: [String: String]) {
    self.seed = seed
    self.files = files
  }

  /// Writes the files into a folder, which is made where it does not exist.
  public func write(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }
}

extension RandomRound {
  /// The round as it comes into being.
  struct Draft {
    var random: SplitMix64
    let years: [Int]
    let donors: [String]
    let recipients: [String]
    let sectors: [String]
    let areas: [String]
    /// The communities of each recipient; some have none.
    let communities: [String: [String]]
    let fairnessByCommunity: Bool
    /// All proposals alike: many plans are equally good.
    let alike: Bool
    /// Indicator columns that the proposals have.
    let indicators: [String]
    let measure: String
    /// Offers name money in the first and the last year: the policy need not say the horizon.
    var yearsAreEvident = false
    var files: [String: String] = [:]

    static let instruments = ["grant", "concessional-loan", "equity", "guarantee"]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let first = random.whole(2025...2028)
      years = Array(first..<first + random.whole(1...4))
      donors = (1...random.whole(1...6)).map { "D\($0)" }
      var recipients = (1...random.whole(1...9)).map { "R\($0)" }
      // A region can give and receive, but not to itself.
      if random.chance(0.1) { recipients.append("D1") }
      self.recipients = recipients
      sectors = random.some(of: ["hydrogen", "solar", "storage", "tourism", "wind"])
      areas = ["grid-access", "reskilling", "standards", "talent"]
      fairnessByCommunity = random.chance(0.3)
      var communities: [String: [String]] = [:]
      for recipient in recipients where random.chance(0.7) {
        communities[recipient] = random.some(of: ["North", "South", "\(recipient)-A"])
      }
      self.communities = communities
      alike = random.chance(0.12)
      var indicators = ["jobs", "co2_avoided_t", "value_added"]
      if random.chance(0.12) { indicators.remove(at: random.below(3)) }
      if random.chance(0.2) { indicators.append("households") }
      self.indicators = indicators
      measure = random.chance(0.7) ? "need_weight" : random.pick(["coal_jobs", "gdp"])
      self.random = random
    }

    /// A share such as `0.35`, or blank.
    mutating func share(_ range: ClosedRange<Double>, set: Double) -> String {
      random.chance(set) ? random.decimal(range) : ""
    }

    /// A list for a cell, blank for any.
    mutating func list(of names: [String], set: Double) -> String {
      random.chance(set) ? random.some(of: names).joined(separator: ";") : ""
    }
  }
}
