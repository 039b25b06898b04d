import ArgumentParser
import Glibc
import KSeFIdentifiers

/// A moment in UTC, to the second, as a PDF's metadata hold it.
struct CreationDate: ExpressibleByArgument, Sendable {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  let text: String

  /// Takes `YYYY-MM-DDThh:mm:ssZ`, or a day alone for its midnight.
  init?(argument: String) {
    let full = argument.utf8.count == 10 ? argument + "T00:00:00Z" : argument
    let characters = Array(full)
    guard characters.count == 20, characters.allSatisfy(\.isASCII), characters[10] == "T", characters[13] == ":",
      characters[16] == ":", characters[19] == "Z", CalendarDate(iso: String(characters[..<10])) != nil,
      let hour = Int(String(characters[11...12])), (0...23).contains(hour),
      let minute = Int(String(characters[14...15])), (0...59).contains(minute),
      let second = Int(String(characters[17...18])), (0...59).contains(second)
    else { return nil }
    text = full
  }

  /// `SOURCE_DATE_EPOCH` where it is set to a number, else the clock.
  static var ofEnvironment: CreationDate {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    var seconds = given ?? time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return CreationDate(
      checked: "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z")
  }

  private init(checked text: String) { self.text = text }
}
