import Foundation

/// A round as its files say it, with every number exact. Written apart from the product, so that the
/// two can disagree.
public struct RoundModel: Sendable {
  public struct Offer: Sendable {
    public var id: String
    public var donor: String
    public var instrument: String
    /// nil: any.
    var sectors: Set<String>?
    var recipients: Set<String>?
    var areas: Set<String>
    var maxSharePerRecipient: Rational
    var minTicket: Rational
    /// Only years of the horizon with something in them.
    public var budget: [Int: Rational]

    public var total: Rational { budget.values.sum() }
    public var isExpertise: Bool { instrument == "expertise" }
  }

  public struct Proposal: Sendable {
    public var id: String
    public var recipient: String
    var community: String?
    var sector: String
    public var need: Rational
    /// nil: any.
    var instruments: Set<String>?
    /// `f`: only years with a share above 0; the shares sum to 1.
    public var draw: [Int: Rational]
    var readiness: Rational
    var benefits: [String: Rational]
    var areas: Set<String>
    var months: Rational
    var minFunding: Rational
  }

  /// Indices into `offers` and `proposals`.
  public struct Pair: Hashable, Sendable {
    public var offer: Int
    public var proposal: Int
  }

  public var policy: PolicyModel
  public var years: [Int]
  public var offers: [Offer]
  public var proposals: [Proposal]
  /// Mt of coal, summed over the rows of a pair.
  var coal: [RegionPair: Rational] = [:]
  var partners: Set<RegionPair> = []
  /// The policy's measure of need by region or `RECIPIENT/COMMUNITY`; blank cells have none.
  var measures: [String: Rational] = [:]

  /// `E`: the money pairs, by offer and then proposal.
  public internal(set) var eligible: [Pair] = []
  public internal(set) var isEligible: Set<Pair> = []
  /// `q[p]`.
  var quality: [Double] = []
  /// `B[d]` over money offers.
  var donorBudget: [String: Rational] = [:]
  /// `A(d)`.
  var donorAreas: [String: Set<String>] = [:]
  /// `Σr c[d,r]`.
  var donorCoal: [String: Rational] = [:]

  public init(folder: URL) throws {
    policy = try PolicyModel(file: folder.appending(path: "policy.yaml"))
    let offerTable = try DelimitedText(file: folder.appending(path: "offers.csv"))
    let proposalTable = try DelimitedText(file: folder.appending(path: "proposals.csv"))
    years = try RoundModel.horizon(policy, offerTable, proposalTable)
    let horizon = years
    offers = try offerTable.records.map { try Offer($0, horizon: horizon) }
    proposals = try proposalTable.records.map { try Proposal($0, horizon: horizon) }
    try readLinks(folder.appending(path: "links.csv"))
    for row in try DelimitedText(file: folder.appending(path: "regions.csv")).records {
      if let code = row["code"], let measure = try row.number(policy.fairnessMeasure) {
        measures[code] = measure
      }
    }
    derive()
  }

  private static func horizon(
    _ policy: PolicyModel, _ tables: DelimitedText...
  ) throws -> [Int] {
    if let years = policy.years { return Array(years) }
    for table in tables {
      let columns = table.header.compactMap(year(column:))
      if let first = columns.min(), let last = columns.max() { return Array(first...last) }
    }
    throw Unreadable("no horizon")
  }

  /// A row that stands twice, word for word, counts once.
  private mutating func readLinks(_ file: URL) throws {
    for row in Set(try DelimitedText(file: file).records) {
      guard let donor = row["donor"], let recipient = row["recipient"] else {
        throw Unreadable("link without donor or recipient")
      }
      let pair = RegionPair(donor: donor, recipient: recipient)
      coal[pair, default: .zero] = coal[pair, default: .zero] + (try row.number("coal_mt") ?? .zero)
      if row["existing_pairing"] == "yes" { partners.insert(pair) }
    }
  }
}

/// A file that is not of the shape that these readers know.
public struct Unreadable: Error, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}

extension RoundModel.Offer {
  fileprivate init(_ row: [String: String], horizon: [Int]) throws {
    guard let id = row["id"], let donor = row["donor"] else { throw Unreadable("offer without id") }
    self.id = id
    self.donor = donor
    instrument = row["instrument"] ?? "grant"
    sectors = row.list("sectors")
    recipients = row.list("recipients")
    areas = row.list("policy_areas") ?? []
    maxSharePerRecipient = try row.number("max_share_per_recipient") ?? .one
    minTicket = try row.number("min_ticket") ?? .zero
    budget = [:]
    if let amount = try row.number("amount") {
      for year in horizon { budget[year] = amount / Rational(horizon.count) }
    } else {
      for year in horizon { budget[year] = try row.number(String(year)) }
    }
    budget = budget.filter { $0.value > .zero }
  }
}

extension RoundModel.Proposal {
  fileprivate init(_ row: [String: String], horizon: [Int]) throws {
    guard let id = row["id"], let recipient = row["recipient"], let sector = row["sector"],
      let need = try row.number("need")
    else { throw Unreadable("proposal without id, recipient, sector or need") }
    self.id = id
    self.recipient = recipient
    self.sector = sector
    self.need = need
    community = row["community"]
    instruments = row.list("instruments")
    readiness = try row.number("readiness") ?? .one
    areas = row.list("policy_areas") ?? []
    months = try row.number("expertise_months") ?? .zero
    minFunding = try row.number("min_funding") ?? .zero
    benefits = row.compactMapValues { Rational(decimal: $0) }
    draw = try RoundModel.Proposal.draw(row, horizon: horizon)
    if draw.isEmpty { throw Unreadable("proposal \(id) is outside the horizon") }
  }

  private static func draw(_ row: [String: String], horizon: [Int]) throws -> [Int: Rational] {
    if row.keys.contains(where: { year(column: $0) != nil }) {
      var weights: [Int: Rational] = [:]
      for year in horizon { weights[year] = try row.number(String(year)) }
      let sum = weights.values.sum()
      return weights.filter { $0.value > .zero }.mapValues { $0 / sum }
    }
    let start = try row.number("start_year")?.whole ?? horizon[0]
    let length = try row.number("years")?.whole ?? 1
    let drawn = horizon.filter { $0 >= start && $0 < start + length }
    return Dictionary(uniqueKeysWithValues: drawn.map { ($0, .one / Rational(drawn.count)) })
  }
}

/// The year that a column's name is; nil for other columns.
func year(column: String) -> Int? { column.count == 4 ? Int(column) : nil }

extension [String: String] {
  fileprivate func number(_ column: String) throws -> Rational? {
    guard let text = self[column] else { return nil }
    guard let number = Rational(decimal: text) else {
      throw Unreadable("\(column): \(text) is no number")
    }
    return number
  }

  fileprivate func list(_ column: String) -> Set<String>? {
    self[column].map { text in
      Set(text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }
}
