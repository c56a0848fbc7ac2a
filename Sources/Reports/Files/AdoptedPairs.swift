import Foundation
import Pages
import Plans
import Records
import Round

/// Pairings of a plan as the policy fixes them: added to a round, the next plan keeps to them.
public struct AdoptedPairs: Hashable, Sendable {
  public enum Failure: Error, Hashable, Sendable {
    case noPlan(String, plans: [String])
    /// A code that a list in one cell cannot hold.
    case notInOneCell(RegionCode)
  }

  struct Pair: Hashable, Sendable {
    var donor: RegionCode
    var recipient: RegionCode
    /// M, exact to the unit.
    var amount: Double
  }

  /// The plan's, then those that the policy fixed before and that are not among them.
  let pairs: [Pair]
  private let plan: Plan
  private let language: Policy.Language
  private let adopted: Int
  /// The files whose `fixed_pairs` these replace.
  private let replaced: [String]

  /// - Parameter most: how many pairings, in the order of their ranks; nil for all.
  public init(plan id: String, most: Int? = nil, of document: PlansDocument, round: Round)
    throws(Failure)
  {
    guard let plan = document.plans.first(where: { $0.id == id }) else {
      throw .noPlan(id, plans: document.plans.map(\.id))
    }
    let own = plan.pairings.sorted { $0.rank < $1.rank }.prefix(most ?? .max).map {
      Pair(donor: $0.donor, recipient: $0.recipient, amount: $0.amount.wholeUnits)
    }
    let before = round.policy.fixedPairs
    pairs =
      own
      + before.filter { fixed in
        !own.contains { $0.donor == fixed.donor && $0.recipient == fixed.recipient }
      }.map { Pair(donor: $0.donor, recipient: $0.recipient, amount: $0.amount) }
    self.plan = plan
    language = round.policy.language
    adopted = own.count
    replaced = Set(before.map(\.origin.file)).sorted()
  }

  /// A YAML document of its own, or a part of the policy's.
  public var yaml: String {
    let lines = pairs.map { pair in
      "    - {donor: \(quoted(pair.donor.text)), recipient: \(quoted(pair.recipient.text)), amount: \(plainDecimal(pair.amount)) M}\n"
    }
    let none = pairs.isEmpty ? " []" : ""
    return comment.map { "# \($0)\n" }.joined() + "policy:\n  fixed_pairs:\(none)\n"
      + lines.joined()
  }

  /// The same as a table of settings.
  public func csv() throws(Failure) -> String {
    for code in pairs.flatMap({ [$0.donor, $0.recipient] })
    where code.text.contains(where: { ">→:：=＝;；、\"".contains($0) }) {
      throw .notInOneCell(code)
    }
    var table = CSVTable(header: ["setting", "value"])
    table.append([
      .text("fixed_pairs"),
      .list(pairs.map { "\($0.donor)>\($0.recipient) \(plainDecimal($0.amount)) M" }),
    ])
    return String(decoding: table.bytes, as: UTF8.self)
  }

  private var comment: [String] {
    let text = AdoptText.comment(
      count: adopted,
      ["plan": Words(plan.id), "profile": Words(profileName(plan.profile))])
    let replaces =
      replaced.isEmpty
      ? []
      : [
        AdoptText.replaces([
          "files": replaced.map { Words($0) }.joined(", ", "、")
        ])
      ]
    return ([text] + replaces).flatMap { words in
      let plain = words.plain
      switch language {
      case .en: return [plain.en]
      case .zh: return [plain.zh]
      case .both: return [plain.en, plain.zh]
      }
    }
  }

  /// As JSON writes a text, which YAML reads too.
  private func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

enum AdoptText: String, Phrase {
  case comment =
    "{n} pairing of plan {plan} ({profile}), agreed. Save this among the round’s files: the next plan keeps to it.|{n} pairings of plan {plan} ({profile}), agreed. Save this among the round’s files: the next plan keeps to them. ‖ 方案 {plan}（{profile}）的 {n} 个结对，已商定。存入本轮文件夹，下一方案即予保持。"
  case replaces =
    "It replaces fixed_pairs in {files}: take them out there, their pairs are in this list. ‖ 替代 {files} 中的 fixed_pairs：请在原处删去，其结对已列于此。"
}
