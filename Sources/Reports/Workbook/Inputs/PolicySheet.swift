import Pages
import Plans
import Records
import Round
import Spreadsheets

/// The policy in force, each setting with the value that was used, and where it is written or that it is the default.
struct PolicySheet {
  /// A setting.
  struct Row {
    let setting: Bilingual
    let value: SheetCell
    let unit: Bilingual
    /// As the policy names it: `reciprocity.share`.
    let name: String
    /// nil for a default.
    let origin: Origin?
  }

  let words: SheetWords
  let round: Round
  let names: Names

  private static let noUnit = Bilingual(en: "", zh: "")

  private var policy: Policy { round.policy }

  var sheet: Sheet<Row> {
    Sheet(
      name: words.name(InputSheetText.policy.text), frozen: 1,
      columns: [
        .init(words.head(PolicyText.setting.text), .text, widest: 46) { words.cell($0.setting) },
        .init(words.head(PolicyText.value.text), .plain, widest: 36) { $0.value },
        .init(words.head(PolicyText.unit.text), .text) { words.cell($0.unit) },
        .init(words.head(PolicyText.by.text), .text) {
          words.cell(($0.origin == nil ? PolicyText.byDefault : .byPolicy).text)
        },
        .init(words.head(PolicyText.place.text), .text, widest: 32) {
          .text($0.origin.map(Self.place) ?? "")
        },
        .init(words.head(PolicyText.name.text), .text, widest: 34) { .text($0.name) },
      ], rows: general + weights + fairness + limits + pairs, isMarked: { $0.origin != nil })
  }

  private static func place(_ origin: Origin) -> String {
    origin.at.isEmpty ? origin.file : "\(origin.file) · \(origin.at)"
  }

  private func row(
    _ setting: Bilingual, _ value: SheetCell, unit: Bilingual = PolicySheet.noUnit,
    _ name: String
  ) -> Row {
    Row(
      setting: setting, value: value, unit: unit, name: name, origin: policy.origins[name])
  }

  private func row(
    _ setting: PolicyText, _ value: Double?, _ unit: PolicyText, _ name: String
  ) -> Row {
    row(setting.text, number(value), unit: value == nil ? Self.noUnit : unit.text, name)
  }

  private func money(_ setting: PolicyText, _ value: Double?, _ name: String) -> Row {
    row(setting.text, number(value), unit: value == nil ? Self.noUnit : words.unit, name)
  }

  private func number(_ value: Double?) -> SheetCell {
    value.map(SheetCell.number) ?? words.cell(PolicyText.off.text)
  }

  private var general: [Row] {
    let language: PolicyText =
      switch policy.language {
      case .en: .english
      case .zh: .chinese
      case .both: .both
      }
    let years = [round.years.first, round.years.last].compactMap { $0 }.map(String.init)
    return [
      row(PolicyText.title.text, .text(policy.title ?? round.records.round), "title"),
      row(PolicyText.currency.text, .text(policy.currency), "currency"),
      row(PolicyText.language.text, words.cell(language.text), "language"),
      row(PolicyText.years.text, .text(years.joined(separator: "–")), "years"),
    ] + profiles
  }

  private var profiles: [Row] {
    let inForce = Profiles.inForce(policy)
    let own = policy.profiles.sorted { $0.key < $1.key }.map { name, stages in
      row(
        PolicyText.ownProfile.filled("name", Bilingual(en: name, zh: name)), list(stages),
        "profiles.\(name)")
    }
    return [
      row(
        PolicyText.profile.text, words.cell(profileName(inForce?.name ?? policy.profile)),
        "profile"),
      row(PolicyText.stages.text, list(inForce?.stages ?? []), "stages"),
    ] + own
  }

  private func list(_ stages: [StageRequest]) -> SheetCell {
    words.list(
      stages.map { request in
        let stage = StageText(request.stage).text
        guard let keep = request.keep else { return stage }
        return StageText.keeping.filled("stage", stage)
          .filled("share", share(keep, decimals: 1).plain)
      })
  }

  private var weights: [Row] {
    // Where the policy weighs nothing, what counts is equal.
    let benefit = policy.weights.isEmpty ? round.weights : policy.weights
    return benefit.sorted { $0.key < $1.key }.map { indicator, weight in
      row(
        PolicyText.weight.filled("name", columnName(indicator.text)), .number(weight.published),
        "weights.\(indicator.text)")
    }
      + policy.rankWeights.sorted { $0.key < $1.key }.map { column, weight in
        row(
          PolicyText.rankWeight.filled("name", columnName(column)), .number(weight),
          "rank_weights.\(column)")
      } + [
        row(.bondBonus, policy.bondBonus, .factor, "bond_bonus"),
        row(.alignmentBonus, policy.alignmentBonus, .factor, "alignment_bonus"),
        row(.pairingBonus, policy.pairingBonus, .factor, "pairing_bonus"),
      ]
  }

  private var fairness: [Row] {
    let level: PolicyText = policy.fairnessLevel == .community ? .community : .region
    return [
      row(.reciprocity, policy.reciprocityShare, .share, "reciprocity.share"),
      row(
        PolicyText.measure.text, words.cell(names.measure(policy.fairnessMeasure).plain),
        "fairness.measure"),
      row(PolicyText.level.text, words.cell(level.text), "fairness.level"),
      row(.tolerance, policy.fairnessTolerance, .share, "fairness.tolerance"),
    ]
  }

  private var limits: [Row] {
    [
      row(.maxDonorShare, policy.maxDonorShare, .share, "co_investment.max_donor_share"),
      money(.coInvestmentAbove, policy.coInvestmentAbove, "co_investment.above"),
      row(
        .maxRecipientShare, policy.maxRecipientShare, .share, "concentration.max_recipient_share"),
      row(.maxSectorShare, policy.maxSectorShare, .share, "diversification.max_sector_share"),
      row(
        .maxRecipients, policy.maxRecipientsPerDonor.map(Double.init), .number,
        "max_recipients_per_donor"),
      row(
        .maxDonors, policy.maxDonorsPerRecipient.map(Double.init), .number,
        "max_donors_per_recipient"),
      money(.minPairing, policy.minPairing, "min_pairing"),
      row(.continuity, policy.continuityWithin, .share, "continuity.within"),
      row(.focusWithin, policy.focusWithin, .share, "focus.within"),
      money(.focusSmall, policy.focusSmall, "focus.small"),
      row(.months, policy.monthsPerM, .personMonths, "codesign.months_per_M"),
      row(.alternatives, policy.alternativesWithin, .share, "alternatives.within"),
      row(
        .alternativesCount, Double(policy.alternativesCount), .number, "alternatives.count"),
      row(.draws, Double(round.stabilityDraws), .times, "stability.draws"),
      row(.spread, policy.stabilitySpread, .share, "stability.spread"),
    ]
  }

  private var pairs: [Row] {
    policy.fixedPairs.map { pair in
      Row(
        setting: PolicyText.fixedPair.filled("pair", self.pair(pair.donor, pair.recipient)),
        value: .number(pair.amount), unit: PolicyText.atLeast.filled("unit", words.unit),
        name: "fixed_pairs", origin: pair.origin)
    }
      + policy.forbiddenPairs.map { pair in
        Row(
          setting: PolicyText.forbiddenPair.filled("pair", self.pair(pair.donor, pair.recipient)),
          value: words.cell(PolicyText.forbidden.text), unit: Self.noUnit,
          name: "forbidden_pairs", origin: pair.origin)
      }
  }

  private func pair(_ donor: RegionCode, _ recipient: RegionCode) -> Bilingual {
    let (from, to) = (names.region(donor), names.region(recipient))
    return Bilingual(en: "\(from.en) → \(to.en)", zh: "\(from.zh) → \(to.zh)")
  }
}
