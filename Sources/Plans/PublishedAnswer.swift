import Foundation
import Records

/// What a published `plans.json` says of its recommended plan.
///
/// Nothing else of the document is taken in, so that one of many plans and megabytes is read quickly, and one that an earlier
/// version wrote with less in it can be read too.
public struct PublishedAnswer: Hashable, Sendable {
  public var plan: RunEffect.Recommended
  public var pairings: [EarlierPlan.Amount]
  public var tickets: [Ticket]

  /// - Parameter scorecard: as published.
  public init(_ plan: Plan, scorecard: Scorecard) {
    self.plan = .init(plan: plan.id, profile: plan.profile, scorecard: scorecard)
    pairings = plan.pairings.map {
      EarlierPlan.Amount(donor: $0.donor, recipient: $0.recipient, amount: $0.amount)
    }
    tickets = plan.tickets
  }

  /// nil where it has no plan, or is no such document of this format.
  public init?(plansText: [UInt8]) {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(plansText)),
      document.format == PlansDocument.currentFormat, let first = document.plans.plan,
      first.id == document.recommended
    else { return nil }
    plan = .init(plan: first.id, profile: first.profile, scorecard: first.scorecard)
    pairings = first.pairings
    tickets = first.tickets
  }

  private struct Document: Decodable {
    var format: String
    var recommended: String?
    var plans: First
  }

  /// The first of the plans, which is the recommended one.
  private struct First: Decodable {
    struct Plan: Decodable {
      var id: String
      var profile: String
      var scorecard: Scorecard
      var pairings: [EarlierPlan.Amount]
      var tickets: [Ticket]
    }

    var plan: Plan?

    init(from decoder: any Decoder) throws {
      var plans = try decoder.unkeyedContainer()
      plan = plans.isAtEnd ? nil : try plans.decode(Plan.self)
    }
  }
}
