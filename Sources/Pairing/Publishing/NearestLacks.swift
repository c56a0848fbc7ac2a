import Plans
import Records
import Round

extension Round {
  /// What the offers lack that come nearest to fitting a project: those that lack the fewest things.
  func nearestLacks(_ project: Int) -> [Lack] {
    let all = offers.indices.map { lacks(offer: $0, project: project) }
    let fewest = all.map(\.count).min() ?? 0
    return all.filter { $0.count == fewest }.flatMap { $0 }
  }
}
