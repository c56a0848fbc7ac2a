import Plans
import Records

/// A setting of the policy that can be held against that of another run, and taken over from it. Settings that mean something
/// only together are one: the weights, the profile with its definitions.
struct ComparedSetting {
  /// As formats.md writes it; without the last part where it is a list of them.
  var name: String
  var fields: (Policy) -> [ComparedField]
  var copy: (_ from: Policy, _ to: inout Policy) -> Void

  init(
    _ name: String, _ fields: @escaping (Policy) -> [ComparedField],
    copy: @escaping (Policy, inout Policy) -> Void
  ) {
    self.name = name
    self.fields = fields
    self.copy = copy
  }

  private init<Value>(
    _ name: String, _ path: WritableKeyPath<Policy, Value>, counts: Bool = true,
    text: @escaping (Value) -> String?
  ) {
    self.init(name) {
      [ComparedField(name, text($0[keyPath: path]), counts: counts)]
    } copy: {
      $1[keyPath: path] = $0[keyPath: path]
    }
  }

  private init(number name: String, _ path: WritableKeyPath<Policy, Double>) {
    self.init(name, path, text: numberText)
  }

  private init(number name: String, _ path: WritableKeyPath<Policy, Double?>) {
    self.init(name, path) { $0.map(numberText) }
  }

  private init(whole name: String, _ path: WritableKeyPath<Policy, Int?>) {
    self.init(name, path) { $0.map(String.init) }
  }

  /// Where the policy writes it, or the first part of it.
  func origin(in policy: Policy) -> Origin? {
    let names = Set(fields(policy).map(\.name)).union([name])
    return policy.origins.filter { names.contains($0.key) }.map(\.value).min()
  }

  /// Every setting but fixed and forbidden pairs, which are compared one by one. `money_unit` is not among them: records are in M
  /// already.
  static var all: [ComparedSetting] {
    [
      ComparedSetting("title", \.title, counts: false) { $0 },
      ComparedSetting("currency", \.currency, counts: false) { $0 },
      ComparedSetting("language", \.language, counts: false, text: \.rawValue),
      ComparedSetting("years", \.years) { $0.map { "\($0.lowerBound)-\($0.upperBound)" } },
      ComparedSetting("profile", profileFields) {
        ($1.profile, $1.profiles, $1.stages) = ($0.profile, $0.profiles, $0.stages)
      },
      ComparedSetting("weights") { policy in
        policy.weights.sorted { $0.key < $1.key }
          .map { ComparedField("weights.\($0.key)", $0.value) }
      } copy: {
        $1.weights = $0.weights
      },
      ComparedSetting("rank_weights") { policy in
        policy.rankWeights.sorted { $0.key < $1.key }
          .map { ComparedField("rank_weights.\($0.key)", $0.value) }
      } copy: {
        $1.rankWeights = $0.rankWeights
      },
      ComparedSetting(number: "bond_bonus", \.bondBonus),
      ComparedSetting(number: "alignment_bonus", \.alignmentBonus),
      ComparedSetting(number: "pairing_bonus", \.pairingBonus),
      ComparedSetting(number: "reciprocity.share", \.reciprocityShare),
      ComparedSetting("fairness.measure", \.fairnessMeasure) { $0 },
      ComparedSetting("fairness.level", \.fairnessLevel, text: \.rawValue),
      ComparedSetting(number: "fairness.tolerance", \.fairnessTolerance),
      ComparedSetting(number: "co_investment.max_donor_share", \.maxDonorShare),
      ComparedSetting(number: "co_investment.above", \.coInvestmentAbove),
      ComparedSetting(number: "concentration.max_recipient_share", \.maxRecipientShare),
      ComparedSetting(number: "diversification.max_sector_share", \.maxSectorShare),
      ComparedSetting(whole: "max_recipients_per_donor", \.maxRecipientsPerDonor),
      ComparedSetting(whole: "max_donors_per_recipient", \.maxDonorsPerRecipient),
      ComparedSetting(number: "min_pairing", \.minPairing),
      ComparedSetting(number: "continuity.within", \.continuityWithin),
      ComparedSetting(number: "focus.within", \.focusWithin),
      ComparedSetting(number: "focus.small", \.focusSmall),
      ComparedSetting(number: "codesign.months_per_M", \.monthsPerM),
      ComparedSetting(number: "alternatives.within", \.alternativesWithin),
      ComparedSetting("alternatives.count", \.alternativesCount) { String($0) },
      ComparedSetting("stability.draws", \.stabilityDraws, counts: false) { $0.map(String.init) },
      ComparedSetting("stability.spread", \.stabilitySpread, counts: false, text: numberText),
    ]
  }

  private static func profileFields(_ policy: Policy) -> [ComparedField] {
    func text(_ stages: [StageRequest]) -> String {
      stages.map { stage in
        stage.stage.rawValue + (stage.keep.map { " (keep \(numberText($0)))" } ?? "")
      }.joined(separator: ", ")
    }
    return [
      ComparedField("profile", policy.profile), ComparedField("stages", policy.stages.map(text)),
    ]
      + policy.profiles.sorted { $0.key < $1.key }
      .map { ComparedField("profiles.\($0.key)", text($0.value)) }
  }
}
