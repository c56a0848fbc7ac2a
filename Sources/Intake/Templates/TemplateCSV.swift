import Records

extension Template {
  /// The template as CSV files by name: one per kind, and one that explains their columns. As spreadsheet programs open
  /// them right: UTF-8 with a byte order mark, lines ended by CR LF.
  package func csvFiles() -> [(name: String, text: String)] {
    let tables = RecordKind.allCases.map { kind in
      let columns = columns(of: kind)
      let rows = kind == .policy ? policyRows : exampleRows(of: kind).map { $0.map(\.text) }
      return (name(of: kind), [columns.map(\.header)] + rows)
    }
    let explanation =
      instructions.map { [$0] } + [Template.explanationHeads.map(text)]
      + explanation.map(\.cells)
    return (tables + [(explanationName, explanation)]).map { name, rows in
      (name.lowercased() + ".csv", "\u{FEFF}" + rows.map(Template.line).joined())
    }
  }

  private var policyRows: [[String]] {
    settings.map {
      [$0.name, $0.value ?? "", text($0.guide.meaning) + inBrackets(blank($0.guide))]
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\r\n"
  }
}
