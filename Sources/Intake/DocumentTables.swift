import Records

/// From a YAML or JSON document to tables: every list of mappings is a table whose headers are their keys, so that one pipeline reads documents and sheets.
struct DocumentTables {
  let file: String
  var tables: [Table] = []
  var settings: [Setting] = []
  var findings: [Finding] = []
  /// Kinds whose part of the document cannot be read at all.
  var refused: Set<RecordKind> = []
  /// Whether any key of the document is one of the five.
  var isRecognised = false

  init(_ documents: [Tree], file: String) {
    self.file = file
    for document in documents {
      switch document.content {
      case .blank: continue
      case .mapping(let entries): readTopLevel(entries)
      case .list(let items):
        // A bare list of records says by its keys what they are, as a table says by its header.
        let keys = items.prefix(Grid.headerSearch).flatMap { item -> [Header] in
          guard case .mapping(let entries) = item.content else { return [] }
          return entries.map { Header($0.key) }
        }
        if let match = KindMatch(headers: keys), match.isAmbiguous {
          isRecognised = true
          refused.formUnion(match.rivals)
          findings.append(
            Finding(complaint: .ambiguousHeader(match.rivals), origin: origin("", document.line)))
        } else if let match = KindMatch(headers: keys), match.isFull, match.kind != .policy {
          isRecognised = true
          readRecords(items, kind: match.kind, path: "")
        } else {
          findings.append(
            Finding(complaint: .documentWithoutRecords, origin: origin("", document.line)))
        }
      case .scalar:
        findings.append(
          Finding(complaint: .documentWithoutRecords, origin: origin("", document.line)))
      }
    }
  }

  private func origin(_ path: String, _ line: Int) -> Origin {
    Origin(file: file, place: .path(path, line: line))
  }

  private mutating func readTopLevel(_ entries: [Tree.Entry]) {
    for entry in entries {
      guard let kind = RecordKind(documentKey: entry.key) else {
        let names = RecordKind.allCases.map(\.rawValue)
        let near = Nearest.value(to: entry.key, among: names)
        // A slip in the name of a whole list withdraws nothing of it.
        if let meant = near.flatMap({ RecordKind(documentKey: $0) }) { refused.insert(meant) }
        findings.append(
          Finding(
            complaint: .unknownKey(entry.key, near: near), origin: origin(entry.key, entry.line)))
        continue
      }
      isRecognised = true
      switch entry.value.content {
      case .blank: continue
      case .mapping(let settings) where kind == .policy:
        self.settings += Setting.flattened(settings, file: file, path: entry.key)
      case .list(let items) where kind != .policy:
        readRecords(items, kind: kind, path: entry.key)
      default:
        refused.insert(kind)
        findings.append(
          Finding(
            complaint: .wrongShape(entry.key, kind, found: entry.value.summary),
            origin: origin(entry.key, entry.line)))
      }
    }
  }

  /// Records with the same keys share a table.
  private mutating func readRecords(_ items: [Tree], kind: RecordKind, path: String) {
    var byKeys: [[String]: Int] = [:]
    for (number, item) in items.enumerated() {
      let itemPath = "\(path)[\(number)]"
      guard case .mapping(let entries) = item.content else {
        if item.content == .blank { continue }
        refused.insert(kind)
        findings.append(
          Finding(
            complaint: .recordIsNoMapping(item.summary), origin: origin(itemPath, item.line)))
        continue
      }
      let fields = DocumentTables.fields(entries, kind: kind)
      let keys = fields.map(\.key)
      let places = fields.map { Place.path("\(itemPath).\($0.path)", line: $0.line) }
      let rowPlace = Place.path(itemPath, line: item.line)
      let index: Int
      if let known = byKeys[keys] {
        index = known
        // What is wrong with the keys is wrong in each of these records.
        if tables[index].isRefused {
          tables[index].findings += layoutFindings(kind, keys, places, rowPlace)
        }
      } else {
        index = tables.count
        byKeys[keys] = index
        var found: [Finding] = []
        let layout = Layout(
          kind: kind, headers: keys.map { Header($0) },
          origins: places.map { Origin(file: file, place: $0) },
          wholeHeader: Origin(file: file, place: rowPlace), asksRequired: false, findings: &found)
        tables.append(Table(file: file, sheet: nil, layout: layout, rows: [], findings: found))
      }
      tables[index].rows.append(
        Table.Row(place: rowPlace, cells: TableCells(fields.map(\.cell)), places: places))
    }
  }

  private func layoutFindings(
    _ kind: RecordKind, _ keys: [String], _ places: [Place], _ rowPlace: Place
  ) -> [Finding] {
    var found: [Finding] = []
    _ = Layout(
      kind: kind, headers: keys.map { Header($0) },
      origins: places.map { Origin(file: file, place: $0) },
      wholeHeader: Origin(file: file, place: rowPlace), asksRequired: false, findings: &found)
    return found
  }

  private struct Field {
    var key: String
    var path: String
    var line: Int
    var cell: Cell
  }

  /// The fields of a record; `amount: {2026: 10, 2027: 5}` is written out as one field per year.
  private static func fields(_ entries: [Tree.Entry], kind: RecordKind) -> [Field] {
    var fields: [Field] = []
    for entry in entries {
      if case .mapping(let years) = entry.value.content, !years.isEmpty,
        kind == .offers || kind == .proposals,
        years.allSatisfy({ Header($0.key).year != nil })
      {
        // The unit that the outer key names is that of its years.
        let unit = Header(entry.key).unit.map { " (\($0))" } ?? ""
        let chinese = entry.key.hasHan ? "年" : ""
        for year in years {
          fields.append(
            Field(
              key: (Header(year.key).year.map(String.init) ?? year.key) + chinese + unit,
              path: entry.key + "." + year.key, line: year.line, cell: cell(year.value)))
        }
      } else {
        fields.append(
          Field(key: entry.key, path: entry.key, line: entry.line, cell: cell(entry.value)))
      }
    }
    return fields
  }

  private static func cell(_ tree: Tree) -> Cell {
    switch tree.content {
    case .blank: return .blank
    case .scalar(let text):
      let trimmed = text.trimmed
      return trimmed.isEmpty ? .blank : .text(trimmed)
    case .list(let items): return items.isEmpty ? .blank : .tree(tree)
    case .mapping: return .tree(tree)
    }
  }
}
