/// What a glance over the bytes of a YAML file tells of it, without parsing.
struct YAMLShape {
  private(set) var hasAlias = false
  private(set) var hasAnchor = false
  /// Where a collection or an alias seems to stand as a key.
  private(set) var collectionKeyLine: Int?

  /// Throws where flow collections nest too deep.
  init(_ utf8: [UInt8], skipsComments: Bool, _ limits: Limits) throws(DocumentFailure) {
    var depth = 0
    var line = 1
    var isComment = false
    var alias = Alias.none
    var previous: UInt8 = 0x0A
    var significant: UInt8 = 0x0A
    for byte in utf8 {
      let startsToken = [0x0A, 0x0D, 0x09, 0x20, 0x5B, 0x7B, 0x2C].contains(previous)
      if byte == 0x0A {
        line += 1
        isComment = false
      }
      if skipsComments, byte == 0x23, startsToken { isComment = true }
      defer { previous = byte }
      if isComment { continue }
      switch byte {
      case 0x5B, 0x7B:  // [ {
        depth += 1
        if depth > limits.documentDepth * 4 {
          throw DocumentFailure(reason: .tooDeep(limits.documentDepth), line: line)
        }
      case 0x5D, 0x7D: depth = max(0, depth - 1)
      case 0x2A where startsToken: hasAlias = true
      case 0x26 where startsToken: hasAnchor = true
      case 0x3F where startsToken: collectionKeyLine = collectionKeyLine ?? line  // ?
      case 0x3A where significant == 0x5D || significant == 0x7D || alias != .none:  // ]: }: *a:
        collectionKeyLine = collectionKeyLine ?? line
      default: break
      }
      let isBlank = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
      switch alias {
      case _ where byte == 0x2A && startsToken: alias = .name
      case .name where YAMLShape.isNameByte(byte): break
      case .name, .after: alias = isBlank ? .after : .none
      case .none: break
      }
      if !isBlank { significant = byte }
    }
  }

  /// Whether the name of an alias, or the white space after it, was read last.
  private enum Alias { case none, name, after }

  /// Of the names of anchors.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }
}
