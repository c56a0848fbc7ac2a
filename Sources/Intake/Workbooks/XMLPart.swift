import CExpat
import CZip
import Glibc

/// The name of an element or an attribute while the parser stands at it.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>

  /// Whether it is this name, with its prefix where it has one.
  @inline(__always)
  func isWhole(_ name: StaticString) -> Bool { strcmp(pointer, XMLName.start(of: name)) == 0 }

  private static func start(of name: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  @inline(__always)
  static func == (left: XMLName, right: StaticString) -> Bool { left.isWhole(right) }

  /// Without its prefix: programs differ in theirs, and no two elements that are read differ in it alone.
  fileprivate var local: XMLName {
    var at = pointer
    while at.pointee != 0 {
      if at.pointee == 0x3A { return XMLName(pointer: at + 1) }
      at += 1
    }
    return self
  }
}

/// The attributes of an element while the parser stands at its start.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The bytes of a value, ended by 0.
  @inline(__always)
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    var at = list
    while let key = at.pointee {
      if XMLName(pointer: key).isWhole(name) { return at[1] }
      at += 2
    }
    return nil
  }

  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  func flag(_ name: StaticString) -> Bool {
    let text = self[name]
    return text == "1" || text == "true"
  }

  /// A value by the name without its prefix.
  func value(local name: StaticString) -> String? {
    var at = list
    while let key = at.pointee, let value = at[1] {
      if XMLName(pointer: key).local.isWhole(name) { return String(cString: value) }
      at += 2
    }
    return nil
  }
}

/// What a reader of one part hears.
class XMLEvents {
  /// - Parameter name: without prefix.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFailure) {}
  func end(_ name: XMLName) throws(WorkbookFailure) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Parses one part of a package as it is unpacked; its text is never held whole.
final class XMLPart {
  private let events: XMLEvents
  private let limits: Limits
  private let parser: XML_Parser
  private var depth = 0
  private var failure: WorkbookFailure?

  static func read(
    _ name: String, of archive: ZipArchive, _ limits: Limits, _ events: XMLEvents
  ) throws(WorkbookFailure) {
    let part = try XMLPart(name, limits, events)
    try part.parse(name, archive)
  }

  private init(
    _ name: String, _ limits: Limits, _ events: XMLEvents
  ) throws(WorkbookFailure) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(name) }
    self.parser = parser
    self.events = events
    self.limits = limits
  }

  deinit { XML_ParserFree(parser) }

  private static let pieceSize = 1 << 16

  private func parse(_ name: String, _ archive: ZipArchive) throws(WorkbookFailure) {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let user, let name, let attributes else { return }
        XMLPart.at(user).started(XMLName(pointer: name).local, XMLAttributes(list: attributes))
      },
      { user, name in
        guard let user, let name else { return }
        XMLPart.at(user).ended(XMLName(pointer: name).local)
      })
    XML_SetCharacterDataHandler(parser) { user, start, count in
      guard let user, let start else { return }
      UnsafeRawPointer(start).withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLPart.at(user).events.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let user else { return }
      XMLPart.at(user).stop(.overLimit(.entities))
    }
    try archive.unpack(name) { fill throws(WorkbookFailure) -> Bool in
      guard let buffer = XML_GetBuffer(self.parser, Int32(XMLPart.pieceSize)) else {
        throw .damaged(name)
      }
      let count = try fill(buffer, XMLPart.pieceSize)
      let status = XML_ParseBuffer(self.parser, Int32(count), count == 0 ? 1 : 0)
      if let failure = self.failure { throw failure }
      guard status == XML_STATUS_OK else { throw .damaged(name) }
      return count > 0
    }
  }

  @inline(__always)
  private static func at(_ user: UnsafeMutableRawPointer) -> XMLPart {
    Unmanaged<XMLPart>.fromOpaque(user).takeUnretainedValue()
  }

  private func stop(_ failure: WorkbookFailure) {
    if self.failure == nil { self.failure = failure }
    XML_StopParser(parser, 0)
  }

  private func started(_ name: XMLName, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    if depth > limits.xmlDepth { return stop(.overLimit(.xmlDepth(limits.xmlDepth))) }
    do throws(WorkbookFailure) {
      try events.start(name, attributes)
    } catch {
      stop(error)
    }
  }

  private func ended(_ name: XMLName) {
    guard failure == nil else { return }
    depth -= 1
    do throws(WorkbookFailure) {
      try events.end(name)
    } catch {
      stop(error)
    }
  }
}
