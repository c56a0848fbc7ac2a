import Plans
import Records

/// A value of a record or a setting, as text; equal texts are equal values.
struct ComparedField {
  var name: String
  /// nil: nothing, or the default.
  var text: String?
  /// Whether a plan can depend on it.
  var counts = true

  init(_ name: String, _ text: String?, counts: Bool = true) {
    self.name = name
    self.text = text
    self.counts = counts
  }

  /// - Parameter usual: the default, which is no value of its own.
  init(_ name: String, _ value: Double?, usual: Double? = nil) {
    self.init(name, value == usual ? nil : value.map(numberText))
  }

  init(_ name: String, list: [some CustomStringConvertible]) {
    self.init(name, list.isEmpty ? nil : list.map(\.description).sorted().joined(separator: "; "))
  }
}

/// A record that can be held against the one with the same key in another run.
protocol ComparedRecord: Equatable {
  static var kind: InputChange.Kind { get }
  static var list: WritableKeyPath<RecordSet, [Self]> { get }
  /// As planners write it.
  var key: String { get }
  var origin: Origin { get }
  /// All that it says but its key.
  var fields: [ComparedField] { get }
  /// M that it asks for, pledges or fixes: what moves most money is tried first.
  var money: Double { get }
  /// Whom it is about; nil where it is no record of a pair.
  var pair: DonorAndRecipient? { get }
}

struct DonorAndRecipient: Hashable {
  var donor: RegionCode
  var recipient: RegionCode
}

extension ComparedRecord {
  var pair: DonorAndRecipient? { nil }
}

/// The shortest text that gives the number back, without an empty fraction.
func numberText(_ value: Double) -> String {
  Int(exactly: value).map(String.init) ?? "\(value)"
}

private func pairKey(_ donor: RegionCode, _ recipient: RegionCode) -> String {
  "\(donor) > \(recipient)"
}

private func byYear(_ values: [Int: Double]) -> [ComparedField] {
  values.sorted { $0.key < $1.key }.map { ComparedField(String($0.key), $0.value) }
}

extension Region: ComparedRecord {
  static var kind: InputChange.Kind { .region }
  static var list: WritableKeyPath<RecordSet, [Region]> { \.regions }
  var key: String { code.text }
  var money: Double { 0 }

  var fields: [ComparedField] {
    [
      ComparedField("name", name, counts: false), ComparedField("name_zh", nameZh, counts: false),
    ] + measures.sorted { $0.key < $1.key }.map { ComparedField($0.key, $0.value) }
  }
}

extension Link: ComparedRecord {
  static var kind: InputChange.Kind { .link }
  static var list: WritableKeyPath<RecordSet, [Link]> { \.links }
  var key: String { pairKey(donor, recipient) + (year.map { " \($0)" } ?? "") }
  var pair: DonorAndRecipient? { DonorAndRecipient(donor: donor, recipient: recipient) }
  var money: Double { 0 }

  var fields: [ComparedField] {
    [
      ComparedField("coal_mt", coalMt),
      ComparedField("existing_pairing", existingPairing ? "yes" : nil),
    ]
  }
}

extension Offer: ComparedRecord {
  static var kind: InputChange.Kind { .offer }
  static var list: WritableKeyPath<RecordSet, [Offer]> { \.offers }
  var key: String { id.text }

  var money: Double {
    switch amount {
    case .total(let amount): amount
    case .byYear(let amounts): amounts.values.reduce(0, +)
    }
  }

  var fields: [ComparedField] {
    var fields = [ComparedField("donor", donor.text), ComparedField("instrument", instrument.text)]
    switch amount {
    case .total(let amount): fields.append(ComparedField("amount", amount))
    case .byYear(let amounts): fields += byYear(amounts)
    }
    return fields + [
      ComparedField("sectors", list: sectors), ComparedField("recipients", list: recipients),
      ComparedField("max_share_per_recipient", maxSharePerRecipient, usual: 1),
      ComparedField("min_ticket", minTicket, usual: 0),
      ComparedField("policy_areas", list: policyAreas),
      ComparedField("title", title, counts: false), ComparedField("basis", basis, counts: false),
    ]
  }
}

extension Proposal: ComparedRecord {
  static var kind: InputChange.Kind { .proposal }
  static var list: WritableKeyPath<RecordSet, [Proposal]> { \.proposals }
  var key: String { id.text }
  var money: Double { need }

  var fields: [ComparedField] {
    var fields = [
      ComparedField("recipient", recipient.text), ComparedField("community", community),
      ComparedField("sector", sector.text), ComparedField("need", need),
      ComparedField("instruments", list: instruments),
    ]
    switch draw {
    case .span(let start, let years):
      fields.append(ComparedField("start_year", start.map(String.init)))
      fields.append(ComparedField("years", String(years)))
    case .weights(let weights): fields += byYear(weights)
    }
    fields.append(ComparedField("readiness", readiness, usual: 1))
    fields += benefits.sorted { $0.key < $1.key }.map { ComparedField($0.key.text, $0.value) }
    return fields + [
      ComparedField("policy_areas", list: policyAreas),
      ComparedField("expertise_months", expertiseMonths, usual: 0),
      ComparedField("min_funding", minFunding, usual: 0),
      ComparedField("title", title, counts: false),
      ComparedField("title_zh", titleZh, counts: false),
      ComparedField("basis", basis, counts: false),
    ]
  }
}

extension FixedPair: ComparedRecord {
  static var kind: InputChange.Kind { .fixedPair }
  static var list: WritableKeyPath<RecordSet, [FixedPair]> { \.policy.fixedPairs }
  var key: String { pairKey(donor, recipient) }
  var pair: DonorAndRecipient? { DonorAndRecipient(donor: donor, recipient: recipient) }
  var money: Double { amount }
  var fields: [ComparedField] { [ComparedField("amount", amount)] }
}

extension ForbiddenPair: ComparedRecord {
  static var kind: InputChange.Kind { .forbiddenPair }
  static var list: WritableKeyPath<RecordSet, [ForbiddenPair]> { \.policy.forbiddenPairs }
  var key: String { pairKey(donor, recipient) }
  var pair: DonorAndRecipient? { DonorAndRecipient(donor: donor, recipient: recipient) }
  var money: Double { 0 }
  var fields: [ComparedField] { [] }
}
