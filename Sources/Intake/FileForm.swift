/// What a file is, by its name and, where that does not say, by its content.
enum FileForm: Sendable, Equatable {
  case separated, yaml, json
  /// XLSX, ODS and what else planners know as a workbook, read or not.
  case workbook
  /// No input: PDF, DOCX, pictures. Notes for readers (README) are left without a word.
  case ignored(silently: Bool)
  /// Text that may be any form.
  case unclear

  init(name: String) {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    let lower = base.lowercased()
    let ending = lower.contains(".") ? lower.split(separator: ".").last.map(String.init) ?? "" : ""
    switch ending {
    case "csv", "tsv", "tab": self = .separated
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "ots", "et", "fods", "numbers":
      self = .workbook
    default:
      if lower == "readme" || lower.hasPrefix("readme.") || lower.hasPrefix("readme-")
        || lower.hasPrefix("readme_")
      {
        self = .ignored(silently: true)
      } else {
        self = FileForm.documents.contains(ending) ? .ignored(silently: false) : .unclear
      }
    }
  }

  private static let documents: Set<String> = [
    "md", "pdf", "doc", "docx", "wps", "odt", "rtf", "ppt", "pptx", "dps", "odp", "htm", "html",
    "xml",
    "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "heic", "svg", "webp", "zip", "rar", "7z",
    "gz",
    "tar", "eml", "msg", "log", "mp3", "mp4", "mov", "py", "sh", "exe", "dll", "lnk", "url",
  ]

  /// What the first bytes of a file betray whatever its name says.
  static func signature(of bytes: [UInt8]) -> FileForm? {
    // A workbook renamed to .csv, or a ZIP.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
    // XLS, and every other file of old Office programs.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .workbook }
    if bytes.starts(with: Array("%PDF".utf8)) { return .ignored(silently: false) }
    return nil
  }

  /// The form of a text whose name does not say.
  static func sniffed(_ utf8: [UInt8]) -> FileForm {
    guard let first = utf8.first(where: { $0 > 0x20 }) else { return .separated }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
    return topLevelKeys(utf8).isEmpty ? .separated : .yaml
  }

  /// The kinds that lines such as `policy:` or `"policy":` name, also in a document too broken to be parsed.
  static func topLevelKeys(_ utf8: [UInt8]) -> Set<RecordKind> {
    var kinds: Set<RecordKind> = []
    for line in utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.count < 200, let colon = line.firstIndex(of: 0x3A) else { continue }
      let isJSON = line.contains(0x22)
      let key = String(decoding: line[..<colon], as: UTF8.self)
      if !isJSON, key.first?.isWhitespace == true { continue }
      let bare = key.trimmed.drop { $0 == "{" || $0 == " " }.trimmingQuotes
      if let kind = RecordKind(documentKey: bare) { kinds.insert(kind) }
    }
    return kinds
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String { filter { $0 != "\"" && $0 != "'" } }
}
