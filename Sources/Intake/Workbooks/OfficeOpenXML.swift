/// XLSX and XLSM: the parts of the package and how they hang together. Macros are one of the parts that are never looked at.
struct OfficeOpenXML {
  private let archive: ZipArchive
  private let limits: Limits

  init(_ archive: ZipArchive, _ limits: Limits) {
    self.archive = archive
    self.limits = limits
  }

  func sheets() throws(WorkbookFailure) -> [Sheet] {
    let workbook = try workbookPart()
    let related = try relationships(of: workbook)
    let book = WorkbookPart()
    try XMLPart.read(workbook, of: archive, limits, book)
    guard book.sheets.count <= limits.sheets else { throw .overLimit(.sheets(limits.sheets)) }

    let styles = StylesPart()
    if let name = related.first(where: { $0.type == "styles" })?.target, archive.has(name) {
      try XMLPart.read(name, of: archive, limits, styles)
    }
    let strings = SharedStringsPart(limits)
    if let name = related.first(where: { $0.type == "sharedStrings" })?.target, archive.has(name) {
      try XMLPart.read(name, of: archive, limits, strings)
    }

    let context = WorksheetPart.Context(
      formats: styles.formats, since1904: book.since1904)
    var sheets: [Sheet] = []
    var count = SheetBuilder.Count()
    for entry in book.sheets {
      // Charts and dialogs are sheets too, without cells.
      guard let link = related.first(where: { $0.id == entry.relationship }) else {
        throw .damaged(entry.name)
      }
      guard link.type == "worksheet" else { continue }
      let part = WorksheetPart(
        SheetBuilder(
          entry.name, isHidden: entry.isHidden, before: count, limits, shared: strings.texts),
        context)
      try XMLPart.read(link.target, of: archive, limits, part)
      count = part.builder.count
      sheets.append(part.builder.finished())
    }
    return sheets
  }

  private func workbookPart() throws(WorkbookFailure) -> String {
    if archive.has("_rels/.rels") {
      let links = try relationships(of: "")
      if let main = links.first(where: { $0.type == "officeDocument" }), archive.has(main.target) {
        return main.target
      }
    }
    return "xl/workbook.xml"
  }

  private func relationships(of part: String) throws(WorkbookFailure) -> [RelationshipsPart.Link] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let base = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let reader = RelationshipsPart(folder: folder)
    try XMLPart.read(folder + "_rels/" + base + ".rels", of: archive, limits, reader)
    return reader.links
  }
}

/// `.rels`: which part is meant by a relationship's name.
final class RelationshipsPart: XMLEvents {
  struct Link {
    var id: String
    /// The last word of its type: transitional and strict files differ in the rest.
    var type: String
    /// The whole path inside the package.
    var target: String
  }

  private let folder: String
  private(set) var links: [Link] = []

  init(folder: String) { self.folder = folder }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    let last = type.split(separator: "/").last.map(String.init) ?? type
    links.append(Link(id: id, type: last, target: path(to: target)))
  }

  private func path(to target: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// `workbook.xml`: the sheets in their order, and from when dates count.
final class WorkbookPart: XMLEvents {
  struct Entry {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var since1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" {
      since1904 = attributes.flag("date1904")
    } else if name == "sheet", let title = attributes["name"] {
      let state = attributes["state"] ?? ""
      sheets.append(
        Entry(
          name: title, relationship: attributes.value(local: "id") ?? "",
          isHidden: state == "hidden" || state == "veryHidden"))
    }
  }
}
