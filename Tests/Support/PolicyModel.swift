import Foundation
import Yams

/// The policy's settings that decide what a valid plan is, read from `policy.yaml` without rounding.
public struct PolicyModel: Sendable {
  /// One stage of a profile and the share of its value that later stages leave.
  public struct Stage: Hashable, Sendable {
    public var name: String
    public var keep: Rational?
  }

  var years: ClosedRange<Int>?
  var weights: [String: Rational] = [:]
  var bondBonus = Rational(1) / Rational(5)
  var alignmentBonus = Rational(1) / Rational(10)
  var pairingBonus = Rational(1) / Rational(10)
  var reciprocityShare = Rational(3) / Rational(10)
  var fairnessMeasure = "need_weight"
  var fairnessByCommunity = false
  var fairnessTolerance = Rational(2) / Rational(100)
  var maxDonorShare = Rational.one
  var coInvestmentAbove = Rational.zero
  var maxRecipientShare = Rational.one
  var maxSectorShare = Rational.one
  var maxRecipientsPerDonor: Rational?
  var maxDonorsPerRecipient: Rational?
  var minPairing = Rational.zero
  var monthsPerM = Rational(5) / Rational(100)
  var alternativesWithin = Rational(3) / Rational(100)
  var fixedPairs: [(pair: RegionPair, amount: Rational)] = []
  var forbiddenPairs: Set<RegionPair> = []
  var profile = "bond-first"
  var profiles = PolicyModel.usualProfiles

  static let usualProfiles: [String: [Stage]] = [
    "bond-first": [Stage(name: "reciprocity"), Stage(name: "fairness"), Stage(name: "benefit")],
    "fairness-first": [
      Stage(name: "fairness"), Stage(name: "reciprocity"), Stage(name: "benefit"),
    ],
    "benefit-first": [
      Stage(name: "benefit", keep: Rational(98) / Rational(100)), Stage(name: "reciprocity"),
      Stage(name: "fairness"), Stage(name: "benefit"),
    ],
  ].mapValues { $0 + [Stage(name: "co-design")] }

  /// Where `policy.yaml` does not exist, everything is as by default.
  init(file: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard let policy = try Yams.compose(yaml: text)?["policy"] else { return }
    if let list = policy["years"]?.sequence?.compactMap({ Int($0.scalar?.string ?? "") }),
      list.count == 2
    {
      years = list[0]...list[1]
    }
    for (name, weight) in policy["weights"]?.mapping ?? [:] {
      weights[name.scalar?.string ?? ""] = weight.rational
    }
    func set(_ place: WritableKeyPath<PolicyModel, Rational>, _ path: String...) {
      if let number = policy.at(path)?.rational { self[keyPath: place] = number }
    }
    set(\.bondBonus, "bond_bonus")
    set(\.alignmentBonus, "alignment_bonus")
    set(\.pairingBonus, "pairing_bonus")
    set(\.reciprocityShare, "reciprocity", "share")
    set(\.fairnessTolerance, "fairness", "tolerance")
    set(\.maxDonorShare, "co_investment", "max_donor_share")
    set(\.coInvestmentAbove, "co_investment", "above")
    set(\.maxRecipientShare, "concentration", "max_recipient_share")
    set(\.maxSectorShare, "diversification", "max_sector_share")
    maxRecipientsPerDonor = policy.at(["max_recipients_per_donor"])?.rational
    maxDonorsPerRecipient = policy.at(["max_donors_per_recipient"])?.rational
    set(\.minPairing, "min_pairing")
    set(\.monthsPerM, "codesign", "months_per_M")
    set(\.alternativesWithin, "alternatives", "within")
    fairnessMeasure = policy.at(["fairness", "measure"])?.scalar?.string ?? fairnessMeasure
    fairnessByCommunity = policy.at(["fairness", "level"])?.scalar?.string == "community"
    for pair in policy["fixed_pairs"]?.sequence ?? [] {
      fixedPairs.append((pair.regionPair, pair["amount"]?.rational ?? .zero))
    }
    forbiddenPairs = Set((policy["forbidden_pairs"]?.sequence ?? []).map(\.regionPair))
    profile = policy["profile"]?.scalar?.string ?? profile
    for (name, list) in policy["profiles"]?.mapping ?? [:] {
      profiles[name.scalar?.string ?? ""] = list.stages
    }
    if let list = policy["stages"] {
      profile = "custom"
      profiles["custom"] = list.stages
    }
  }
}

/// A donor and a recipient.
public struct RegionPair: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var donor: String
  public var recipient: String

  public var description: String { "\(donor)→\(recipient)" }

  public static func < (left: RegionPair, right: RegionPair) -> Bool {
    (left.donor, left.recipient) < (right.donor, right.recipient)
  }
}

extension Node {
  fileprivate var rational: Rational? { scalar.flatMap { Rational(decimal: $0.string) } }

  fileprivate func at(_ path: [String]) -> Node? {
    path.reduce(self) { node, key in node?[key] }
  }

  fileprivate var regionPair: RegionPair {
    RegionPair(
      donor: self["donor"]?.scalar?.string ?? "", recipient: self["recipient"]?.scalar?.string ?? ""
    )
  }

  fileprivate var stages: [PolicyModel.Stage] {
    (sequence ?? []).map { entry in
      PolicyModel.Stage(
        name: entry.scalar?.string ?? entry["stage"]?.scalar?.string ?? "",
        keep: entry["keep"]?.rational)
    }
  }
}
