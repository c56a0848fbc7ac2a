import Records

extension Region {
  static func read(_ reader: RowReader) -> ReadRow<Region> {
    var reader = reader
    let code = reader.required(.code)
    if let code, code.contains(where: { ";；、,，>".contains($0) }) {
      reader.add(.separatorInCode(code), reader.whole.table.layout.index(of: .code))
    }
    let name = reader.text(.name)
    let nameZh = reader.text(.nameZh)
    var measures: [String: Double] = [:]
    let names = ColumnNames.regions
    let known: [Column] = [
      .needWeight, .gdp, .fiscalRevenue, .population, .coalOutputMt, .coalJobs,
    ]
    for column in known { measures[names.name(of: column)] = reader.count(column) }
    // Any other figure may be below 0 (a longitude, a growth rate); as a measure of need it may not.
    for (name, index) in reader.whole.table.layout.extras {
      measures[name] = reader.number(at: index, allowsPercent: true)
    }
    return ReadRow(reader, key: code) {
      guard let code else { return nil }
      return Region(
        code: RegionCode(code), name: name, nameZh: nameZh, measures: measures,
        origin: reader.origin)
    }
  }
}
