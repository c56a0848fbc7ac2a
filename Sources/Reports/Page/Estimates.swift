import Pages
import Records

/// Which figures of a round are estimates: those whose records say that they rest on anything but an announcement.
struct Estimates {
  /// Bases of figures that someone stands for. Anything else a planner writes there marks an estimate.
  private static let firm: Set<String> = [
    "announced", "published", "official", "actual", "observed", "measured", "contracted", "signed",
    "committed", "approved", "audited", "公布", "已公布", "公告", "已公告", "官方", "实际", "实测", "已签约",
    "签约", "已承诺", "承诺", "已批复", "批复", "审计", "已审计",
  ]

  let proposals: Set<ProposalID>
  let offers: Set<OfferID>
  /// Donors with an offer that is an estimate.
  let donors: Set<RegionCode>

  init(_ records: RecordSet) {
    proposals = Set(records.proposals.filter { Self.isEstimate($0.basis) }.map(\.id))
    let estimated = records.offers.filter { Self.isEstimate($0.basis) }
    offers = Set(estimated.map(\.id))
    donors = Set(estimated.map(\.donor))
  }

  /// A record that does not say stands as it is.
  static func isEstimate(_ basis: String?) -> Bool {
    guard let basis = kind(of: basis) else { return false }
    return !firm.contains(basis.lowercased())
  }

  /// What a basis says before it names its source: `announced (China Daily 2022-06-28)` is `announced`.
  static func kind(of basis: String?) -> String? {
    guard let basis = stated(basis) else { return nil }
    let end = basis.firstIndex { "(（[:：,，;；".contains($0) } ?? basis.endIndex
    return stated(String(basis[..<end])) ?? basis
  }

  static func stated(_ basis: String?) -> String? {
    guard let basis, let from = basis.firstIndex(where: { !$0.isWhitespace }),
      let to = basis.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(basis[from...to])
  }

  /// The mark of an estimate.
  static let mark = Words.markup("<sup>e</sup>", "<sup>估</sup>")

  func mark(_ proposal: ProposalID) -> Words { proposals.contains(proposal) ? Self.mark : .none }

  /// The mark of a figure that rests on several proposals.
  func mark(_ ids: some Sequence<ProposalID>) -> Words {
    ids.contains { proposals.contains($0) } ? Self.mark : .none
  }

  func mark(donor: RegionCode) -> Words { donors.contains(donor) ? Self.mark : .none }
}
