/// A cell of an ODS, whose value stands in its attributes and whose text as shown in paragraphs.
struct OpenDocumentCell {
  private enum Kind {
    case none, number, percent, date, time, flag, text
  }

  private(set) var repeated = 1
  private var kind = Kind.none
  private var value: String?
  private var formula: String?
  private var isError = false
  private var isCovered = false
  private var shown: [UInt8] = []
  private var paragraphs = 0

  /// - Parameter isCovered: whether it lies under a merged cell, so that nobody sees what it holds.
  mutating func start(_ attributes: XMLAttributes, isCovered: Bool) {
    self.isCovered = isCovered
    shown.removeAll(keepingCapacity: true)
    paragraphs = 0
    repeated = attributes.repetitions("table:number-columns-repeated")
    formula = attributes["table:formula"]
    isError = attributes["calcext:value-type"] == "error"
    value = nil
    switch attributes["office:value-type"] {
    case "float", "currency":
      kind = .number
      value = attributes["office:value"]
    case "percentage":
      kind = .percent
      value = attributes["office:value"]
    case "date":
      kind = .date
      value = attributes["office:date-value"]
    case "time":
      kind = .time
      value = attributes["office:time-value"]
    case "boolean":
      kind = .flag
      value = attributes["office:boolean-value"]
    case "string":
      kind = .text
      value = attributes["office:string-value"]
    default: kind = .none
    }
  }

  mutating func startParagraph() {
    if paragraphs > 0 { shown.append(0x0A) }
    paragraphs += 1
  }

  mutating func append(spaces: Int) {
    shown.append(contentsOf: repeatElement(0x20, count: min(max(spaces, 0), 256)))
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    if shown.count <= limits.cellLength { shown.append(contentsOf: bytes) }
  }

  /// nil for an empty cell.
  func content(_ limits: Limits) -> (text: String, fault: Complaint?)? {
    if isCovered { return nil }
    let shown = String(decoding: shown, as: UTF8.self)
    if isError || formula != nil && OpenDocumentCell.isError(shown) {
      return (shown.isEmpty ? "#" : shown, .errorCell(shown))
    }
    let text: String
    switch kind {
    case .none:
      // Text without a type is text; a formula without one was never counted.
      guard shown.isEmpty, let formula else {
        text = shown
        break
      }
      let written = OpenDocumentCell.plain(formula)
      return (written, .formulaWithoutValue(written))
    case .number:
      text =
        value.map { stored in
          let typed = StoredNumber.asTyped(stored)
          return MoneyFormat(stored: typed, shown: shown)?.text(typed)
            ?? NumberFormat.withoutZeroFraction(typed)
        } ?? shown
    case .percent: text = value.map { NumberFormat.percent($0) ?? $0 } ?? shown
    case .date: text = value.map { OpenDocumentCell.date($0) } ?? shown
    case .time: text = shown.isEmpty ? value ?? "" : shown
    case .flag: text = value == "false" ? "no" : "yes"
    case .text: text = paragraphs > 0 ? shown : value ?? ""
    }
    if text.isEmpty { return nil }
    let isLong = text.utf8.count > limits.cellLength
    return (text, isLong ? .cellTooLong(limits.cellLength) : nil)
  }

  /// A date without the midnight that some programs write after it.
  private static func date(_ value: String) -> String {
    value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
  }

  private static func isError(_ shown: String) -> Bool {
    shown.hasPrefix("Err:")
      || ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"].contains(shown)
  }

  /// `of:=[.A1]+1` as its planner sees it.
  private static func plain(_ formula: String) -> String {
    let start = formula.firstIndex(of: "=") ?? formula.startIndex
    return String(formula[start...].prefix(200))
  }
}

extension XMLAttributes {
  /// How many times a row or a cell stands: far more than any sheet has is as good as endless, and adds up without overflow.
  func repetitions(_ name: StaticString) -> Int { min(max(number(name) ?? 1, 1), 1 << 32) }
}
