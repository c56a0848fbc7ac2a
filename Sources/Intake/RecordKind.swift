/// The five kinds of records that the files of a round contribute.
enum RecordKind: String, CaseIterable, Sendable {
  case regions, links, offers, proposals, policy

  /// The kind that a key of a YAML or JSON document names, in English or Chinese.
  init?(documentKey: String) {
    guard let kind = RecordKind.byDocumentKey[documentKey.foldedName] else { return nil }
    self = kind
  }

  static let documentKeys: [RecordKind: [String]] = [
    .regions: ["regions", "region", "地区", "区域", "省份"],
    .links: ["links", "link", "联系", "煤炭联系", "煤炭往来"],
    .offers: ["offers", "offer", "供给", "支援", "出资", "资金供给"],
    .proposals: ["proposals", "proposal", "项目", "需求", "项目需求", "申请"],
    .policy: ["policy", "政策", "规则", "设置"],
  ]

  private static let byDocumentKey: [String: RecordKind] = {
    var kinds: [String: RecordKind] = [:]
    for (kind, keys) in documentKeys {
      for key in keys { kinds[key.foldedName] = kind }
    }
    return kinds
  }()

  var zh: String {
    switch self {
    case .regions: "地区表"
    case .links: "联系表"
    case .offers: "供给表"
    case .proposals: "项目表"
    case .policy: "政策表"
    }
  }
}
