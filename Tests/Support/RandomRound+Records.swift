extension RandomRound.Draft {
  mutating func makeRegions() {
    var table = DelimitedText(
      header: ["code", "name", "need_weight", "gdp", "coal_jobs"], rows: [])
    let unweighted = random.chance(0.08)
    for code in donors + recipients.filter({ !donors.contains($0) }) {
      var row = [code, random.chance(0.2) ? "Region \"\(code)\", the old one" : "Region \(code)"]
      for range in [1.0...10, 100...9000, 1...80] {
        let donor = code.hasPrefix("D") && !recipients.contains(code)
        switch random.unit() {
        case ..<(donor ? 0.8 : unweighted ? 1 : 0.08): row.append("")
        case ..<(donor ? 0.9 : 0.18): row.append("0")
        default: row.append(random.decimal(range))
        }
      }
      table.rows.append(row)
    }
    if fairnessByCommunity {
      for (recipient, names) in communities.sorted(by: { $0.key < $1.key }) {
        for name in names where random.chance(0.35) {
          table.rows.append(
            [
              "\(recipient)/\(name)", "", share(0.5...6, set: 0.8), share(50...900, set: 0.5),
              random.chance(0.1) ? "0" : share(1...9, set: 0.8),
            ])
        }
      }
    }
    files["regions.csv"] = table.text
  }

  mutating func makeLinks() {
    var table = DelimitedText(
      header: ["donor", "recipient", "coal_mt", "year", "existing_pairing"], rows: [])
    let density = random.pick([0, 0.3, 0.6, 0.9])
    for donor in donors {
      for recipient in recipients where donor != recipient && random.chance(density) {
        // Rows of one pair add up over the years.
        let from =
          random.chance(0.3) ? ["2022", "2023", "2024"] : [random.chance(0.5) ? "" : "2024"]
        for year in from {
          let mt = random.chance(0.1) ? "" : random.decimal(0.5...90, places: 1)
          table.rows.append([donor, recipient, mt, year, random.pick(["yes", "no", "no", ""])])
        }
      }
    }
    // The same row twice counts once.
    if let row = table.rows.first, random.chance(0.1) { table.rows.append(row) }
    if !table.rows.isEmpty { files["links.csv"] = table.text }
  }

  mutating func makeOffers() {
    var table = DelimitedText(
      header: [
        "id", "donor", "instrument", "sectors", "recipients", "max_share_per_recipient",
        "policy_areas", "title", "amount",
      ] + years.map(String.init), rows: [])
    let wealth = random.pick([0.2, 1, 1, 3])
    let expertise = random.chance(0.6)
    for donor in donors {
      for _ in 0..<random.whole(1...3) {
        let instrument = random.chance(0.1) ? "" : random.pick(Self.instruments)
        table.rows.append(
          [
            "O\(table.rows.count + 1)", donor, instrument, list(of: sectors, set: 0.5),
            list(of: recipients, set: 0.25), share(0.3...1, set: 0.4), list(of: areas, set: 0.7),
            random.chance(0.2) ? "Loans, \"green\" ones" : "",
          ] + money(upTo: 200 * wealth))
      }
      if expertise && random.chance(0.7) {
        table.rows.append(
          [
            "X\(table.rows.count + 1)", donor, "expertise", "", list(of: recipients, set: 0.2), "",
            list(of: areas, set: 0.9), "",
          ] + money(upTo: 60))
      }
    }
    let width = table.header.count
    yearsAreEvident = [width - years.count, width - 1].allSatisfy { column in
      table.rows.contains { !["", "0"].contains($0[column]) }
    }
    files["offers.csv"] = table.text
  }

  /// The cells `amount` and one per year, with money in at least one year.
  private mutating func money(upTo most: Double) -> [String] {
    if random.chance(0.3) {
      return [random.decimal(1...most)] + years.map { _ in "" }
    }
    var cells = years.map { _ in
      random.chance(0.12)
        ? random.pick(["", "0"]) : random.decimal(0.5...most, places: random.pick([0, 2, 2, 6]))
    }
    cells[random.below(years.count)] = random.decimal(1...most)
    return [""] + cells
  }

  mutating func makeProposals() {
    let count = 1 + Int(59.99 * random.unit() * random.unit())
    let weights = random.chance(0.4)
    var table = DelimitedText(
      header: [
        "id", "title", "recipient", "sector", "need", "instruments", "start_year", "years",
        "readiness", "policy_areas", "community", "expertise_months",
      ] + indicators + (weights ? years.map(String.init) : []), rows: [])
    let same = figures()
    for number in 1...count {
      let recipient = random.pick(recipients)
      let own = alike ? same : figures()
      table.rows.append(
        [
          "P\(number)", random.chance(0.1) ? "Mine, then lake" : "Project \(number)", recipient,
          alike ? sectors[0] : random.pick(sectors), own[0],
          alike ? "" : list(of: Self.instruments, set: 0.7),
        ] + span() + [
          alike ? "" : share(0.3...1, set: 0.8), list(of: areas, set: 0.7),
          communities[recipient].map { random.chance(0.2) ? "" : random.pick($0) } ?? "",
          share(1...40, set: 0.6),
        ] + own.dropFirst() + (weights ? drawWeights() : []))
    }
    files["proposals.csv"] = table.text
  }

  /// The need and the indicators.
  private mutating func figures() -> [String] {
    let need = random.decimal(1...(random.chance(0.2) ? 300 : 60))
    return [need]
      + indicators.map { _ in random.chance(0.1) ? "" : random.decimal(0...900, places: 1) }
  }

  /// `start_year` and `years`, at least one of them inside the horizon.
  private mutating func span() -> [String] {
    let (first, last) = (years[0], years[years.count - 1])
    switch random.unit() {
    case ..<0.1: return ["", ""]
    case ..<0.2: return ["", String(random.whole(1...5))]
    case ..<0.3: return [String(first - 1), String(random.whole(2...4))]
    case ..<0.4: return [String(last), "3"]
    default:
      return [String(random.pick(years)), random.chance(0.2) ? "" : String(random.whole(1...3))]
    }
  }

  /// Relative weights by year, or blanks for a proposal that follows its `start_year`.
  private mutating func drawWeights() -> [String] {
    if random.chance(0.5) { return years.map { _ in "" } }
    var cells = years.map { _ in random.chance(0.3) ? "" : random.decimal(0...1) }
    cells[random.below(years.count)] = random.decimal(0.05...3)
    return cells
  }
}
