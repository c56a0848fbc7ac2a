/// Units of things other than money, and what they are in the unit inside.
enum Units {
  /// The power of ten that makes a mass Mt.
  static let megatonnes: [String: Int] = [
    "mt": 0, "百万吨": 0, "milliontonnes": 0, "milliont": 0, "亿吨": 2, "万吨": -2, "千吨": -3, "kt": -3,
    "t": -6, "吨": -6, "tonnes": -6, "gt": 3,
  ]

  /// The power of ten that makes a number of people or jobs single ones.
  static let counts: [String: Int] = [
    "万": 4, "万人": 4, "万个": 4, "千人": 3, "千": 3, "k": 3, "thousand": 3, "thousands": 3,
    "million": 6, "millions": 6, "m": 6, "百万": 6, "百万人": 6, "亿": 8, "亿人": 8,
    "人": 0, "个": 0, "岗位": 0, "fte": 0, "people": 0, "persons": 0, "jobs": 0,
  ]

  static let personMonths: Set<String> = ["人月", "person-months", "personmonths", "months", "月"]

  static let share: Set<String> = ["%", "percent", "百分比", "百分数"]

  /// The power of ten that makes a mass Mt; `/a`, `每年` and CO₂ beside the unit say nothing about it.
  static func megatonnes(_ written: String) -> Int? {
    var text = written.foldedName
    for word in [
      "co2e", "co2", "二氧化碳", "coal", "煤", "perannum", "peryear", "每年", "/年", "/yr", "/a", "/y",
    ] {
      text = text.replacing(word, with: "")
    }
    return megatonnes[text]
  }

  static func isKnown(_ written: String) -> Bool {
    let text = written.foldedName
    return share.contains(text) || personMonths.contains(text) || counts[text] != nil
      || megatonnes(written) != nil
  }
}
