import Optimisation
import Plans
import Records
import Round

extension LastProgram {
  /// What each limit is worth that the plan stands at: benefit per M that it rises or falls, and how far that holds.
  ///
  /// - Throws: `StageStopped` where the watch ended it.
  mutating func prices(watch: PlanningWatch) throws -> [Price] {
    var prices: [Price] = []
    for limit in allocation.limits where allocation.program.isTight(limit.place) {
      guard watch("prices", allocation.program.iterations) else { throw StageStopped() }
      guard let bound = allocation.program.value(of: limit.place) else { continue }
      let less = try side(limit, .down)
      let more = try side(limit, .up)
      // A limit that the plan only touches and that moves nothing is worth no line.
      guard abs(less.price) > 1e-9 || abs(more.price) > 1e-9 else { continue }
      prices.append(Price(name: limit.name, limit: bound, less: less, more: more))
    }
    return prices.enumerated().sorted {
      (-abs($0.element.more.price), $0.offset) < (-abs($1.element.more.price), $1.offset)
    }.map(\.element)
  }

  private mutating func side(
    _ limit: NamedLimit, _ direction: Direction
  ) throws(ProgramError) -> Price.Side {
    guard let slope = try allocation.program.slope(of: limit.place, towards: direction) else {
      return Price.Side(price: allocation.price(of: limit.place), upTo: 0, indicators: [:])
    }
    return Price.Side(
      price: slope.price, upTo: slope.upTo, indicators: indicatorRates(moves(slope)))
  }
}
