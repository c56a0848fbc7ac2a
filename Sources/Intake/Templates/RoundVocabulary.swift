import Records

/// What a round calls things, so that templates offer it: also of a round that must still wait for offers or proposals.
package struct RoundVocabulary: Sendable {
  /// Region codes with their names, without communities.
  package var regions: [(code: String, name: Bilingual)] = []
  package var sectors: [String] = []
  package var instruments: [String] = []
  package var policyAreas: [String] = []
  package var years: ClosedRange<Int>?
  package var currency: String
  /// nil where the round has no policy.
  package var language: Policy.Language?
}

/// The vocabulary of a round's files; what is wrong in them is left out.
package func roundVocabulary(_ files: [InputFile]) -> RoundVocabulary {
  RoundReader(round: "", files: files, inForce: [], Limits()).vocabulary()
}

extension RoundReader {
  fileprivate func vocabulary() -> RoundVocabulary {
    let ruling = ruling()
    let assembly = ruling.assembly
    let offers = assembly.offers
    let proposals = assembly.proposals
    var words = RoundVocabulary(currency: ruling.policy.currency)
    words.regions = assembly.regions.filter { !$0.code.text.contains("/") }.map { region in
      let en = region.name ?? region.nameZh ?? ""
      return (region.code.text, Bilingual(en: en, zh: region.nameZh ?? en))
    }.sorted { $0.code < $1.code }
    words.sectors = RoundReader.distinct(
      proposals.map(\.sector.text) + offers.flatMap { $0.sectors.map(\.text) })
    words.instruments = RoundReader.distinct(
      offers.map(\.instrument.text) + proposals.flatMap { $0.instruments.map(\.text) })
    words.policyAreas = RoundReader.distinct(
      (offers.flatMap(\.policyAreas) + proposals.flatMap(\.policyAreas)).map(\.text))
    words.years = assembly.horizon
    words.language = ruling.isGiven ? ruling.policy.language : nil
    return words
  }

  private static func distinct(_ values: [String]) -> [String] { Set(values).sorted() }
}
