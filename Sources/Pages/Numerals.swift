import Foundation

/// A number with a fixed count of decimals, rounded from its exact value. Never `-0`.
package func fixed(_ value: Double, _ decimals: Int) -> String {
  let text = String(format: "%.\(decimals)f", value)
  return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) }
    ? String(text.dropFirst()) : text
}

/// A number in groups of three: `12,345`, and in Chinese from five digits `12 345` with a narrow no-break space.
package func grouped(_ value: Double, decimals: Int = 0) -> Words {
  let text = fixed(value, decimals)
  let digits = text.prefix { $0 != "." }
  let whole = digits.drop { $0 == "-" }
  func inGroups(_ separator: String) -> String {
    var groups = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { groups += separator }
      groups.append(digit)
    }
    return groups
  }
  let sign = text.hasPrefix("-") ? "−" : ""
  let fraction = text.dropFirst(digits.count)
  let zh = whole.count < 5 ? String(whole) : inGroups("\u{202F}")
  return .markup(sign + inGroups(",") + fraction, sign + zh + fraction)
}

/// A share as a percentage, without claiming all or nothing where that is only nearly so.
package func share(_ value: Double, decimals: Int = 0) -> Words {
  let text = fixed(value * 100, decimals)
  let all = fixed(100, decimals)
  let nothing = fixed(0, decimals)
  // Published shares have nine digits.
  if text == all, value < 1 - 1e-6 {
    return .markup("&gt;\(fixed(100 - pow(10, -Double(decimals)), decimals))\u{A0}%")
  }
  if text == nothing, value > 1e-9 {
    return .markup("&lt;\(fixed(pow(10, -Double(decimals)), decimals))\u{A0}%")
  }
  return .markup("\(text)\u{A0}%")
}

/// A small count in words, as prose has it: `seven`; Chinese without its measure word: `七`.
package func counted(_ count: Int) -> Words {
  let en = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  let zh = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
  guard en.indices.contains(count) else {
    let number = grouped(Double(count))
    return .markup(number.en, number.zh + " ")
  }
  return .markup(en[count], zh[count])
}

/// A figure of any size to three digits: `1,234`, `12.3`, `0.0456`.
package func threeDigits(_ value: Double) -> Words {
  guard value != 0, value.isFinite else { return .markup("0") }
  let decimals = max(0, 2 - Int(floor(log10(abs(value)))))
  return grouped(value, decimals: min(decimals, 6))
}
