import Records

/// Settings that are lists. In a table they are text: stages `reciprocity; fairness keep 0.98; benefit`, pairs `CN-GD>CN-SX 30; CN-JS>CN-SN 20`.
extension SettingValues {
  private struct Item {
    var tree: Tree
    var origin: Origin
  }

  /// The items of a list in a document, or of a text parted by `;`, `；` or `、`.
  private func items() throws(SettingFailure) -> [Item] {
    switch setting.value.content {
    case .blank: return []
    case .scalar(let text):
      return text.listItems.map {
        Item(tree: Tree(content: .scalar($0), line: setting.value.line), origin: setting.origin)
      }
    case .list(let trees):
      return trees.enumerated().map { index, tree in
        Item(
          tree: tree,
          origin: Origin(
            file: setting.origin.file, place: .path("\(setting.path)[\(index)]", line: tree.line)))
      }
    case .mapping: throw failure(.notText(name, setting.value.summary))
    }
  }

  /// Every problem of a list at once.
  private func each<Value>(
    _ read: (Item) throws(SettingFailure) -> Value
  ) throws(SettingFailure) -> [Value] {
    var values: [Value] = []
    var findings: [Finding] = []
    for item in try items() {
      do throws(SettingFailure) {
        values.append(try read(item))
      } catch {
        findings += error.findings
      }
    }
    if !findings.isEmpty { throw SettingFailure(findings: findings) }
    return values
  }

  func stages() throws(SettingFailure) -> [StageRequest] {
    let stages = try each(stage)
    if stages.isEmpty { throw failure(.noStages(name)) }
    return stages
  }

  /// `fairness`, `fairness keep 0.98`, `fairness 98%`, or `{stage: fairness, keep: 0.98}`.
  private func stage(_ item: Item) throws(SettingFailure) -> StageRequest {
    var stageText = ""
    var keepText: String?
    switch item.tree.content {
    case .scalar(let text):
      let words = text.halfWidth.split { $0 == " " || $0 == ":" || $0 == "=" }.map(String.init)
      if let last = words.last, words.count > 1,
        last.utf8.first.map({ (46...57).contains($0) }) == true
      {
        keepText = last
        stageText = words.dropLast().filter { $0.lowercased() != "keep" }.joined(separator: " ")
      } else {
        stageText = words.joined(separator: " ")
      }
    case .mapping(let entries):
      for entry in entries {
        switch entry.key.foldedName {
        case "stage", "阶段": stageText = entry.value.summary
        case "keep", "保留": keepText = entry.value.content == .blank ? nil : entry.value.summary
        default:
          throw failure(
            .unknownSetting(
              name + "." + entry.key, near: Nearest.value(to: entry.key, among: ["stage", "keep"]),
              allowed: ["stage", "keep"]),
            at: item.origin)
        }
      }
    default: throw failure(.notText(name, item.tree.summary), at: item.origin)
    }
    guard let stage = SettingValues.stageName(stageText) else {
      let names = StageName.requestable.map(\.rawValue)
      throw failure(
        .notAllowed(
          name, stageText, allowed: names.joined(separator: ", "),
          near: Nearest.value(to: stageText, among: names)), at: item.origin)
    }
    guard let keepText else { return StageRequest(stage) }
    guard let number = try? WrittenNumber(keepText), let keep = Share.value(number) else {
      let near = (try? WrittenNumber(keepText)).flatMap { Share.meant($0) }
      throw failure(.notAShare(name + ".keep", keepText, near: near), at: item.origin)
    }
    return StageRequest(stage, keep: keep)
  }

  private static func stageName(_ text: String) -> StageName? {
    let chinese: [String: StageName] = [
      "互惠": .reciprocity, "公平": .fairness, "效益": .benefit, "延续": .continuity, "聚焦": .focus,
      "共同设计": .coDesign,
    ]
    let folded = text.foldedName
    return chinese[folded] ?? StageName.requestable.first { $0.rawValue.foldedName == folded }
  }

  func fixedPairs() throws(SettingFailure) -> [FixedPair] {
    let pairs = try each { item throws(SettingFailure) -> FixedPair in
      let pair = try pair(item, withAmount: true)
      let amount = try amount(pair.amount, at: item.origin)
      return FixedPair(
        donor: pair.donor, recipient: pair.recipient, amount: amount, origin: item.origin)
    }
    try refuseTwice(pairs.map { ($0.donor, $0.recipient, $0.origin) })
    return pairs
  }

  func forbiddenPairs() throws(SettingFailure) -> [ForbiddenPair] {
    let pairs = try each { item throws(SettingFailure) -> ForbiddenPair in
      let pair = try pair(item, withAmount: false)
      return ForbiddenPair(donor: pair.donor, recipient: pair.recipient, origin: item.origin)
    }
    try refuseTwice(pairs.map { ($0.donor, $0.recipient, $0.origin) })
    return pairs
  }

  private struct Pair {
    var donor: RegionCode
    var recipient: RegionCode
    var amount: String
  }

  /// `CN-GD>CN-SX 30`, also `→`, `->` and `: 30`, or `{donor: CN-GD, recipient: CN-SX, amount: 30}`.
  private func pair(_ item: Item, withAmount: Bool) throws(SettingFailure) -> Pair {
    var donor = ""
    var recipient = ""
    var amount = ""
    switch item.tree.content {
    case .scalar(let text):
      let plain = text.halfWidth.replacing("->", with: ">").replacing("→", with: ">")
      let sides = plain.split(separator: ">", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      if sides.count == 2 {
        donor = sides[0]
        (recipient, amount) = SettingValues.parted(sides[1], withAmount: withAmount)
      }
    case .mapping(let entries):
      for entry in entries {
        let value = entry.value.summary.halfWidth.trimmed
        let key = entry.key.foldedName
        if ColumnNames.links.column(key) == .donor {
          donor = value
        } else if ColumnNames.links.column(key) == .recipient {
          recipient = value
        } else if ColumnNames.offers.column(key) == .amount, withAmount {
          amount = value
        } else {
          let parts = ["donor", "recipient"] + (withAmount ? ["amount"] : [])
          let near = Nearest.value(to: entry.key, among: parts)
          throw failure(
            .unknownSetting(name + "." + entry.key, near: near, allowed: parts), at: item.origin)
        }
      }
    default: break
    }
    guard !donor.isEmpty, !recipient.isEmpty, amount.isEmpty != withAmount else {
      throw failure(.notAPair(name, item.tree.summary, withAmount: withAmount), at: item.origin)
    }
    guard donor != recipient else { throw failure(.linkToItself(donor), at: item.origin) }
    return Pair(donor: RegionCode(donor), recipient: RegionCode(recipient), amount: amount)
  }

  /// A region and the amount after it, where the region may be a name of several words: `Inner Mongolia 30`.
  private static func parted(_ text: String, withAmount: Bool) -> (region: String, amount: String) {
    func cut(_ index: String.Index) -> (String, String) {
      (String(text[..<index]).trimmed, String(text[text.index(after: index)...]).trimmed)
    }
    if let sign = text.firstIndex(where: { $0 == ":" || $0 == "=" }) { return cut(sign) }
    let blanks = text.indices.filter { text[$0].isWhitespace }
    for blank in blanks {
      let parts = cut(blank)
      guard let number = try? WrittenNumber(parts.1) else { continue }
      if number.isBare || MoneyWords(number.prefix + " " + number.suffix) != nil { return parts }
    }
    return withAmount ? blanks.last.map(cut) ?? (text, "") : (text, "")
  }

  private func refuseTwice(
    _ pairs: [(donor: RegionCode, recipient: RegionCode, origin: Origin)]
  ) throws(SettingFailure) {
    var seen: Set<String> = []
    for pair in pairs {
      let text = pair.donor.text + ">" + pair.recipient.text
      guard seen.insert(text).inserted else {
        throw failure(.pairTwice(name, text), at: pair.origin)
      }
    }
  }
}
