import Plans
import Records

/// Which edits concern a pairing or a proposal directly. That is no cause, only what a planner would look at first: what an edit
/// elsewhere takes away or sets free, planning again alone can tell.
struct EditConcerns {
  /// Offers and proposals that a pairing consists of in either plan.
  private var offers: [DonorAndRecipient: Set<String>] = [:]
  private var proposals: [DonorAndRecipient: Set<String>] = [:]
  /// The places of edits by their records' keys, and of those of a pair's records.
  private var places: [InputChange.Kind: [String: [Int]]] = [:]
  private var ofPair: [DonorAndRecipient: [Int]] = [:]

  init(_ edits: [InputEdit], _ older: ComparedRun, _ newer: ComparedRun) {
    for (place, edit) in edits.enumerated() {
      places[edit.change.kind, default: [:]][edit.change.key, default: []].append(place)
      if let pair = edit.pair { ofPair[pair, default: []].append(place) }
    }
    for run in [older, newer] {
      let records = run.inputs.records
      let donors = Dictionary(records.offers.map { ($0.id, $0.donor) }) { first, _ in first }
      let recipients = Dictionary(records.proposals.map { ($0.id, $0.recipient) }) {
        first, _ in first
      }
      for ticket in run.answer?.tickets ?? [] {
        guard let donor = donors[ticket.offer], let recipient = recipients[ticket.proposal] else {
          continue
        }
        let pair = DonorAndRecipient(donor: donor, recipient: recipient)
        offers[pair, default: []].insert(ticket.offer.text)
        proposals[pair, default: []].insert(ticket.proposal.text)
      }
    }
  }

  func of(_ change: PairingChange) -> [Int] {
    let pair = DonorAndRecipient(donor: change.donor, recipient: change.recipient)
    var found = ofPair[pair] ?? []
    found += (offers[pair] ?? []).flatMap { places[.offer]?[$0] ?? [] }
    found += (proposals[pair] ?? []).flatMap { places[.proposal]?[$0] ?? [] }
    for region in [change.donor, change.recipient] {
      found += places[.region]?[region.text] ?? []
    }
    return Set(found).sorted()
  }

  func of(_ change: FundingChange) -> [Int] { places[.proposal]?[change.proposal.text] ?? [] }
}
