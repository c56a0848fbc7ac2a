import Records

/// What can be wrong between the records of a round.
extension Complaint {
  static func linkToItself(_ code: String) -> Complaint {
    Complaint(
      kind: "link-to-itself", en: "donor and recipient are the same region, `\(code.shortened)`",
      zh: "支援方与受援方是同一地区“\(code.shortened)”", found: code.shortened,
      allowed: "two different regions")
  }

  static func unknownRegion(_ code: String, near: String?) -> Complaint {
    Complaint(
      kind: "unknown-region", en: "region `\(code.shortened)` is not among the round's regions",
      zh: "地区“\(code.shortened)”不在本轮的地区表中", found: code.shortened,
      allowed: "a code or a name of the regions table", suggestion: near)
  }

  static func ambiguousRegion(_ name: String, _ codes: [String]) -> Complaint {
    let listed = codes.map(\.shortened)
    return Complaint(
      kind: "ambiguous-region",
      en:
        "`\(name.shortened)` names several of the round's regions; write the code: \(listed.joined(separator: ", "))",
      zh: "“\(name.shortened)”是本轮多个地区的名称；请写代码：\(listed.joined(separator: "、"))",
      found: name.shortened, allowed: listed.joined(separator: ", "))
  }

  static func separatorInCode(_ code: String) -> Complaint {
    Complaint(
      kind: "separator-in-code",
      en: "the code `\(code.shortened)` has a sign in it that parts lists or pairs",
      zh: "代码“\(code.shortened)”含有用于分隔列表或结对的符号", found: code.shortened,
      allowed: "a text without ; ； 、 , >")
  }

  static let noRegions = Complaint(
    severity: .note, kind: "no-regions",
    en: "the round has no regions table, so region codes are taken as they are written",
    zh: "本轮没有地区表，地区代码按原样使用")

  static func givenTwice(
    _ kind: RecordKind, _ key: String, places: [Origin], identical: Bool
  ) -> Complaint {
    let listed = places.map(\.inEnglish).joined(separator: ", ")
    let zhListed = places.map(\.inChinese).joined(separator: "、")
    return identical
      ? Complaint(
        severity: .note, kind: "same-row-twice",
        en:
          "`\(key.shortened)` is given more than once, each time the same, and counts once: \(listed)",
        zh: "“\(key.shortened)”重复出现且内容相同，只计一次：\(zhListed)", found: key.shortened)
      : Complaint(
        kind: "key-twice",
        en:
          "`\(key.shortened)` is given more than once with different values, and none of them is used: \(listed)",
        zh: "“\(key.shortened)”重复出现且内容不同，均未采用：\(zhListed)", found: key.shortened,
        allowed: "one row for each key of \(kind.rawValue)")
  }

  static func clipped(_ years: ClosedRange<Int>, _ horizon: ClosedRange<Int>) -> Complaint {
    Complaint(
      severity: .note, kind: "years-clipped",
      en:
        "its years \(text(years)) reach beyond the horizon \(text(horizon)); what lies outside is cut",
      zh: "其年份 \(text(years)) 超出规划期 \(text(horizon))，超出部分已截去", found: text(years),
      allowed: text(horizon))
  }

  static func outside(_ years: ClosedRange<Int>, _ horizon: ClosedRange<Int>) -> Complaint {
    Complaint(
      kind: "years-outside",
      en: "its years \(text(years)) lie wholly outside the horizon \(text(horizon))",
      zh: "其年份 \(text(years)) 全部在规划期 \(text(horizon)) 之外", found: text(years),
      allowed: text(horizon))
  }

  private static func text(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
  }

  static func needFarAboveSector(_ need: Double, _ sector: String, median: Double) -> Complaint {
    Complaint(
      severity: .note, kind: "need-far-above-sector",
      en:
        "the need, \(amount(need)) M, is 100 or more times the median of sector `\(sector.shortened)`, \(amount(median)) M; is the unit right?",
      zh:
        "资金需求 \(amount(need)) M（百万）达到“\(sector.shortened)”领域中位数 \(amount(median)) M 的 100 倍以上；单位是否正确？",
      found: amount(need))
  }

  static func benefitFarAboveMedian(_ indicator: String, _ value: Double, median: Double)
    -> Complaint
  {
    Complaint(
      severity: .note, kind: "benefit-far-above-median",
      en:
        "`\(indicator.shortened)` per M, \(amount(value)), is more than 20 times the median, \(amount(median)); one typing error there moves every value",
      zh: "每百万资金的“\(indicator.shortened)”为 \(amount(value))，超过中位数 \(amount(median)) 的 20 倍；请核对是否有误",
      found: amount(value))
  }

  static func lookAlikeSector(_ sector: String, near: [String]) -> Complaint {
    lookAlike("look-alike-sector", sector, near, en: "sector", zh: "领域")
  }

  static func lookAlikeInstrument(_ instrument: String, near: [String]) -> Complaint {
    lookAlike("look-alike-instrument", instrument, near, en: "instrument", zh: "方式")
  }

  /// - Parameter near: the values in wider use that it looks like; of several none is suggested.
  private static func lookAlike(
    _ kind: String, _ value: String, _ near: [String], en: String, zh: String
  ) -> Complaint {
    let isOne = near.count == 1
    let several = near.map { "`\($0.shortened)`" }.joined(separator: ", ")
    let zhSeveral = near.map { "“\($0.shortened)”" }.joined(separator: "、")
    return Complaint(
      severity: .note, kind: kind,
      en: "\(en) `\(value.shortened)` is hardly used"
        + (isOne ? "" : " and looks like \(several)"),
      zh: "\(zh)“\(value.shortened)”很少使用" + (isOne ? "" : "，与\(zhSeveral)相近"),
      found: value.shortened, suggestion: isOne ? near.first : nil)
  }

  static func weighedBelowZero(_ indicator: String, _ value: Double) -> Complaint {
    Complaint(
      kind: "negative",
      en:
        "`\(indicator.shortened)`: `\(amount(value))` is below 0; 0 or more is allowed where the policy weighs it",
      zh: "“\(indicator.shortened)”：“\(amount(value))”小于 0；政策参与权衡的指标应为 0 或正数",
      found: amount(value), allowed: ">= 0")
  }

  /// A number for a message, whole where it is.
  static func amount(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    if let whole = Int(exactly: rounded) { return "\(whole)" }
    return "\(rounded)"
  }

  /// Records that stay in force from an earlier version.
  static func lastGoodStays(file: String, keys: [String], money: Double, whole: Bool) -> Complaint {
    let shown = keys.prefix(10).map(\.shortened)
    let more = keys.count - shown.count
    let en = shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let zh = shown.joined(separator: "、") + (more > 0 ? "等 \(keys.count) 条" : "")
    let stake = money > 0 ? "; \(amount(money)) M at stake" : ""
    let zhStake = money > 0 ? "；涉及金额 \(amount(money)) M（百万）" : ""
    return Complaint(
      severity: .note, kind: "last-good-in-force",
      en: (whole
        ? "the last good version of the file stays in force"
        : "the last good version of its records stays in force")
        + " until it is mended or removed: \(en)\(stake)",
      zh: (whole ? "在修正或移除之前，沿用该文件的最近有效版本" : "在修正或移除之前，沿用这些记录的最近有效版本") + "：\(zh)\(zhStake)",
      found: file)
  }
}
