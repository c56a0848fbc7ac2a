import Records

/// What the names of a round's records stand for: codes, ids, names and titles in either language, written as offices
/// write them.
public struct Subjects: Sendable {
  public enum Failure: Error, Hashable, Sendable {
    /// Nothing is called so; what is called nearly so.
    case unknown(String, near: [String])
    /// Several things are called so; the name that each has alone.
    case ambiguous(String, names: [String])
  }

  private var exact: [String: Set<Subject>] = [:]
  private var folded: [String: Set<Subject>] = [:]
  private let regions: RegionsKnown
  /// As they were written, for what may have been meant.
  private var spellings: Set<String> = []

  public init(_ records: RecordSet) {
    // A round without a regions table has regions all the same.
    let listed = Set(records.regions.map(\.code))
    let named = Set(
      records.offers.map(\.donor) + records.proposals.map(\.recipient)
        + records.links.flatMap { [$0.donor, $0.recipient] }
    ).subtracting(listed)
    regions = RegionsKnown(
      regions: records.regions,
      named: named.sorted().map { RegionNames(code: $0.text, names: []) })
    let communities = Set(
      records.proposals.compactMap { proposal in
        proposal.community.map { Community(region: proposal.recipient, name: $0) }
      })
    let groups = Set(communities.map(\.group))
    for region in records.regions where !groups.contains(region.code.text) {
      add(.region(region.code), region.code.text, [region.name, region.nameZh])
    }
    for code in named { add(.region(code), code.text, []) }
    for community in communities {
      add(.community(community.group), community.group, [community.name])
    }
    for offer in records.offers { add(.offer(offer.id), offer.id.text, [offer.title]) }
    for proposal in records.proposals {
      add(.proposal(proposal.id), proposal.id.text, [proposal.title, proposal.titleZh])
    }
  }

  private struct Community: Hashable {
    var region: RegionCode
    var name: String
    var group: String { "\(region)/\(name)" }
  }

  private mutating func add(_ subject: Subject, _ code: String, _ names: [String?]) {
    exact[code, default: []].insert(subject)
    exact[subject.name, default: []].insert(subject)
    for name in [code] + names.compactMap({ $0 }) where !name.foldedName.isEmpty {
      folded[name.foldedName, default: []].insert(subject)
      spellings.insert(name)
    }
  }

  /// What `name` stands for: as it is written, else as it is folded, else a region with or without the last word of its name.
  public func subject(named name: String) throws(Failure) -> Subject {
    let written = name.trimmed
    for found in [exact[written], folded[written.foldedName]] {
      guard let found, let first = found.first else { continue }
      guard found.count == 1 else {
        throw .ambiguous(written, names: found.map(\.name).sorted())
      }
      return first
    }
    switch regions.meaning(of: written) {
    case .region(let code): return .region(code)
    case .several(let codes): throw .ambiguous(written, names: codes.map { "region:\($0)" })
    case .unknown: throw .unknown(written, near: near(written))
    }
  }

  /// What is called nearly so, at most five: by slips, else those whose name holds the text.
  private func near(_ written: String) -> [String] {
    let slips = Nearest.values(to: written, among: spellings)
    if !slips.isEmpty { return Array(slips.prefix(5)) }
    let part = written.foldedName
    guard part.count >= (part.hasHan ? 2 : 3) else { return [] }
    return Array(spellings.filter { $0.foldedName.contains(part) }.sorted().prefix(5))
  }
}
