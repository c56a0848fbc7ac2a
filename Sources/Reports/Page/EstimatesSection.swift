import Pages
import Records

/// Which figures are estimates, by what their records say they rest on.
struct EstimatesTable: Templated {
  struct Row {
    let basis: Words
    let proposals: Words
    let need: Words
    let offers: Words
    let pledged: Words
  }

  let head: Row
  let rows: [Row]

  static let template = """
    <div class="list"><figure><table class="est"><thead>{{#head}}<tr><th scope="col">{{{basis}}}</th><th scope="col">{{{proposals}}}</th>\
    <th scope="col">{{{need}}}</th><th scope="col">{{{offers}}}</th><th scope="col">{{{pledged}}}</th></tr>{{/head}}</thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{basis}}}</th><td>{{{proposals}}}</td><td>{{{need}}}</td>\
    <td>{{{offers}}}</td><td>{{{pledged}}}</td></tr>
    {{/rows}}</tbody></table></figure></div>
    """

  init(_ facts: Facts) {
    let unit = facts.money.unit
    head = Row(
      basis: EstimateText.basis.words, proposals: EstimateText.proposals.words,
      need: EstimateText.need(["unit": unit]), offers: EstimateText.offers.words,
      pledged: EstimateText.pledged(["unit": unit]))
    let projects = Dictionary(grouping: facts.round.projects) {
      Estimates.kind(of: $0.record.basis) ?? ""
    }
    let offers = Dictionary(grouping: facts.round.offers) {
      Estimates.kind(of: $0.record.basis) ?? ""
    }
    rows = Set(projects.keys).union(offers.keys).sorted().map { basis in
      let asked = projects[basis] ?? []
      let given = offers[basis] ?? []
      let mark = Estimates.isEstimate(basis) ? Estimates.mark : .none
      return Row(
        basis: (basis.isEmpty ? EstimateText.notStated.words : Words(basis)) + mark,
        proposals: grouped(Double(asked.count)),
        need: facts.money.cell(asked.reduce(0) { $0 + $1.need }),
        offers: grouped(Double(given.count)),
        pledged: facts.money.cell(given.reduce(0) { $0 + $1.total }))
    }
  }

  static func section(_ facts: Facts) throws -> Section {
    let proposals = facts.round.projects.count { facts.estimates.proposals.contains($0.id) }
    let offers = facts.round.offers.count { facts.estimates.offers.contains($0.id) }
    let finding: Words =
      switch (proposals, offers) {
      case (0, 0): EstimateText.none.words
      case (_, 0):
        EstimateText.someProposals(
          count: proposals, ["all": grouped(Double(facts.round.projects.count))])
      case (0, _):
        EstimateText.someOffers(count: offers, ["all": grouped(Double(facts.round.offers.count))])
      default:
        EstimateText.some([
          "proposals": grouped(Double(proposals)), "offers": grouped(Double(offers)),
        ])
      }
    return Section(
      id: "estimates", label: EstimateText.label.words, topic: EstimateText.topic.words,
      finding: finding, explanation: EstimateText.explanation.words,
      figure: try EstimatesTable(facts).markup())
  }
}

enum EstimateText: String, Phrase {
  case label = "Estimates ‖ 估计值"
  case topic = "What the figures rest on ‖ 数据依据"
  case none = "No record says that its figures are estimates ‖ 没有记录注明为估计值"
  case someProposals =
    "The figures of {n} of {all} proposals are estimates ‖ {all} 个项目中，{n} 个的数据为估计值"
  case someOffers =
    "{n} of {all} offers is an estimate|{n} of {all} offers are estimates ‖ {all} 项承诺中，{n} 项为估计值"
  case some =
    "The figures of {proposals} proposals and {offers} offers are estimates ‖ {proposals} 个项目和 {offers} 项承诺的数据为估计值"
  case explanation =
    "By the basis that each record states. Needs, jobs, CO₂ and value added of a proposal, and amounts of an offer, that rest on an estimate carry <sup>e</sup>; so does a sum with one among its parts. ‖ 按各记录注明的依据。依估计得出的项目需求、就业、减排、增加值及承诺金额标 <sup>估</sup>；合计中含估计值的亦同。"
  case basis = "Basis ‖ 依据"
  case proposals = "Proposals ‖ 项目"
  case need = "Needs, {unit} ‖ 需求，{unit}"
  case offers = "Offers ‖ 承诺"
  case pledged = "Pledged, {unit} ‖ 承诺额，{unit}"
  case notStated = "not stated ‖ 未注明"
}
