/// Dates as workbooks count them: days since 1900 (with a 29 February 1900 that never was) or since 1904.
enum SerialDate {
  /// ISO text of a serial number; nil where it is no date.
  static func text(_ serial: Double, since1904: Bool, shows parts: NumberFormat.DateParts)
    -> String?
  {
    // The year 10000 begins at 2958466.
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      days += 1
      seconds = 0
    }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
      .joined(separator: ":")
    if !parts.contains(.date) { return time }
    // Days from 1970-01-01.
    let offset = since1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    let (year, month, day) = civil(days + offset)
    if parts.contains(.onlyYear) { return padded(year, 4) }
    let date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    return parts.contains(.time) && seconds > 0 ? date + "T" + time : date
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The day of the calendar, counted from 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
    )
  }
}
