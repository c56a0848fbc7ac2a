import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Prices, held against solves with the limit elsewhere")
struct PriceTests {
  @Test(arguments: 0..<16)
  func holdAsFarAsTheySayAndNoFurther(seed: Int) async throws {
    let checked = try await offPool {
      var program = try LastBenefit(seed: seed)
      return try checkPrices(&program, "seed \(seed)")
    }
    #expect(checked > 0, "seed \(seed) has no price")
  }
}

/// Holds prices against solves from nothing with the limit elsewhere.
///
/// - Parameter step: every how manieth price is held against them.
/// - Returns: how many prices there are.
@discardableResult
func checkPrices(
  _ program: inout LastBenefit, step: Int = 1, _ label: String
) throws -> Int {
  let prices = try program.asked.prices { _, _ in true }
  // A rule may stand in the program twice, once for each time that its stage comes.
  let places = Dictionary(grouping: program.asked.allocation.limits, by: \.name)
    .mapValues { $0.map(\.place) }
  let sizes = prices.map { abs($0.more.price) }
  #expect(sizes == sizes.sorted(by: >), "\(label)")
  for place in stride(from: 0, to: prices.count, by: step) {
    let price = prices[place]
    guard let limits = places[price.name], limits.count == 1 else { continue }
    #expect(program.asked.allocation.program.value(of: limits[0]) == price.limit)
    try check(price, .down, limits[0], program, "\(label) \(price)")
    try check(price, .up, limits[0], program, "\(label) \(price)")
  }
  return prices.count
}

private func check(
  _ price: Price, _ direction: Direction, _ limit: Limit, _ program: borrowing LastBenefit,
  _ label: String
) throws {
  let side = direction == .up ? price.more : price.less
  let sign = direction.rawValue
  let size = max(1, abs(price.limit))
  let home = program.optimum
  func optimum(_ distance: Double) throws -> ColdProgram.Optimum? {
    try program.cold.moving(limit, by: sign * distance).optimum()
  }
  guard side.upTo != 0 else {
    #expect(try optimum(1e-4 * size) == nil, "\(label) \(direction)")
    return
  }
  let far = side.upTo ?? 100 * size
  for distance in [far / 3, far * (1 - 1e-9)] {
    let found = try #require(try optimum(distance), "\(label) \(direction)")
    let expected = home.value + sign * distance * side.price
    #expect(abs(found.value - expected) < 2e-6 * size, "\(label) \(direction) \(distance)")
    guard distance > 1e-3, home.isUnique, found.isUnique else { continue }
    try check(side, program.money(home), program.money(found), sign * distance, program, label)
  }
  if let end = side.upTo, let beyond = try optimum(end + 0.05 * size) {
    let same = home.value + sign * (end + 0.05 * size) * side.price
    #expect(beyond.value < same - 1e-7, "\(label) \(direction)")
  }
}

/// The indicators' rates are those of the money that moved.
private func check(
  _ side: Price.Side, _ before: [Double], _ after: [Double], _ distance: Double,
  _ program: borrowing LastBenefit, _ label: String
) throws {
  let round = program.asked.round
  for (indicator, rate) in side.indicators {
    let change = round.eligible.indices.reduce(0.0) { sum, pair in
      let record = round.projects[round.eligible.project[pair]].record
      return sum + (record.benefits[indicator] ?? 0) / record.need * (after[pair] - before[pair])
    }
    #expect(
      abs(change - rate * distance) < 1e-4 * max(1, abs(change)), "\(label) \(indicator)")
  }
}
