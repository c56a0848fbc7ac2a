import Records

/// A file opened: its bytes told into tables and settings. Nothing here depends on the policy, so a file is opened once.
struct OpenedFile: Sendable {
  var name: String
  var hash: ContentHash
  var size: Int
  var findings: [Finding] = []
  var tables: [Table] = []
  var settings: [Setting] = []
  var isIgnored = false
  /// A document with none of the five keys, nor anything like one.
  private(set) var isForeign = false
  /// Nothing of it can be read.
  var isUnreadable = false
  /// Whether it is a workbook made from a template of this program.
  var isTemplate = false
  /// Kinds of which a part cannot be read.
  var unclear: Set<RecordKind> = []
  /// Whether it speaks of the policy, in whatever state.
  var speaksOfPolicy = false

  /// The policy cannot be told from it whole.
  var hasFaultyPolicy: Bool { speaksOfPolicy && (isUnreadable || unclear.contains(.policy)) }

  init(_ file: InputFile, _ limits: Limits = Limits()) {
    name = file.name
    hash = file.hash
    size = file.bytes.count
    open(file.bytes, limits)
    for index in tables.indices { tables[index].findExtras() }
    noteUnknownColumns()
    for table in tables { findings += table.findings }
  }

  var wholeFile: Origin { Origin(file: name) }

  mutating func refuse(_ complaint: Complaint, line: Int = 0) {
    isUnreadable = true
    let place = line > 0 ? Place.path("", line: line) : .wholeFile
    findings.append(Finding(complaint: complaint, origin: Origin(file: name, place: place)))
  }

  private mutating func open(_ bytes: [UInt8], _ limits: Limits) {
    var form = FileForm(name: name)
    if case .ignored(let silently) = form { return ignore(silently: silently) }
    if bytes.isEmpty { return refuse(.emptyFile) }
    let most = min(limits.fileSize, CellTexts.mostBytes)
    if bytes.count > most { return refuse(.overLimit(.fileSize(most))) }
    if form == .workbook { return openWorkbook(bytes, limits) }
    switch FileForm.signature(of: bytes) {
    case .workbook where form == .unclear: return ignore(silently: false)
    case .workbook: return openWorkbook(bytes, limits)
    case .ignored: return ignore(silently: false)
    default: break
    }
    if bytes.count > limits.textSize {
      return refuse(.overLimit(.textSize(limits.textSize)))
    }
    let text: [UInt8]
    let isAssumed: Bool
    do {
      (text, isAssumed) = try TextEncoding.text(of: bytes)
    } catch {
      // A file whose name claims nothing is no planner's table gone wrong.
      if form == .unclear { return ignore(silently: false) }
      return refuse(error == .nulByte ? .nulByte : .unknownEncoding)
    }
    guard text.contains(where: { $0 > 0x20 }) else { return refuse(.emptyFile) }
    let isUnclear = form == .unclear
    if isUnclear { form = FileForm.sniffed(text) }
    switch form {
    case .yaml, .json: openDocument(text, form, isUnclear, limits)
    default: openSeparated(text, isUnclear, limits)
    }
    if isAssumed, !isIgnored {
      findings.append(Finding(complaint: .assumedEncoding, origin: wholeFile))
    }
  }

  private mutating func ignore(silently: Bool) {
    isIgnored = true
    if !silently { findings.append(Finding(complaint: .ignoredFile, origin: wholeFile)) }
  }

  /// The file as one that is none of the round's: nothing is left out by that, so a note will do.
  func ignoredAsForeign() -> OpenedFile {
    var copy = self
    copy.isIgnored = true
    copy.isUnreadable = false
    copy.findings = [Finding(complaint: .ignoredDocument, origin: wholeFile)]
    return copy
  }

  private mutating func openDocument(
    _ text: [UInt8], _ form: FileForm, _ isUnclear: Bool, _ limits: Limits
  ) {
    do throws(DocumentFailure) {
      let documents =
        form == .json ? [try JSONDocument.read(text, limits)] : try YAMLDocument.read(text, limits)
      let content = DocumentTables(documents, file: name)
      if isUnclear, !content.isRecognised { return ignore(silently: false) }
      tables = content.tables
      settings = content.settings
      findings += content.findings
      unclear = content.refused
      speaksOfPolicy = !settings.isEmpty || unclear.contains(.policy)
      isUnreadable = !content.isRecognised
      if !content.isRecognised, !findings.contains(where: \.isProblem) {
        isForeign = true
        findings = []
        refuse(.documentWithoutRecords)
      }
    } catch {
      let kinds = FileForm.topLevelKeys(text)
      if isUnclear, kinds.isEmpty { return ignore(silently: false) }
      speaksOfPolicy = kinds.contains(.policy)
      refuse(.document(error), line: error.line)
    }
  }

  private mutating func openSeparated(_ text: [UInt8], _ isUnclear: Bool, _ limits: Limits) {
    let grid = Grid.separated(text, file: name)
    if let excess = grid.excess(over: limits) { return refuse(.overLimit(excess)) }
    if TemplateMark.isOn(grid.rows) { return ignore(silently: true) }
    guard let table = grid.refusingLongCells(limits).withJoinedHeaders().table() else {
      return isUnclear ? ignore(silently: false) : refuse(.noTable)
    }
    tables = [table]
    if table.isRefused { isUnreadable = true }
    if table.rows.isEmpty { findings.append(Finding(complaint: .noRows, origin: wholeFile)) }
    guard table.kind == .policy else { return }
    speaksOfPolicy = true
    settings = Setting.rows(of: table)
    let faults = Setting.faults(of: table)
    if !faults.isEmpty { unclear.insert(.policy) }
    findings += faults
  }

  /// One note for all columns of the file that are not known.
  private mutating func noteUnknownColumns() {
    var numeric: Set<String> = []
    var others: Set<String> = []
    var first: Origin?
    // Where the kind of a table is not known, none of its columns is.
    for table in tables where table.mayBe.isEmpty {
      let kept = Set(table.layout.extras.map(\.index))
      for (_, index) in table.layout.unknown where !table.layout.nearMisses.contains(index) {
        let title = table.layout.headers[index].text
        if kept.contains(index) { numeric.insert(title) } else { others.insert(title) }
        guard let row = table.rows.first else { continue }
        let origin = row.places.isEmpty ? wholeFile : table.origin(row, index)
        first = first.map { min($0, origin) } ?? origin
      }
    }
    guard !numeric.isEmpty || !others.isEmpty else { return }
    findings.append(
      Finding(
        complaint: .unknownColumns(
          numeric: numeric.sorted(), others: others.subtracting(numeric).sorted()),
        origin: first ?? wholeFile))
  }
}
