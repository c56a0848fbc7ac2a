import Records

// coalshare[d,r] = c[d,r] / Σr' c[d,r'], 0 without links

/// What binds donors to recipients already: coal received, and pairings that exist.
public struct Ties: Sendable {
  /// Mt that a donor received from a recipient, summed over the rows of the pair.
  private var coal: [RegionCode: [RegionCode: Double]] = [:]
  private var received: [RegionCode: Double] = [:]
  private var existing: [RegionCode: Set<RegionCode>] = [:]

  /// - Parameter links: in the order of their keys, so that sums do not depend on the order of rows.
  init(_ links: [Link]) {
    for link in links {
      coal[link.donor, default: [:]][link.recipient, default: 0] += link.coalMt
      received[link.donor, default: 0] += link.coalMt
      if link.existingPairing { existing[link.donor, default: []].insert(link.recipient) }
    }
  }

  public func coalShare(_ donor: RegionCode, _ recipient: RegionCode) -> Double {
    guard let all = received[donor], all > 0 else { return 0 }
    return (coal[donor]?[recipient] ?? 0) / all
  }

  public func isExisting(_ donor: RegionCode, _ recipient: RegionCode) -> Bool {
    existing[donor]?.contains(recipient) ?? false
  }

  /// The recipients whose coal `donor` received, by code.
  func sources(of donor: RegionCode) -> [RegionCode] {
    (coal[donor] ?? [:]).filter { $0.value > 0 }.keys.sorted()
  }
}

/// The coal bond of a donor with a recipient: those who burned the coal help those who dug it.
public struct Bond: Sendable {
  public let donor: Int
  public let recipient: RegionCode
  /// The pair, where some offer may fund some proposal of it; nil for a bond that cannot be honoured.
  public let pair: DonorRecipient?
  public let coalShare: Double
  /// `reciprocity.share · coalshare[d,r] · B[d]`, in M.
  public let target: Double
}

func makeBonds(
  ties: Ties, donors: [Donor], recipients: [RegionCode: Int], openPairs: Set<DonorRecipient>,
  share: Double
) -> [Bond] {
  donors.indices.flatMap { donor in
    ties.sources(of: donors[donor].code).map { source in
      let coalShare = ties.coalShare(donors[donor].code, source)
      let pair = recipients[source].map { DonorRecipient(donor: donor, recipient: $0) }
      return Bond(
        donor: donor, recipient: source, pair: pair.flatMap { openPairs.contains($0) ? $0 : nil },
        coalShare: coalShare, target: share * coalShare * donors[donor].money)
    }
  }
}

extension Round {
  /// `Σ targets` of the bonds that some offer can honour, in M.
  public var reachableTargets: Double { bonds.reduce(0) { $0 + ($1.pair == nil ? 0 : $1.target) } }

  /// The targets of bonds without any eligible pair, in M.
  public var unreachableTargets: Double {
    bonds.reduce(0) { $0 + ($1.pair == nil ? $1.target : 0) }
  }
}
