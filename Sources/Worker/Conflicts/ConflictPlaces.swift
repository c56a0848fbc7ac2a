import Intake
import Plans
import Records

/// Where the rules of a conflict are written: a budget in its offer's cell, a concentration in the policy's setting.
struct ConflictPlaces {
  let records: RecordSet
  let cells: CellFinder
  /// Files of which an earlier version is in force: their cells now are not those that were read.
  let former: Set<String>

  /// The conflict with the file and cell of each rule.
  func placed(_ conflict: Conflict) -> Conflict {
    var placed = conflict
    placed.rules = conflict.rules.map(self.placed)
    placed.growth?.limits = (conflict.growth?.limits ?? []).map { limit in
      var limit = limit
      limit.rule = self.placed(limit.rule)
      return limit
    }
    return placed
  }

  private func placed(_ rule: Conflict.Rule) -> Conflict.Rule {
    var rule = rule
    let origin = origins(of: rule).first
    rule.file = origin?.file ?? rule.file
    rule.at = origin?.at ?? rule.at
    return rule
  }

  /// The cells that say a rule: what several offers lack stands in several, and what no cell says in none.
  func origins(of rule: Conflict.Rule) -> [Origin] {
    let policy = records.policy
    func setting(_ name: String) -> [Origin] { policy.origins[name].map { [$0] } ?? [] }
    func offer(_ field: String) -> [Origin] {
      records.offers.filter { $0.id == rule.offer }.map { cell(field, of: $0.origin) }
    }
    switch rule.rule {
    case .fixedPair:
      return policy.fixedPairs.map(\.origin).filter { $0.file == rule.file && $0.at == rule.at }
    case .forbiddenPair:
      return policy.forbiddenPairs.filter {
        $0.donor == rule.donor && $0.recipient == rule.recipient
      }.map(\.origin)
    case .noPair:
      return (rule.lacks ?? []).compactMap(origin).reduce(into: []) { origins, origin in
        if !origins.contains(origin) { origins.append(origin) }
      }
    case .budget:
      return records.offers.filter { $0.id == rule.offer }
        .map { cell($0.amount.field(of: rule.year), of: $0.origin) }
    case .need:
      return records.proposals.filter { $0.id == rule.proposal }
        .map { cell("need", of: $0.origin) }
    case .coInvestment: return setting("co_investment.max_donor_share")
    case .concentration: return setting("concentration.max_recipient_share")
    case .ownLimit: return offer("max_share_per_recipient")
    case .diversification: return setting("diversification.max_sector_share")
    case .maxRecipients: return setting("max_recipients_per_donor")
    case .maxDonors: return setting("max_donors_per_recipient")
    case .minPairing: return setting("min_pairing")
    case .minTicket: return offer("min_ticket")
    case .minFunding:
      return records.proposals.filter { $0.id == rule.proposal }
        .map { cell("min_funding", of: $0.origin) }
    }
  }

  /// Where an offer says what keeps it from a proposal.
  private func origin(of lack: Lack) -> Origin? {
    guard let offer = records.offers.first(where: { $0.id == lack.offer }) else { return nil }
    return switch lack.lacks {
    case .instrument: cell("instrument", of: offer.origin)
    case .sector: cell("sectors", of: offer.origin)
    case .recipient: cell("recipients", of: offer.origin)
    case .forbidden, .itself: cell("donor", of: offer.origin)
    case .year: cell(offer.amount.field(of: lack.year), of: offer.origin)
    }
  }

  /// The cell of a value, else its row.
  private func cell(_ field: String, of row: Origin) -> Origin {
    former.contains(row.file) ? row : cells.cell(of: field, in: row) ?? row
  }
}

extension Offer.Amount {
  /// The column in which the money of a year stands.
  fileprivate func field(of year: Int?) -> String {
    if case .byYear = self, let year { String(year) } else { "amount" }
  }
}
