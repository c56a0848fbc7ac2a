/// The cells of a row of a table: texts of a sheet, each told apart from blank ones and faults as it is asked for, or the values of a document's record.
struct TableCells: Sendable {
  private enum Content: Sendable {
    case texts(RowCells, faults: [Int: Complaint])
    case values([Cell])
  }

  private var content: Content

  /// - Parameter faults: what is wrong with single cells, by their index.
  init(_ texts: RowCells, faults: [Int: Complaint] = [:]) {
    content = .texts(texts, faults: faults)
  }

  init(_ cells: [Cell]) { content = .values(cells) }

  func isBlank(_ index: Int) -> Bool {
    switch content {
    case .texts(let texts, let faults): texts.isBlank(index) && faults[index] == nil
    case .values(let cells): cells[index] == .blank
    }
  }

  /// The number that a text is; nil for every cell that is no text.
  func number(
    _ index: Int, _ decimal: WrittenNumber.Decimal
  ) throws(WrittenNumber.Failure) -> WrittenNumber? {
    switch content {
    case .texts(let texts, let faults):
      if texts.isBlank(index) || !faults.isEmpty && faults[index] != nil { return nil }
      return try texts.withBytes(index) { bytes throws(WrittenNumber.Failure) in
        try WrittenNumber(utf8: bytes, decimal: decimal)
      }
    case .values(let cells):
      guard case .text(let text) = cells[index] else { return nil }
      return try WrittenNumber(text, decimal: decimal)
    }
  }
}

extension TableCells: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }

  var endIndex: Int {
    switch content {
    case .texts(let texts, _): texts.count
    case .values(let cells): cells.count
    }
  }

  subscript(index: Int) -> Cell {
    get {
      switch content {
      case .texts(let texts, let faults):
        if !faults.isEmpty, let fault = faults[index] { return .fault(fault) }
        return texts.isBlank(index) ? .blank : .text(texts[index])
      case .values(let cells): return cells[index]
      }
    }
    set {
      var cells = Array(self)
      cells[index] = newValue
      content = .values(cells)
    }
  }
}
