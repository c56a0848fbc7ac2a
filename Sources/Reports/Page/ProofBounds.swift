import Foundation
import Pages
import Plans
import Records

/// How much more benefit another plan could bring than the one shown, as far as that is known.
struct ProofBounds {
  /// Less than this of a plan's benefit is nothing.
  static let least = 1e-6

  /// What the stages that `bound` is about leave open to any other plan, in words: `that keeps the same coal bonds`.
  let keeping: Words
  /// The share of the benefit by which another plan could be better; nil where no bound is known.
  let more: Double?
  /// The same of the bound that is proven without integer rules.
  let linearMore: Double?
  /// Whether aims that move money follow the last one that maximises benefit.
  let isFollowed: Bool

  init(_ plan: Plan) {
    let last = plan.stages.lastIndex { $0.stage.maximisesBenefit }
    let after = last.map { plan.stages[($0 + 1)...] } ?? []
    isFollowed = after.contains { $0.stage == .reciprocity || $0.stage == .fairness }
    let reached = plan.scorecard.benefit + (isFollowed ? 0 : plan.rounding ?? 0)
    more = plan.bound.map { Self.more($0, than: reached) }
    linearMore = plan.linearBound.map { Self.more($0, than: reached) }

    // Continuity and focus keep what they reach too, and then take what benefit is left.
    let before = plan.stages.prefix((last ?? plan.stages.count) + 1).map(\.stage)
    let kept =
      StageName.requestable.filter(before.contains).compactMap(Self.kept)
      + (isAlternative(plan.profile) ? [ProofText.difference.words] : [])
    keeping =
      kept.isEmpty
      ? ProofText.keepingRules.words : ProofText.keepingSame(["kept": kept.enumerated])
  }

  private static func more(_ bound: Double, than reached: Double) -> Double {
    let more = bound - reached
    // Money counts in M, so that a millionth of 1 is a unit at average yield.
    if more <= least * max(1, abs(bound)) { return 0 }
    return reached > 0 ? more / reached : .infinity
  }

  private static func kept(_ stage: StageName) -> Words? {
    switch stage {
    case .reciprocity: ProofText.bonds.words
    case .fairness: ProofText.levels.words
    case .continuity: ProofText.continued.words
    case .focus: ProofText.focused.words
    case .coDesign: ProofText.sharedWork.words
    case .benefit, .integer: nil
    }
  }
}

/// A share that is promised not to be exceeded: two digits, rounded up.
func shareAtMost(_ value: Double) -> Words {
  guard value > 0, value.isFinite else { return share(0) }
  let percent = value * 100
  let decimals = min(4, max(0, 1 - Int(floor(log10(percent)))))
  let steps = pow(10, Double(decimals))
  // What is a whole number of steps but for its last binary digits stays.
  let up = (percent * steps - 1e-9).rounded(.up) / steps
  return .markup(fixed(up, decimals) + "\u{A0}%")
}

extension StageName {
  /// Whether the stage ends with as much benefit as it leaves possible.
  fileprivate var maximisesBenefit: Bool {
    switch self {
    case .benefit, .continuity, .focus, .integer: true
    case .reciprocity, .fairness, .coDesign: false
    }
  }
}
