import Records

/// The records of all files of a round under one policy, with everything that is wrong between them.
struct Assembly {
  private(set) var regions: [Region] = []
  private(set) var links: [Link] = []
  private(set) var offerEntries: [Entry<Offer>] = []
  private(set) var proposalEntries: [Entry<Proposal>] = []
  /// nil where neither policy nor offers nor proposals name a year.
  private(set) var horizon: ClosedRange<Int>?
  private(set) var known = RegionsKnown()
  private(set) var findings: [Finding] = []
  /// Rows left out, by file name.
  private(set) var badRows: [BadRow] = []
  /// Records in force by the number of their file and their kind.
  private(set) var goodRows: [Int: [RecordKind: Int]] = [:]
  private(set) var stays: [Stay] = []

  private let files: [OpenedFile]

  var offers: [Offer] { offerEntries.map(\.record) }
  var proposals: [Proposal] { proposalEntries.map(\.record) }

  /// Whether some table of a kind has a column of this name that is none of the kind's own, filled in or not.
  func hasColumn(_ name: String, of kind: RecordKind) -> Bool {
    files.contains { file in
      file.tables.contains { table in
        table.kind == kind && table.layout.unknown.contains { $0.name == name }
      }
    }
  }

  init(files: [OpenedFile], former: Former, policy: Policy) {
    self.files = files
    let money = MoneyRules(currency: policy.currency, unit: policy.moneyUnit)
    var drafts = files.enumerated().map { Draft(regionsOf: $1, number: $0, money) }
    var known = RegionsKnown()
    // Most rounds keep nothing from before, so earlier versions are read only when something asks for them.
    var formerDrafts: [Draft]?
    var formerWholes: [Draft]?
    func formerRecords<Record: Keyed>(
      _ list: KeyPath<Draft, [Entry<Record>]>
    ) -> [String: Former.Kept<Record>] {
      let read =
        formerDrafts
        ?? former.versions.map { Draft(regionsOf: $0.opened, number: 0, money) }
      formerDrafts = read
      if Record.kind == .regions { return former.records(read, list) }
      // What was in force names its regions as those of today are called: a run is made again from its own inputs.
      let wholes =
        formerWholes
        ?? zip(read, former.versions).map { $0.with(recordsOf: $1.opened, known) }
      formerWholes = wholes
      return former.records(wholes, list)
    }
    func assembled<Record: Keyed>(
      _ list: KeyPath<Draft, [Entry<Record>]>, check: (Record, Source?) -> [Finding]
    ) -> KindAssembly<Record> {
      let lists = drafts.map { $0[keyPath: list] }.filter { !$0.isEmpty }
      return KindAssembly(
        // The records of one file are taken as they are.
        present: lists.count == 1 ? lists[0] : lists.flatMap { $0 },
        badRows: drafts.flatMap { $0.bad.filter { $0.kind == Record.kind } },
        unclearFiles: Set(
          zip(files, drafts).filter { $1.unclear.contains(Record.kind) }.map(\.0.name)),
        former: { formerRecords(list) },
        versionName: { former.versions[$0].name }, check: check)
    }

    let measure = policy.fairnessMeasure
    let regionKind = assembled(\.regions) { region, source in
      RoundChecks.measure(region, measure, at: Assembly.origin(files, source, nil))
    }
    take(regionKind)
    regions = regionKind.entries.map(\.record)
    known = RegionsKnown(regions: regions, named: drafts.flatMap(\.names))
    self.known = known

    drafts = zip(drafts, files).map { $0.with(recordsOf: $1, known) }
    findings += drafts.flatMap(\.findings)
    let readBad = drafts.flatMap(\.bad)
    badRows += readBad
    let checks = RoundChecks(known: known, files: files)
    let offerKind = assembled(\.offers) { checks.offer($0, $1, policy.years) }
    take(offerKind)
    offerEntries = offerKind.entries
    horizon = policy.years ?? Horizon.of(offerEntries.lazy.map(\.record))

    let weighed = policy.weights.filter { $0.value > 0 }.map(\.key).sorted()
    let horizonSoFar = horizon
    let proposalKind = assembled(\.proposals) { checks.proposal($0, $1, horizonSoFar, weighed) }
    take(proposalKind)
    proposalEntries = proposalKind.entries
    horizon = horizon ?? Horizon.of(proposalEntries.lazy.map(\.record))

    let linkKind = assembled(\.links) { checks.link($0, $1) }
    take(linkKind)
    links = linkKind.entries.map(\.record)
    var badRowChecks = BadRowChecks(checks, money)
    findings += readBad.flatMap {
      badRowChecks.findings(of: $0, offerYears: policy.years, years: horizonSoFar, weighed)
    }
    suggestRegions()
    checkFigures(named: readBad.compactMap { badRowChecks.names(in: $0) })
    if known.isEmpty,
      let first =
        (offerEntries.map(\.record.origin.file)
        + proposalEntries.map(\.record.origin.file)).min(),
      files.contains(where: { $0.name == first })
    {
      findings.append(Finding(complaint: .noRegions, origin: Origin(file: first)))
    }
  }

  private mutating func take<Record>(_ kind: KindAssembly<Record>) {
    findings += kind.findings
    badRows += kind.bad
    stays += kind.stays
    for (file, count) in kind.goodRows { goodRows[file, default: [:]][Record.kind] = count }
  }

  /// Fills in which regions the unknown codes may have meant, once for each code.
  private mutating func suggestRegions() {
    let isUnknown = { (finding: Finding) in finding.complaint.kind == "unknown-region" }
    let nearest = known.nearest(Set(findings.filter(isUnknown).compactMap(\.complaint.found)))
    guard !nearest.isEmpty else { return }
    for index in findings.indices where isUnknown(findings[index]) {
      findings[index].complaint.suggestion = findings[index].complaint.found.flatMap { nearest[$0] }
    }
  }

  /// Figures that may be slips: needs and benefits far above the others', sectors that look like another.
  ///
  /// - Parameter named: what rows that are left out name.
  private mutating func checkFigures(named: [NamedValues]) {
    let figures = FigureNotes(proposals: proposalEntries, offers: offerEntries, named: named)
    func add(_ notes: [FigureNotes.Note], _ source: Source?) {
      guard let source else { return }
      if notes.isEmpty { return }
      findings += notes.map {
        Finding(complaint: $0.complaint, origin: Assembly.origin(files, source, $0.column))
      }
    }
    for entry in proposalEntries { add(figures.notes(on: entry.record), entry.source) }
    for entry in offerEntries { add(figures.notes(on: entry.record), entry.source) }
    for row in named { add(figures.notes(on: row), row.source) }
  }

  /// The cell of a year column.
  static func origin(_ files: [OpenedFile], _ source: Source?, year: Int) -> Origin {
    guard let source else { return Origin(file: "") }
    let table = files[source.file].tables[source.table]
    let index = table.layout.years.first { $0.year == year }?.index
    return table.origin(table.rows[source.row], index)
  }

  /// The cell of a record, or its row where the table has no such column.
  static func origin(_ files: [OpenedFile], _ source: Source?, _ column: Column?) -> Origin {
    guard let source else { return Origin(file: "") }
    let table = files[source.file].tables[source.table]
    return table.origin(
      table.rows[source.row], column.flatMap { table.layout.index(of: $0) })
  }
}
