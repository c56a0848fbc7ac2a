import Foundation

/// A number with a fixed count of decimals, rounded from its exact value. Never `-0`.
func fixed(_ value: Double, _ decimals: Int) -> String {
  let text = String(format: "%.\(decimals)f", value)
  return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) }
    ? String(text.dropFirst()) : text
}
