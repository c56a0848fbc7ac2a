import Records

/// Strict JSON (RFC 8259) with the line of every value, and numbers as they are written.
struct JSONDocument {
  static func read(_ utf8: [UInt8], _ limits: Limits = Limits()) throws(DocumentFailure) -> Tree {
    var reader = JSONDocument(bytes: utf8, limits)
    let tree = try reader.value(depth: 0)
    reader.skipBlanks()
    if reader.index < utf8.count {
      throw reader.failure("more text after the document", "文档结束后还有内容")
    }
    return tree
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var budget: Int
  private let limits: Limits

  private init(bytes: [UInt8], _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
    budget = limits.documentValues
  }

  private func failure(_ en: String, _ zh: String) -> DocumentFailure {
    DocumentFailure(reason: .syntax(Bilingual(en: en, zh: zh)), line: line)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(DocumentFailure) -> Tree {
    skipBlanks()
    let start = line
    budget -= 1
    if budget < 0 { throw DocumentFailure(reason: .tooLarge(limits.documentValues), line: line) }
    if depth > limits.documentDepth {
      throw DocumentFailure(reason: .tooDeep(limits.documentDepth), line: line)
    }
    switch next {
    case UInt8(ascii: "{"): return Tree(content: .mapping(try mapping(depth)), line: start)
    case UInt8(ascii: "["): return Tree(content: .list(try list(depth)), line: start)
    case UInt8(ascii: "\""): return Tree(content: .scalar(try string()), line: start)
    case nil: throw failure("the document ends too early", "文档不完整")
    default:
      let word = try bareWord()
      return Tree(content: word == "null" ? .blank : .scalar(word), line: start)
    }
  }

  private mutating func mapping(_ depth: Int) throws(DocumentFailure) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    var keys: Set<String> = []
    index += 1
    skipBlanks()
    if next == UInt8(ascii: "}") {
      index += 1
      return entries
    }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else {
        throw failure("a key in double quotes is due here", "此处应为双引号中的键名")
      }
      let keyLine = line
      let key = try string()
      guard keys.insert(key).inserted else {
        throw DocumentFailure(reason: .duplicateKey(key), line: keyLine)
      }
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw failure("`:` is due here", "此处应为“:”") }
      index += 1
      entries.append(Tree.Entry(key: key, line: keyLine, value: try value(depth: depth + 1)))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        index += 1
      } else if next == UInt8(ascii: "}") {
        index += 1
        return entries
      } else {
        throw failure("`,` or `}` is due here", "此处应为“,”或“}”")
      }
    }
  }

  private mutating func list(_ depth: Int) throws(DocumentFailure) -> [Tree] {
    var items: [Tree] = []
    index += 1
    skipBlanks()
    if next == UInt8(ascii: "]") {
      index += 1
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        index += 1
      } else if next == UInt8(ascii: "]") {
        index += 1
        return items
      } else {
        throw failure("`,` or `]` is due here", "此处应为“,”或“]”")
      }
    }
  }

  /// A number, `true`, `false` or `null`; what else stands bare is no JSON.
  private mutating func bareWord() throws(DocumentFailure) -> String {
    let start = index
    while let byte = next, byte > 0x20, ![0x2C, 0x5D, 0x7D, 0x3A].contains(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let isNumber =
      (try? WrittenNumber(word)).map(\.isBare) == true
      && word.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    guard isNumber || ["true", "false", "null"].contains(word) else {
      throw failure(
        "`\(word.shortened)` is no JSON value", "“\(word.shortened)”不是有效的 JSON 值")
    }
    return word
  }

  private mutating func string() throws(DocumentFailure) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("a line end inside a text", "文本中有换行")
      default: text.append(byte)
      }
    }
    throw failure("a text without its closing quote", "文本缺少结尾的引号")
  }

  private mutating func escape(into text: inout [UInt8]) throws(DocumentFailure) {
    guard let byte = next else { throw failure("a text without its closing quote", "文本缺少结尾的引号") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[index...].starts(with: [0x5C, 0x75]) {
        index += 2
        units.append(try codeUnit())
      }
      guard let decoded = String(validating: units, as: UTF16.self) else {
        throw failure("`\\u` with half a character", "“\\u”只写了半个字符")
      }
      text.append(contentsOf: decoded.utf8)
    default: throw failure("an unknown escape in a text", "文本中有无法识别的转义")
    }
  }

  private mutating func codeUnit() throws(DocumentFailure) -> UInt16 {
    guard index + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw failure("`\\u` without four hexadecimal digits", "“\\u”后应有四位十六进制数字") }
    index += 4
    return unit
  }
}
