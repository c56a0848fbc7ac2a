/// What a file that is or claims to be a workbook really is, by its bytes.
enum WorkbookForm {
  /// The sheets of a workbook of whatever form.
  static func sheets(_ bytes: [UInt8], _ limits: Limits) throws(WorkbookFailure) -> [Sheet] {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw compoundFile(bytes) }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw textual(bytes) }
    return try ZipArchive.reading(bytes, limits) { archive throws(WorkbookFailure) -> [Sheet] in
      if archive.has("xl/workbook.bin") { throw .otherForm("XLSB") }
      if archive.has("Index/Document.iwa") || archive.has("Index.zip") {
        throw .otherForm("Numbers")
      }
      if archive.has("content.xml") {
        return try openDocument(archive, limits)
      }
      if archive.has("xl/workbook.xml") { return try OfficeOpenXML(archive, limits).sheets() }
      if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") { throw .foreign }
      guard archive.has("[Content_Types].xml") else { throw .foreign }
      return try OfficeOpenXML(archive, limits).sheets()
    }
  }

  private static func openDocument(
    _ archive: ZipArchive, _ limits: Limits
  ) throws(WorkbookFailure) -> [Sheet] {
    if archive.has("META-INF/manifest.xml") {
      let manifest = EncryptionManifest()
      try XMLPart.read("META-INF/manifest.xml", of: archive, limits, manifest)
      if manifest.isEncrypted { throw .password }
    }
    if archive.has("mimetype") {
      let type = String(decoding: try archive.head(of: "mimetype", limit: 128), as: UTF8.self)
      if type.contains("opendocument"), !type.contains("spreadsheet") { throw .foreign }
    }
    return try OpenDocument.sheets(archive, limits)
  }

  /// The container of old Office files, and of new ones under a password.
  private static func compoundFile(_ bytes: [UInt8]) -> WorkbookFailure {
    if has("EncryptedPackage", in: bytes) { return .password }
    if has("WordDocument", in: bytes) || has("PowerPoint Document", in: bytes) { return .foreign }
    return .oldForm
  }

  /// Whether a name stands in the directory of a compound file: UTF-16, at a multiple of 128 bytes.
  private static func has(_ name: String, in bytes: [UInt8]) -> Bool {
    let pattern: [UInt8] = name.utf8.flatMap { [UInt8]([$0, 0]) }
    var at = 512
    while at + pattern.count <= bytes.count {
      if bytes[at] == pattern[0], bytes[at..<(at + pattern.count)].elementsEqual(pattern) {
        return true
      }
      at += 128
    }
    return false
  }

  private static func textual(_ bytes: [UInt8]) -> WorkbookFailure {
    guard let text = try? TextEncoding.utf8(of: bytes) else { return .damaged("") }
    let head = String(decoding: text.prefix(4096), as: UTF8.self).trimmed.lowercased()
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
      return .otherForm("XML Spreadsheet 2003")
    }
    if head.contains("urn:oasis:names:tc:opendocument") { return .otherForm("FODS") }
    if head.contains("<html") || head.contains("<table") || head.hasPrefix("<!doctype html") {
      return .webPage
    }
    return .text
  }
}

/// Whether `manifest.xml` of an ODS says that its parts are encrypted.
private final class EncryptionManifest: XMLEvents {
  private(set) var isEncrypted = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "encryption-data" { isEncrypted = true }
  }
}
