import Records

/// What can be wrong with a policy. One problem keeps the whole policy out: it is never half applied.
extension Complaint {
  static func unknownSetting(
    _ name: String, near: String?, allowed: [String] = PolicySettings.names
  ) -> Complaint {
    Complaint(
      kind: "unknown-setting", en: "the policy has no setting `\(name.shortened)`",
      zh: "政策中没有“\(name.shortened)”这项设置", found: name.shortened,
      allowed: allowed.joined(separator: ", "), suggestion: near)
  }

  static let valueWithoutSetting = Complaint(
    kind: "blank", en: "a value stands here without the name of its setting", zh: "此处有值但没有设置名称")

  static func settingTwice(_ name: String, _ first: String, _ second: String, places: [Origin])
    -> Complaint
  {
    let listed = places.map(\.inEnglish).joined(separator: ", ")
    let zhListed = places.map(\.inChinese).joined(separator: "、")
    return Complaint(
      kind: "setting-twice",
      en:
        "`\(name.shortened)` is set to `\(first.shortened)` and to `\(second.shortened)`: \(listed)",
      zh:
        "“\(name.shortened)”被同时设为“\(first.shortened)”和“\(second.shortened)”：\(zhListed)",
      found: second.shortened, allowed: "one value")
  }

  /// A setting whose value is none of a few.
  static func notAllowed(
    _ name: String, _ found: String, allowed: String, near: String? = nil
  ) -> Complaint {
    Complaint(
      kind: "setting-value",
      en: "`\(name.shortened)`: `\(found.shortened)` is not allowed; allowed: \(allowed)",
      zh: "“\(name.shortened)”：“\(found.shortened)”不是允许的值；可用：\(allowed)",
      found: found.shortened, allowed: allowed, suggestion: near)
  }

  static func notAPair(_ name: String, _ found: String, withAmount: Bool) -> Complaint {
    let form = withAmount ? "CN-GD>CN-SX 30" : "CN-GD>CN-SX"
    return Complaint(
      kind: "not-a-pair",
      en:
        "`\(name.shortened)`: `\(found.shortened)` is no pair; write `\(form)`, several parted by `;`",
      zh: "“\(name.shortened)”：“\(found.shortened)”不是结对；请写“\(form)”，多个以“；”分隔",
      found: found.shortened, allowed: form)
  }

  static func pairTwice(_ name: String, _ pair: String) -> Complaint {
    Complaint(
      kind: "pair-twice", en: "`\(name.shortened)` names the pair `\(pair.shortened)` twice",
      zh: "“\(name.shortened)”中“\(pair.shortened)”出现了两次", found: pair.shortened)
  }

  static func noStages(_ name: String) -> Complaint {
    Complaint(
      kind: "setting-value", en: "`\(name.shortened)` names no stage",
      zh: "“\(name.shortened)”没有列出任何阶段",
      allowed: StageName.requestable.map(\.rawValue).joined(separator: ", "))
  }

  static let weighsNothing = Complaint(
    kind: "weighs-nothing", en: "the policy's weights are all 0, so it weighs no column",
    zh: "政策中的权重全部为 0，没有任何一列参与权衡", allowed: "a weight above 0")

  static let ranksByNothing = Complaint(
    kind: "weighs-nothing", en: "the policy's rank weights are all 0, so plans cannot be ranked",
    zh: "政策中的排序权重全部为 0，无法对方案排序", allowed: "a weight other than 0")

  static func weighsNoColumn(_ name: String, near: String?) -> Complaint {
    Complaint(
      kind: "weighs-no-column",
      en:
        "the policy weighs `\(name.shortened)`, and no proposal has a numeric column of that name",
      zh: "政策权衡“\(name.shortened)”，但没有任何项目有这一数值列", found: name.shortened,
      allowed: "a numeric column of the proposals", suggestion: near)
  }

  static func weighsEmptyColumn(_ name: String) -> Complaint {
    Complaint(
      severity: .note, kind: "weighs-empty-column",
      en:
        "the policy weighs `\(name.shortened)`, which no proposal fills in: it counts for nothing",
      zh: "政策权衡“\(name.shortened)”，但没有任何项目填写该列：不起作用", found: name.shortened)
  }

  static func measuresEmptyColumn(_ name: String) -> Complaint {
    Complaint(
      severity: .note, kind: "measures-empty-column",
      en:
        "`fairness.measure` names `\(name.shortened)`, which no region fills in: need is counted by what is asked for",
      zh: "“fairness.measure”指定“\(name.shortened)”，但没有任何地区填写该列：需求按申请额计",
      found: name.shortened)
  }

  static func ranksByNoColumn(_ name: String, near: String?) -> Complaint {
    Complaint(
      kind: "ranks-by-no-column", en: "`rank_weights.\(name.shortened)` is no figure of a plan",
      zh: "“rank_weights.\(name.shortened)”不是方案的指标", found: name.shortened,
      allowed: PolicySettings.scorecard.sorted().joined(separator: ", "), suggestion: near)
  }

  static func measuresNoColumn(_ name: String, near: String?) -> Complaint {
    Complaint(
      kind: "measures-no-column",
      en:
        "`fairness.measure` names `\(name.shortened)`, and no region has a numeric column of that name",
      zh: "“fairness.measure”指定“\(name.shortened)”，但没有任何地区有这一数值列", found: name.shortened,
      allowed: "a numeric column of the regions", suggestion: near)
  }
}

extension Complaint {
  static let policyLeftOut = Complaint(
    severity: .note, kind: "policy-left-out",
    en:
      "the settings here are not in force: the policy has a problem in another file, and it is applied whole or not at all",
    zh: "此处的设置未生效：政策在另一文件中有误，而政策只会整体生效")
}
