/// `sharedStrings.xml`: the texts that cells name by number. Runs of rich text are joined, readings (phonetic guides) left out.
final class SharedStringsPart: XMLEvents {
  private(set) var texts = SharedTexts()
  private let limits: Limits
  private var buffer: [UInt8] = []
  private var isInText = false
  private var isInReading = false

  init(_ limits: Limits) { self.limits = limits }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isInText = !isInReading
    } else if name == "si" {
      buffer.removeAll(keepingCapacity: true)
    } else if name == "rPh" {
      isInReading = true
    }
  }

  override func end(_ name: XMLName) throws(WorkbookFailure) {
    if name == "t" {
      isInText = false
    } else if name == "rPh" {
      isInReading = false
    } else if name == "si" {
      guard texts.parts.count < limits.cells else { throw .overLimit(.cells(limits.cells)) }
      if buffer.contains(0x5F) {
        var text = EscapedText.decoded(String(decoding: buffer, as: UTF8.self))
        text.withUTF8 { texts.append($0) }
      } else {
        buffer.withUnsafeBufferPointer { texts.append($0) }
      }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    // One byte beyond the limit shows that it is passed.
    if isInText, buffer.count <= limits.cellLength { buffer.append(contentsOf: bytes) }
  }
}
