import Plans
import Records

/// `round.dat`: the records of a round as data of `Models/pairing.mod`, so that the stock `glpsol` can check a run.
///
/// It holds what planners wrote and the policy's settings, and nothing that follows from them: who may fund whom, values, coal
/// shares and entitlements are the model's own work.
///
/// - Parameter earlier: the plan that continuity kept to.
func mathProgData(_ records: RecordSet, continuing earlier: EarlierPlan?) -> [UInt8] {
  var data = MathProgData()
  data.add(records.horizon)
  data.add(policy: records.policy)
  data.add(regions: records.regions, of: records.proposals, measure: records.policy.fairnessMeasure)
  data.add(records.links)
  data.add(records.offers)
  data.add(records.proposals)
  if let earlier { data.add(earlier) }

  var head = MathProgText()
  head.comment(
    "Records of the round \(records.round) for GLPK's glpsol: python3 pairing.py round.dat")
  head.comment("Money is in millions of \(records.policy.currency), expertise in person-months.")
  if !data.names.renamed.isEmpty {
    head.heading("Names that are written otherwise below")
    for (symbol, name) in data.names.renamed { head.comment("\(symbol) is \(name)") }
  }
  return Array((head.text + "\ndata;\n" + data.text.text + "\nend;\n").utf8)
}

/// The data as it comes into being.
struct MathProgData {
  var text = MathProgText()
  var names = MathProgNames()

  mutating func add(_ horizon: ClosedRange<Int>) {
    text.heading("Horizon")
    text.parameter("first_year", "\(horizon.lowerBound)")
    text.parameter("last_year", "\(horizon.upperBound)")
  }

  mutating func region(_ code: RegionCode) -> String { names.symbol(code.text, .region) }

  /// The row's number, the donor and the recipient: rows of one pair may stand beside each other.
  mutating func pair(_ row: Int, _ donor: RegionCode, _ recipient: RegionCode) -> [String] {
    ["\(row + 1)", region(donor), region(recipient)]
  }

  mutating func set(_ name: String, of record: String, _ members: [String]) {
    text.set("\(name)[\(record)]", members)
  }
}
