import Records

/// Values that templates offer, under their names in both languages. Rounds may use others.
enum UsualValues {
  static let sectors = [
    Bilingual("wind", "风电"), Bilingual("solar", "光伏"), Bilingual("hydrogen", "氢能"),
    Bilingual("pumped-hydro", "抽水蓄能"), Bilingual("storage", "储能"), Bilingual("big-data", "大数据"),
    Bilingual("cultural-tourism", "文化旅游"), Bilingual("sustainable-agriculture", "现代农业"),
    Bilingual("reskilling", "技能培训"),
  ]

  static let instruments = [
    Bilingual("grant", "赠款"), Bilingual("concessional-loan", "优惠贷款"), Bilingual("equity", "股权"),
    Bilingual("guarantee", "担保"), Bilingual("expertise", "专家支持"),
  ]

  static let policyAreas = [
    Bilingual("reskilling", "技能培训"), Bilingual("grid-access", "并网"),
    Bilingual("green-power-trading", "绿电交易"), Bilingual("land-use", "土地利用"),
    Bilingual("standards", "标准互认"), Bilingual("talent", "人才交流"),
  ]

  /// Values of a round under the names of a language, the round's own as they are.
  static func named(_ values: [String], among usual: [Bilingual]) -> [Bilingual] {
    values.map { value in usual.first { $0.en == value } ?? Bilingual(value, value) }
  }
}

extension Template {
  /// `USD m`, `万元`: what stands in the headers of money.
  var moneyUnit: String {
    guard language == .zh else {
      return "\(currency) \(unit == .millions ? "m" : unit.rawValue)"
    }
    let scale =
      switch unit {
      case .millions: "百万"
      case .wan: "万"
      case .yi: "亿"
      case .thousands: "千"
      case .billions: "十亿"
      }
    return scale + (MoneyWords.chineseName(ofCurrency: currency) ?? currency)
  }

  func text(_ words: Bilingual) -> String { language == .zh ? words.zh : words.en }

  /// The unit of a column as its header names it; nil where the name says it.
  func unit(of measure: Column.Measure) -> String? {
    switch measure {
    case .money, .statistic: moneyUnit
    case .megatonnes: language == .zh ? "百万吨" : nil
    case .tonnes: language == .zh ? "吨" : nil
    case .personMonths: language == .zh ? "人月" : nil
    case .text, .years, .share, .count, .plain: nil
    }
  }

  /// The unit as the explanation tells it, also where the header does not.
  func spokenUnit(of measure: Column.Measure) -> String {
    switch measure {
    case .money, .statistic: moneyUnit
    case .megatonnes: text(Bilingual("million tonnes", "百万吨"))
    case .tonnes: text(Bilingual("tonnes", "吨"))
    case .personMonths: text(Bilingual("person-months", "人月"))
    case .share: "%"
    case .text, .years, .count, .plain: ""
    }
  }
}
