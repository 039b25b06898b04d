import KSeFIdentifiers

/// A day as Polish documents print it (`DD.MM.YYYY`); a text that is no day of the calendar as it stands.
func printedDate(_ text: String) -> String {
  CalendarDate(iso: text)?.printed ?? text
}

/// A day and time: the day as all days are printed, the time and zone as written; nothing is moved between zones, only
/// the `Z` is said as people know it.
func printedTime(_ text: String) -> String {
  let (day, time) = printedMoment(text)
  return time.map { "\(day) \($0)" } ?? day
}

/// A moment's day as all days are printed, and its time in the zone it is written in, `Z` said as UTC; a text of another
/// form as it stands.
func printedMoment(_ text: String) -> (day: String, time: String?) {
  guard let mark = text.utf8.firstIndex(of: 0x54), let date = CalendarDate(iso: String(text[..<mark])) else {
    return (text, nil)
  }
  let time = text[text.utf8.index(after: mark)...]
  return (date.printed, time.hasSuffix("Z") ? "\(time.dropLast())\u{A0}UTC" : String(time))
}
