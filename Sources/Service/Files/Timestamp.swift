import Glibc

/// A moment of the wall clock in whole seconds, UTC. It names runs and dates states; nothing is decided by it.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public static func now() -> Timestamp { Timestamp(seconds: time(nil)) }

  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// `2026-11-24T09:30:00Z`
  public var iso: String { text("%Y-%m-%dT%H:%M:%SZ") }

  /// `20261124T093000Z`, for names.
  public var compact: String { text("%Y%m%dT%H%M%SZ") }

  /// The time that a run's name begins with, `20261124T093000Z-…`, as `iso` writes it.
  static func iso(ofName name: String) -> String? {
    let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
    var iso = ""
    var rest = Array(name.utf8)[...]
    for piece in ["dddd", "-dd", "-dd", "Tdd", ":dd", ":dd", "Z"] {
      for mark in piece.utf8 {
        // The name has the letters, but no `-` and `:`.
        if mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":") {
          iso.unicodeScalars.append(Unicode.Scalar(mark))
          continue
        }
        guard let byte = rest.popFirst() else { return nil }
        guard mark == UInt8(ascii: "d") ? digit.contains(byte) : byte == mark else { return nil }
        iso.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return iso
  }

  private func text(_ format: String) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let length = strftime(base, buffer.count, format, &parts)
      return String(decoding: buffer[..<length].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
