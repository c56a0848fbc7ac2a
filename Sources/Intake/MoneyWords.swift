/// What the words around an amount of money say: its unit and its currency.
struct MoneyWords: Equatable, Sendable {
  /// The power of ten that makes the unit M: 万 is -2, 亿 is 2, single units of the currency are -6.
  var exponent: Int?
  /// The currencies that are meant; empty where none is named, several for signs that many share (`$`, `元`).
  var currencies: [String] = []

  /// nil where a word is neither a unit of money nor a currency.
  init?(_ written: String) {
    var scale: Int?
    var single = false
    var named: [String] = []
    func take(_ meaning: Meaning) -> Bool {
      switch meaning {
      case .scale(let power):
        if scale != nil { return false }
        scale = power
      case .currency(let codes, let isUnit):
        // `人民币万元` names its currency twice, and the same one.
        let both = named.isEmpty ? codes : named.filter(codes.contains)
        if both.isEmpty { return false }
        named = both
        single = single || isUnit
      }
      return true
    }
    var rest = Substring(written.halfWidth.trimmed.lowercased())
    while let first = rest.first {
      if first == " " || first == "." || first == "," {
        rest = rest.dropFirst()
        continue
      }
      if first.isASCII, first.isNumber {
        let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "," }
        guard let power = MoneyWords.powers[number.filter { $0 != "," }], take(.scale(power)) else {
          return nil
        }
        rest = rest.dropFirst(number.count)
        continue
      }
      guard first.isASCII, first.isLetter else {
        guard let (word, meaning) = MoneyWords.longest(in: rest), take(meaning) else { return nil }
        rest = rest.dropFirst(word.count)
        continue
      }
      let word = String(rest.prefix { $0.isASCII && $0.isLetter })
      rest = rest.dropFirst(word.count)
      let meanings = MoneyWords.meanings(ofWord: word, before: rest.first)
      if meanings.isEmpty || !meanings.allSatisfy(take) { return nil }
      if word == "us" || word == "hk" { rest = rest.dropFirst() }
    }
    if scale == nil, named.isEmpty { return nil }
    exponent = scale ?? (single ? -6 : nil)
    // `万元` counts from single yuan, `USD m` from single dollars: the scale already says it all.
    currencies = named
  }

  /// What stands around a number. Another number there is no unit.
  init?(around number: WrittenNumber) {
    let words = number.prefix + " " + number.suffix
    if words.utf8.contains(where: { (48...57).contains($0) }) { return nil }
    self.init(words)
  }

  /// Whether the words are about the round's currency, or about none.
  func fits(_ currency: String) -> Bool { currencies.isEmpty || currencies.contains(currency) }

  fileprivate enum Meaning {
    case scale(Int)
    /// Whether the word also counts in single units: `元` does, the code `CNY` leaves the unit open.
    case currency([String], isUnit: Bool)
  }

  private static func meanings(ofWord word: String, before next: Character?) -> [Meaning] {
    if next == "$", word == "us" { return [.currency(["USD"], isUnit: false)] }
    if next == "$", word == "hk" { return [.currency(["HKD"], isUnit: false)] }
    if let scale = scales[word] { return [.scale(scale)] }
    if let currency = words[word] { return [currency] }
    if Currencies.codes.contains(word.uppercased()) {
      return [.currency([word.uppercased()], isUnit: false)]
    }
    // `kEUR`, `mUSD`, `USDm`
    for (short, scale) in [("k", -3), ("m", 0), ("mn", 0), ("bn", 3)] {
      let codes = [
        word.hasPrefix(short) ? String(word.dropFirst(short.count)) : "",
        word.hasSuffix(short) ? String(word.dropLast(short.count)) : "",
      ]
      for code in codes where Currencies.codes.contains(code.uppercased()) {
        return [.scale(scale), .currency([code.uppercased()], isUnit: false)]
      }
    }
    return []
  }

  private static func longest(in text: Substring) -> (word: String, meaning: Meaning)? {
    signs.first { text.hasPrefix($0.word) }
  }

  private static let scales: [String: Int] = [
    "m": 0, "mn": 0, "mln": 0, "mio": 0, "million": 0, "millions": 0,
    "k": -3, "thousand": -3, "thousands": -3,
    "bn": 3, "bln": 3, "billion": 3, "billions": 3, "tn": 6, "trillion": 6,
  ]

  /// `CNY 10,000` names 万.
  private static let powers: [String: Int] = [
    "1000": -3, "10000": -2, "1000000": 0, "10000000": 1, "100000000": 2, "1000000000": 3,
  ]

  private static let dollars = ["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"]

  private static let words: [String: Meaning] = [
    "rmb": .currency(["CNY"], isUnit: false),
    "yuan": .currency(["CNY"], isUnit: true),
    "dollar": .currency(dollars, isUnit: true), "dollars": .currency(dollars, isUnit: true),
    "euro": .currency(["EUR"], isUnit: true), "euros": .currency(["EUR"], isUnit: true),
    "rand": .currency(["ZAR"], isUnit: true),
  ]

  /// Longer words before the shorter ones that they begin with.
  fileprivate static let signs: [(word: String, meaning: Meaning)] = [
    ("人民币", .currency(["CNY"], isUnit: false)),
    ("万亿", .scale(6)), ("千万", .scale(1)), ("百万", .scale(0)), ("十亿", .scale(3)),
    ("亿", .scale(2)), ("万", .scale(-2)), ("千", .scale(-3)),
    ("美元", .currency(["USD"], isUnit: true)), ("欧元", .currency(["EUR"], isUnit: true)),
    ("日元", .currency(["JPY"], isUnit: true)), ("英镑", .currency(["GBP"], isUnit: true)),
    ("港元", .currency(["HKD"], isUnit: true)), ("港币", .currency(["HKD"], isUnit: true)),
    ("澳元", .currency(["AUD"], isUnit: true)), ("加元", .currency(["CAD"], isUnit: true)),
    ("韩元", .currency(["KRW"], isUnit: true)), ("卢比", .currency(["INR"], isUnit: true)),
    ("兰特", .currency(["ZAR"], isUnit: true)),
    ("元", .currency(["CNY", "HKD", "MOP", "SGD", "TWD"], isUnit: true)),
    ("$", .currency(dollars, isUnit: false)), ("€", .currency(["EUR"], isUnit: false)),
    ("£", .currency(["GBP"], isUnit: false)), ("¥", .currency(["CNY", "JPY"], isUnit: false)),
    ("₹", .currency(["INR"], isUnit: false)),
  ]
}

extension MoneyWords {
  /// `元`, `美元`; nil where only the code is known.
  static func chineseName(ofCurrency code: String) -> String? {
    // `元` alone is the yuan to everyone who writes it under a Chinese header.
    if code == "CNY" { return "元" }
    return signs.first { sign in
      guard case .currency(let codes, isUnit: true) = sign.meaning else { return false }
      return codes == [code]
    }?.word
  }
}
