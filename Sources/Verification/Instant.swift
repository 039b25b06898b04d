/// A moment as it is printed: `2025-11-13 05:03 UTC`.
///
/// - Parameter seconds: since 1970-01-01 00:00 UTC.
func printedInstant(_ seconds: Int64) -> String {
  let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  let minute = (seconds - day * 86_400) / 60
  // Days are counted from 1 March of year 0, so that a leap day is the last of its year.
  let shifted = day + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2)) "
    + "\(padded(minute / 60, 2)):\(padded(minute % 60, 2)) UTC"
}
