import KSeFIdentifiers

/// A day as it may stand on paper.
struct PrintedDate: Sendable {
  let first: WordPlace
  /// The date's last word.
  let last: Int
  /// What it may mean: "03/04/2026" is April's third, or March's fourth.
  let values: [CalendarDate]
  /// As printed.
  let text: String
  /// Of its least certain word.
  let confidence: Int
}

extension PaperPage {
  /// Every day of the calendar that is written on the page, in the order of lines and words.
  var dates: [PrintedDate] {
    lines.indices.flatMap { line in
      var dates: [PrintedDate] = []
      var word = 0
      while word < lines[line].count {
        if let date = date(at: WordPlace(line: line, word: word)) {
          dates.append(date)
          word = date.last
        }
        word += 1
      }
      return dates
    }
  }

  private func date(at place: WordPlace) -> PrintedDate? {
    let words = lines[place.line][place.word...].prefix(5)
    for count in [1, 3, 5] where words.count >= count {
      let taken = words.prefix(count)
      let values = count == 1 ? PrintedDate.inDigits(taken.map(\.text)[0]) : PrintedDate.inWords(taken.map(\.text))
      guard !values.isEmpty else { continue }
      return PrintedDate(
        first: place, last: place.word + count - 1, values: values, text: taken.map(\.text).joined(separator: " "),
        confidence: taken.map(\.confidence).min() ?? 0)
    }
    return nil
  }
}

extension PrintedDate {
  /// "02.03.2026", "2-3-2026", "2026/03/02"; a year of two digits is of this century.
  fileprivate static func inDigits(_ word: String) -> [CalendarDate] {
    guard word.utf8.count <= 40 else { return [] }
    var text = String(word.bare)
    for ending in ["roku", "r"] where text.hasSuffix(ending) { text = String(text.dropLast(ending.count)) }
    // A time glued to the day: 2026-03-02T10:00.
    if let time = text.firstIndex(of: "T") { text = String(text[..<time]) }
    let parts = text.split(omittingEmptySubsequences: false) {
      $0 == "." || $0 == "/" || $0.unicodeScalars.allSatisfy(\.isDash)
    }
    .map(String.init)
    guard parts.count == 3, parts.allSatisfy(\.isDigits) else { return [] }
    let numbers = parts.compactMap(Int.init)
    guard numbers.count == 3, parts[1].utf8.count <= 2 else { return [] }
    let possible: [CalendarDate?]
    if parts[0].utf8.count == 4, parts[2].utf8.count <= 2 {
      possible = [CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])]
    } else if parts[0].utf8.count <= 2, parts[2].utf8.count == 4 || parts[2].utf8.count == 2 {
      let year = parts[2].utf8.count == 4 ? numbers[2] : 2000 + numbers[2]
      possible = [
        CalendarDate(year: year, month: numbers[1], day: numbers[0]),
        // Month first is written with slashes.
        text.contains("/") ? CalendarDate(year: year, month: numbers[0], day: numbers[1]) : nil,
      ]
    } else {
      possible = []
    }
    return possible.compactMap { $0 }
  }

  /// "2 marca 2026", "March 2, 2026", "2 . 03 . 2026".
  fileprivate static func inWords(_ words: [String]) -> [CalendarDate] {
    guard words.allSatisfy({ $0.utf8.count <= 24 }) else { return [] }
    if words.count == 5 {
      let glued = words.joined()
      return words.allSatisfy { $0.isDigits || $0.unicodeScalars.count == 1 } ? inDigits(glued) : []
    }
    let bare = words.map { String($0.bare) }
    let year = bare[2].hasSuffix("r") ? String(bare[2].dropLast()) : bare[2]
    guard year.utf8.count == 4, let year = Int(year) else { return [] }
    for (day, month) in [(bare[0], bare[1]), (bare[1], bare[0])] {
      if (1...2).contains(day.utf8.count), let day = Int(day), let month = monthNames[month.folded],
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return [date]
      }
    }
    return []
  }
}

private let monthNames: [String: Int] = {
  let names = [
    "stycznia styczen sty january jan januar січня i", "lutego luty lut february feb februar лютого ii",
    "marca marzec mar march mar marz mrz березня iii", "kwietnia kwiecien kwi april apr квітня iv",
    "maja maj may mai травня v", "czerwca czerwiec cze june jun juni червня vi",
    "lipca lipiec lip july jul juli липня vii", "sierpnia sierpien sie august aug серпня viii",
    "wrzesnia wrzesien wrz september sep sept вересня ix",
    "pazdziernika pazdziernik paz october oct oktober okt жовтня x",
    "listopada listopad lis november nov листопада xi", "grudnia grudzien gru december dec dezember dez грудня xii",
  ]
  var months: [String: Int] = [:]
  for (index, line) in names.enumerated() {
    for name in line.split(separator: " ") { months[String(name)] = index + 1 }
  }
  return months
}()
