import Plans
import Records
import Round

extension Round {
  /// What the offers lack that come nearest to fitting a project: those that lack the fewest things.
  func nearestLacks(_ project: Int) -> [Lack] {
    let all = offers.indices.map { (offer: $0, lacks: lacks(offer: $0, project: project)) }
    let fewest = all.map(\.lacks.count).min() ?? 0
    return all.filter { $0.lacks.count == fewest }.flatMap { entry in
      entry.lacks.map { Lack($0, of: offers[entry.offer].id) }
    }
  }
}

extension Lack {
  init(_ lack: OfferLack, of offer: OfferID) {
    switch lack {
    case .instrument: self.init(offer: offer, lacks: .instrument)
    case .sector: self.init(offer: offer, lacks: .sector)
    case .recipient: self.init(offer: offer, lacks: .recipient)
    case .forbidden: self.init(offer: offer, lacks: .forbidden)
    case .itself: self.init(offer: offer, lacks: .itself)
    case .year(let year): self.init(offer: offer, lacks: .year, year: year)
    }
  }
}
