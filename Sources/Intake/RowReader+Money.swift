import Records

/// Amounts of money, and the rules that keep a unit from being taken for another in silence.
enum Money {
  /// M: the largest amount. In whole units it is exact in a double, and thousands of them add up in 64 bits.
  static let largest = 1e9

  /// How the numbers under a header are to be read.
  enum Unit: Hashable, Sendable {
    /// The power of ten that makes the unit M, and the header's words for it where it names the unit itself.
    case known(exponent: Int, stated: String?)
    /// Neither header nor policy says it, and offices of this language mean different ones.
    case askedFor(Complaint)
    /// The header is about another currency.
    case refused(Complaint)
    case personMonths
  }

  /// - Parameter isChinese: whether the header is Chinese.
  static func unit(header: String, stated: String?, isChinese: Bool, _ rules: MoneyRules) -> Unit {
    if let stated, Units.personMonths.contains(stated.foldedName) { return .personMonths }
    let words = stated.flatMap { MoneyWords($0) }
    if let words, let stated, !words.fits(rules.currency) {
      return .refused(.wrongCurrency(header, stated, rules.currency))
    }
    if let exponent = words?.exponent { return .known(exponent: exponent, stated: stated) }
    if let unit = rules.unit { return .known(exponent: unit.exponent, stated: nil) }
    if let stated, words != nil { return .askedFor(.unitOpen(header, stated)) }
    return isChinese ? .askedFor(.unitAskedFor(header)) : .known(exponent: 0, stated: nil)
  }

  /// An amount in M, or what is wrong with it.
  static func amount(
    _ number: WrittenNumber, text: @autoclosure () -> String, column: String, unit: Unit,
    _ rules: MoneyRules
  ) -> Result<Double, ComplaintError> {
    func failed(_ complaint: Complaint) -> Result<Double, ComplaintError> {
      .failure(ComplaintError(complaint: complaint))
    }
    var exponent: Int?
    if !number.isBare {
      guard let words = MoneyWords(around: number) else {
        return failed(.notANumber(column, text()))
      }
      guard words.fits(rules.currency) else {
        return failed(.wrongCurrency(column, text(), rules.currency))
      }
      exponent = words.exponent
    }
    switch unit {
    case .refused(let complaint): return failed(complaint)
    case .personMonths: return failed(.monthsAreNoMoney(column))
    case .askedFor(let complaint):
      // Nothing is nothing in every unit.
      if exponent == nil, !number.isZero { return failed(complaint) }
    case .known(let named, let stated):
      if let exponent, let stated, exponent != named {
        // The amount says its unit itself, so there is one way to write it in the header's.
        let near = number.plainText(shiftedBy: exponent - named)
        return failed(.suffixContradicts(column, text(), stated, near: near))
      }
      exponent = exponent ?? named
    }
    guard let value = number.value(shiftedBy: exponent ?? 0), abs(value) <= largest else {
      return failed(.outOfRange(column, text()))
    }
    return .success(value == 0 ? 0 : value)
  }
}

struct ComplaintError: Error { var complaint: Complaint }

extension RowReader {
  /// An amount of money in M; below 0 is a problem.
  mutating func amount(at index: Int) -> Double? {
    signedAmount(at: index).flatMap { nonNegative($0, index) }
  }

  /// An amount of money in M, whatever its sign.
  mutating func signedAmount(at index: Int) -> Double? {
    guard let number = written(at: index) else { return nil }
    switch Money.amount(
      number, text: shown(index), column: title(index), unit: whole.moneyUnits[index], money)
    {
    case .failure(let error):
      add(error.complaint, index)
      return nil
    case .success(let value):
      return value
    }
  }

  mutating func amount(_ column: Column) -> Double? {
    whole.table.layout.index(of: column).flatMap { amount(at: $0) }
  }
}
