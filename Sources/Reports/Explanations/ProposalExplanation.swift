import Pages
import Plans
import Records
import Round

extension Explanation {
  /// Who pays for a proposal, or what stops it, who got the money instead, and what would win.
  init(_ facts: Facts, proposal id: ProposalID) {
    var selection = Selection(facts, [.proposal(id)])
    selection.tickets = facts.plan.tickets.filter { $0.proposal == id }
    selection.unfunded = facts.unfunded.filter { $0.proposal == id }
    selection.prices = facts.pricesByWorth.filter { $0.name.proposal == id }
    selection.expertise = facts.plan.expertise.filter { $0.proposal == id }
    let record = facts.names.proposal(id)
    let isIn = facts.round.projects.contains { $0.id == id }
    let funded = facts.funded[id] ?? 0
    let need = record?.need ?? 0
    var parts = [
      Part(
        head: ExplainText.receivesHead.words,
        lines: [
          (funded > 0 ? ExplainText.needs : .needsAndHasNothing)([
            "need": facts.money.prose(need), "funded": facts.money.prose(funded),
            "share": share(need > 0 ? funded / need : 0),
          ])
        ] + (isIn ? [] : [ExplainText.notIn.words])),
      Part(
        head: ExplainText.moneyHead.words,
        lines: selection.tickets.map { ticket in
          ExplainText.givesTo([
            "offer": facts.names.called(ticket.offer), "amount": facts.money.prose(ticket.amount),
          ])
        }),
    ]
    parts.append(
      Part(
        head: ExplainText.expertsHead.words,
        lines: facts.experts(selection.expertise) { facts.names.called($0.offer) }))
    if let unfunded = selection.unfunded.first {
      let lacks = !unfunded.lacks.isEmpty
      parts += [
        Part(
          head: (lacks ? ExplainText.lacksHead : .stoppedHead).words,
          lines: facts.stopped(unfunded).map(\.capitalised)),
        Part(
          head: ExplainText.insteadHead.words,
          lines: facts.lines(
            unfunded.instead.map { Words(facts.names.title($0)) }, rest: .moreProposals)),
        Part(
          head: facts.winsHead(unfunded), lines: lacks ? [] : facts.wins(unfunded)),
      ]
    }
    parts.append(
      Part(head: ExplainText.pricesHead.words, lines: facts.worths(selection.prices)))
    self.init(
      facts,
      title: ExplainText.proposalTitle([
        "title": Words(facts.names.title(id)), "id": Words(id.text),
        "region": record.map { facts.name($0.recipient) } ?? .none,
      ]), parts: parts, selection: selection)
  }
}
