import Foundation
import Records

/// A published plan that a new one continues: no office likes its partners changed without need.
public struct EarlierPlan: Hashable, Sendable, Codable {
  /// What one donor gives one recipient in it.
  public struct Amount: Hashable, Sendable, Codable {
    public var donor: RegionCode
    public var recipient: RegionCode
    /// `Yprev[d,r]`, in M.
    public var amount: Double

    public init(donor: RegionCode, recipient: RegionCode, amount: Double) {
      self.donor = donor
      self.recipient = recipient
      self.amount = amount
    }
  }

  /// The run that published it.
  public var run: String
  /// Its id there.
  public var plan: String
  /// By donor, then recipient.
  public var pairings: [Amount]

  public init(run: String, plan: String, pairings: [Amount]) {
    self.run = run
    self.plan = plan
    self.pairings = pairings
  }

  /// The recommended plan of `document`; nil where it has none.
  public init?(run: String, recommendedOf document: PlansDocument) {
    guard let plan = document.plans.first(where: { $0.id == document.recommended }) else {
      return nil
    }
    self.init(
      run: run, plan: plan.id,
      pairings: plan.pairings.map {
        Amount(donor: $0.donor, recipient: $0.recipient, amount: $0.amount)
      }.sorted { ($0.donor, $0.recipient) < ($1.donor, $1.recipient) })
  }

  /// The recommended plan of a run's `plans.json`; nil where it has none, or is no such document of this format.
  ///
  /// Reads only what continuity needs, so that a run of an earlier version that says less about its plans can be continued.
  public init?(run: String, plansText: [UInt8]) {
    struct Document: Decodable {
      struct Plan: Decodable {
        var id: String
        var pairings: [Amount]
      }

      var format: String
      var recommended: String?
      var plans: [Plan]
    }
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(plansText)),
      document.format == PlansDocument.currentFormat,
      let plan = document.plans.first(where: { $0.id == document.recommended })
    else { return nil }
    self.init(
      run: run, plan: plan.id,
      pairings: plan.pairings.sorted { ($0.donor, $0.recipient) < ($1.donor, $1.recipient) })
  }
}
