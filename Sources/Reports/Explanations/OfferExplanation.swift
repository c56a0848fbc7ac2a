import Pages
import Plans
import Records
import Round

extension Explanation {
  /// What an offer pays, what of it lies idle, and what more or less of it is worth.
  init(_ facts: Facts, offer id: OfferID) {
    var selection = Selection(facts, [.offer(id)])
    selection.tickets = facts.plan.tickets.filter { $0.offer == id }
    selection.prices = facts.pricesByWorth.filter { $0.name.offer == id }
    selection.unusedPairs = facts.plan.unusedPairs.filter { $0.offer == id }
    selection.expertise = facts.plan.expertise.filter { $0.offer == id }
    let donor = facts.names.offer(id)?.donor
    self.init(
      facts,
      title: ExplainText.offerTitle([
        "offer": facts.names.called(id), "id": Words(id.text),
        "instrument": facts.names.offer(id).map { instrumentName($0.instrument) } ?? .none,
        "donor": donor.map(facts.name) ?? .none,
      ]),
      parts: [
        Part(head: ExplainText.givesHead.words, lines: Self.gives(facts, id, selection.tickets)),
        Part(head: ExplainText.yearsHead.words, lines: Self.years(facts, id, selection.tickets)),
        Part(head: ExplainText.paysHead.words, lines: facts.pays(selection.tickets)),
        Part(
          head: ExplainText.expertsHead.words,
          lines: facts.experts(selection.expertise) { Words(facts.names.title($0.proposal)) }),
        Part(head: ExplainText.unusedHead.words, lines: facts.unused(selection.unusedPairs)),
        Part(
          head: ExplainText.pricesHead.words, lines: facts.worths(selection.prices)),
      ], selection: selection)
  }

  private static func gives(_ facts: Facts, _ id: OfferID, _ tickets: [Ticket]) -> [Words] {
    if let expert = facts.round.experts.first(where: { $0.id == id }) {
      let months = facts.plan.expertise.filter { $0.offer == id }.reduce(0) { $0 + $1.months }
      return [
        ExplainText.months(["months": grouped(months), "offered": grouped(expert.months)])
      ]
    }
    guard let offer = facts.round.offers.first(where: { $0.id == id }) else { return [] }
    let placed = tickets.reduce(0) { $0 + $1.amount }
    return [
      facts.gives(placed, of: offer.total)
    ]
  }

  private static func years(_ facts: Facts, _ id: OfferID, _ tickets: [Ticket]) -> [Words] {
    guard let offer = facts.round.offers.first(where: { $0.id == id }) else { return [] }
    return zip(facts.round.years, offer.budget).map { year, budget in
      let placed = tickets.reduce(0) { $0 + ($1.byYear[String(year)] ?? 0) }
      return ExplainText.spent([
        "year": .markup(String(year)), "placed": facts.money.prose(placed),
        "offered": facts.money.prose(budget),
      ])
    }
  }
}
