import Records
import Round

/// What the round's records call the regions, proposals and offers that plans name by code and id.
struct Names {
  private let regions: [RegionCode: Region]
  private let proposals: [ProposalID: Proposal]
  private let offers: [OfferID: Offer]

  /// - Parameter round: nil where the inputs give no round; then everything is called by its code.
  init(_ round: Round?) {
    func byKey<Key: Hashable, Value>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
      Dictionary(values.map { (key($0), $0) }) { first, _ in first }
    }
    regions = byKey(round?.records.regions ?? [], \.code)
    proposals = byKey(round?.records.proposals ?? [], \.id)
    offers = byKey(round?.records.offers ?? [], \.id)
  }

  func proposal(_ id: ProposalID) -> Proposal? { proposals[id] }

  func offer(_ id: OfferID) -> Offer? { offers[id] }

  /// A region's names, each language's own first.
  func region(_ code: RegionCode) -> Bilingual {
    let region = regions[code]
    return named(region?.name, region?.nameZh, else: code.text)
  }

  /// A proposal's titles, each language's own first.
  func title(_ id: ProposalID) -> Bilingual {
    let proposal = proposals[id]
    return named(proposal?.title, proposal?.titleZh, else: id.text)
  }

  /// The name of a fairness group: a region's, or `region · community`.
  func group(_ name: String) -> Bilingual {
    if regions[RegionCode(name)] != nil { return region(RegionCode(name)) }
    guard let slash = name.firstIndex(of: "/") else { return region(RegionCode(name)) }
    let community = name[name.index(after: slash)...]
    let home = region(RegionCode(String(name[..<slash])))
    return Bilingual(en: "\(home.en) · \(community)", zh: "\(home.zh) · \(community)")
  }

  private func named(_ name: String?, _ nameZh: String?, else code: String) -> Bilingual {
    let en = name.flatMap { $0.isEmpty ? nil : $0 }
    let zh = nameZh.flatMap { $0.isEmpty ? nil : $0 }
    return Bilingual(en: en ?? zh ?? code, zh: zh ?? en ?? code)
  }
}

/// One of the two languages, where a file or a terminal has room for one.
public enum Language: Hashable, Sendable { case en, zh }

extension Bilingual {
  func text(_ language: Language) -> String { language == .zh ? zh : en }
}

extension Policy {
  /// The language of files that hold one: the policy's, English where it wants both.
  var fileLanguage: Reports.Language { language == .zh ? .zh : .en }
}
