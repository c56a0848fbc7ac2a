import Pages
import Plans
import Records
import Round

/// Why, or why not: what a plan says of one thing, or of two regions together, in sentences.
public struct Explanation: Sendable {
  /// A few sentences under one head.
  struct Part: Sendable {
    var head: Words
    var lines: [Words]
  }

  var title: Words
  var parts: [Part]
  /// The parts of the plan that the sentences were made from.
  public let selection: Selection

  public enum Failure: Error, Hashable, Sendable {
    /// Two things that are no two regions.
    case noPair
    case noPlan(String, plans: [String])
    /// A run whose fixed pairs conflict.
    case conflict
  }

  /// - Parameters:
  ///   - subjects: one, or two regions of which one is the donor.
  ///   - plan: its id; the recommended plan if nil.
  ///   - document: as published.
  public init(
    of subjects: [Subject], plan id: String? = nil, in document: PlansDocument, round: Round
  ) throws(Failure) {
    let wanted = id ?? document.recommended
    guard let first = document.plans.first else { throw .conflict }
    guard let plan = document.plans.first(where: { $0.id == wanted }) ?? (id == nil ? first : nil)
    else { throw .noPlan(wanted ?? "", plans: document.plans.map(\.id)) }
    let facts = Facts(document: document, plan: plan, round: round)
    if subjects.count == 2 {
      guard case .region(let one) = subjects[0], case .region(let other) = subjects[1] else {
        throw .noPair
      }
      let pair = facts.direction(one, other)
      self.init(facts, pair: pair.donor, pair.recipient)
      return
    }
    guard subjects.count == 1, let subject = subjects.first else { throw .noPair }
    switch subject {
    case .region(let code): self.init(facts, region: code)
    case .community(let group): self.init(facts, community: group)
    case .offer(let id): self.init(facts, offer: id)
    case .proposal(let id): self.init(facts, proposal: id)
    }
  }

  /// - Parameter parts: those without a line are left out.
  init(_ facts: Facts, title: Words, parts: [Part], selection: Selection) {
    self.title = ExplainText.title([
      "subject": title, "plan": Words(facts.plan.id), "profile": facts.planName(facts.plan),
    ])
    self.parts = parts.filter { !$0.lines.isEmpty }
    self.selection = selection
  }

  /// The sentences for a terminal.
  public func text(_ language: Language) -> String {
    let plain = { (words: Words) in words.plain.text(language) }
    return plain(title) + "\n"
      + parts.map { part in
        "\n" + plain(part.head) + "\n"
          + part.lines.map { (language == .zh ? "· " : "- ") + plain($0) + "\n" }.joined()
      }.joined()
  }

  /// What `plans.json` holds of the subject; what there is nothing of stands as an empty list.
  public struct Selection: Hashable, Sendable, Encodable {
    /// The plan's id.
    public var plan: String
    /// As commands name them without a doubt: `region:CN-SX`.
    public var subjects: [String]
    /// The share of its entitlement that a region or community gets, at most 1; nil for what has none.
    public var level: Double?
    /// The rules that hold that level.
    public var heldBy: [RuleName] = []
    public var pairings: [Pairing] = []
    public var tickets: [Ticket] = []
    var expertise: [ExpertiseTicket] = []
    public var unfunded: [UnfundedProposal] = []
    public var unusedPairs: [UnusedPair] = []
    /// What the donor's offers lack to fund the region's proposals; empty where one fits.
    var lacks: [OfferLacks] = []
    /// What is worth most first.
    public var prices: [Price] = []

    init(_ facts: Facts, _ subjects: [Subject]) {
      plan = facts.plan.id
      self.subjects = subjects.map(\.name)
    }

    enum CodingKeys: String, CodingKey {
      case plan, subjects, level, pairings, tickets, expertise, unfunded, prices, lacks
      case heldBy = "held_by"
      case unusedPairs = "unused_pairs"
    }
  }
}

extension Facts {
  /// Which of two regions gives to the other: as the plan pairs them, else as they could be paired, else as they stand.
  fileprivate func direction(_ one: RegionCode, _ other: RegionCode) -> (
    donor: RegionCode, recipient: RegionCode
  ) {
    let back = round.openPairs.contains {
      round.donors[$0.donor].code == other && round.recipients[$0.recipient].code == one
    }
    let forth = round.openPairs.contains {
      round.donors[$0.donor].code == one && round.recipients[$0.recipient].code == other
    }
    if amount(one, other) > 0 { return (one, other) }
    if amount(other, one) > 0 || back && !forth { return (other, one) }
    let isGiver = round.donors.contains { $0.code == one && $0.money > 0 }
    return isGiver || forth ? (one, other) : (other, one)
  }
}
