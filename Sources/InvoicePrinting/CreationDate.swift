import Glibc
import KSeFIdentifiers

/// A moment in UTC, to the second, as a PDF's metadata hold it.
public struct CreationDate: Sendable, Hashable {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  public let text: String

  /// Takes `YYYY-MM-DDThh:mm:ssZ`, or a day alone for its midnight; nil for anything else.
  public init?(_ written: String) {
    let full = written.utf8.count == 10 ? written + "T00:00:00Z" : written
    let characters = Array(full)
    guard characters.count == 20, characters.allSatisfy(\.isASCII), characters[10] == "T", characters[13] == ":",
      characters[16] == ":", characters[19] == "Z", CalendarDate(iso: String(characters[..<10])) != nil,
      let hour = Int(String(characters[11...12])), (0...23).contains(hour),
      let minute = Int(String(characters[14...15])), (0...59).contains(minute),
      let second = Int(String(characters[17...18])), (0...59).contains(second)
    else { return nil }
    text = full
  }

  /// - Parameter seconds: since 1970-01-01 00:00 UTC.
  public init(unixSeconds seconds: Int) {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    text =
      "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// The moment of the call.
  public static var now: CreationDate { CreationDate(unixSeconds: time(nil)) }

  /// `SOURCE_DATE_EPOCH` where it is set to a number, else nil.
  package static var ofEnvironment: CreationDate? {
    getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }.map(CreationDate.init(unixSeconds:))
  }
}
