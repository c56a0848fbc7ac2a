/// `styles.xml`: the number format behind each style number.
final class StylesPart: XMLEvents {
  private(set) var formats: [NumberFormat] = []
  private var written: [Int: NumberFormat] = [:]
  private var isInCells = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
    {
      written[id] = NumberFormat(code: code)
    } else if name == "cellXfs" {
      isInCells = true
    } else if name == "xf", isInCells {
      let id = attributes.number("numFmtId") ?? 0
      formats.append(written[id] ?? NumberFormat(builtIn: id))
    }
  }

  override func end(_ name: XMLName) {
    if name == "cellXfs" { isInCells = false }
  }
}
