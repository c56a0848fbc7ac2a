import Records

/// Something in a run that does not hold.
public struct Finding: Hashable, Sendable {
  /// The run's file.
  public var file: String
  /// Where in it: `plan A, ticket O1 → P1`; empty for the whole file.
  public var at: String
  public var message: Bilingual

  public init(file: String, at: String, en: String, zh: String) {
    self.file = file
    self.at = at
    message = Bilingual(en: en, zh: zh)
  }
}

/// Collects what does not hold in one plan, or in what all plans share.
struct Findings {
  /// `A`; nil for what all share.
  let plan: String?
  private(set) var all: [Finding] = []

  init(plan: String? = nil) { self.plan = plan }

  mutating func add(
    _ at: String, _ en: String, _ zh: String, file: String = RunFileName.plans
  ) {
    let place = [plan.map { "plan \($0)" } ?? "", at].filter { !$0.isEmpty }
    all.append(Finding(file: file, at: place.joined(separator: ", "), en: en, zh: zh))
  }

  mutating func require(
    _ holds: Bool, _ at: @autoclosure () -> String, _ en: @autoclosure () -> String,
    _ zh: @autoclosure () -> String, file: String = RunFileName.plans
  ) {
    if !holds { add(at(), en(), zh(), file: file) }
  }

  /// A published figure against the same figure computed again. Figures are published with nine digits.
  mutating func same(
    _ at: @autoclosure () -> String, _ published: Double?, _ own: Double?,
    within: Double = 2e-8, file: String = RunFileName.plans
  ) {
    let differ =
      switch (published, own) {
      case (nil, nil): false
      case (let published?, let own?):
        !(abs(published - own) <= within * max(abs(published), abs(own)) + 1e-9)
      default: true
      }
    guard differ else { return }
    let said = published.map { "\($0)" } ?? "–"
    let should = own.map { "\($0)" } ?? "–"
    add(
      at(), "says \(said), computed again it is \(should)", "写为 \(said)，重新计算为 \(should)", file: file
    )
  }

  mutating func equal<Value: Equatable & CustomStringConvertible>(
    _ at: @autoclosure () -> String, _ published: Value, _ own: Value,
    file: String = RunFileName.plans
  ) {
    guard published != own else { return }
    add(at(), "says \(published), should be \(own)", "写为 \(published)，应为 \(own)", file: file)
  }
}

/// The files of a run that the proof reads.
enum RunFileName {
  static let plans = "plans.json"
  static let certificate = "certificate.json"
}
