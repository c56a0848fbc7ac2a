import Records

extension Link {
  static func read(_ reader: RowReader) -> ReadRow<Link> {
    var reader = reader
    let donor = reader.region(.donor)
    let recipient = reader.region(.recipient)
    let coal = reader.count(.coalMt) ?? 0
    let hadYear =
      reader.whole.table.layout.index(of: .year).map { !reader.isBlank($0) } ?? false
    let year = reader.calendarYear(.year)
    let existing = reader.flag(.existingPairing) ?? false
    var key: String?
    if let donor, let recipient {
      if donor == recipient {
        reader.add(.linkToItself(donor.text), reader.whole.table.layout.index(of: .recipient))
      }
      if year != nil || !hadYear { key = Link.key(donor.text, recipient.text, year) }
    }
    return ReadRow(reader, key: key) {
      guard let donor, let recipient else { return nil }
      return Link(
        donor: donor, recipient: recipient, coalMt: coal, year: year,
        existingPairing: existing, origin: reader.origin)
    }
  }
}
