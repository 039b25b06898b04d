import KSeFIdentifiers
import Testing

@Suite("Dates, contexts, serial numbers, environments")
struct IdentifierFormTests {
  @Test("Each form of a date reads what it prints, on every kind of day")
  func dateForms() throws {
    for year in [1, 1900, 2000, 2024, 2026, 9999] {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(CalendarDate(iso: date.iso) == date)
          #expect(CalendarDate(dayFirst: date.dayFirst) == date)
          #expect(CalendarDate(compact: date.iso.replacing("-", with: "")) == date)
        }
      }
    }
  }

  @Test(
    "Days the calendar doesn't have and other forms are no dates",
    arguments: [
      "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01", "2026-1-01",
      "2026-01-01Z", "2026-01-01T00:00:00", " 2026-01-01", "+026-01-01", "２026-01-01", "", "--",
    ])
  func noDates(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("A leap day of 2000 and 2024 exists")
  func leapDays() {
    #expect(CalendarDate(iso: "2000-02-29") != nil)
    #expect(CalendarDate(dayFirst: "29-02-2024") != nil)
  }

  @Test("Dates are ordered by the calendar")
  func dateOrder() throws {
    let dates = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(CalendarDate(iso: $0)) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test(
    "A context reads what it prints",
    arguments: [
      ("Nip", "1111111111"), ("InternalId", "1111111111-12345"), ("NipVatUe", "1111111111-DE123456789"),
      ("NipVatUe", "1111111111-NL123456789B01"), ("PeppolId", "PPL123456"),
    ])
  func contexts(_ word: String, _ value: String) throws {
    let context = try #require(IssuingContext(linkWord: word, value: value))
    #expect(context.linkWord == word)
    #expect(context.value == value)
  }

  @Test(
    "A context of another word or form isn't read",
    arguments: [
      ("nip", "1111111111"), ("Nip", "111111111"), ("InternalId", "1111111111"), ("InternalId", "1111111111-1234"),
      ("InternalId", "1111111111_12345"), ("NipVatUe", "1111111111-de123"), ("NipVatUe", "1111111111-DE"),
      ("PeppolId", "XPL123456"), ("PeppolId", "PPL12345"), ("", ""), ("Nip", ""),
    ])
  func foreignContexts(_ word: String, _ value: String) {
    #expect(IssuingContext(linkWord: word, value: value) == nil)
  }

  @Test("A context on a command line has the words of the command line")
  func contextArguments() {
    #expect(IssuingContext(argument: "nip:1111111111") == IssuingContext(linkWord: "Nip", value: "1111111111"))
    #expect(
      IssuingContext(argument: "internal-id:1111111111-12345")
        == IssuingContext(linkWord: "InternalId", value: "1111111111-12345"))
    #expect(IssuingContext(argument: "Nip:1111111111") == nil)
    #expect(IssuingContext(argument: "1111111111") == nil)
  }

  @Test("A serial number keeps its leading zero")
  func serialNumbers() {
    let octets: [UInt8] = [0x01, 0xF2, 0x0A, 0x5D, 0x35, 0x2A, 0xE5, 0x90]
    #expect(CertificateSerialNumber(octets: octets)?.text == "01F20A5D352AE590")
    #expect(CertificateSerialNumber(octets: [0, 0] + octets)?.text == "01F20A5D352AE590")
    #expect(CertificateSerialNumber(octets: [0x20])?.text == "0000000000000020")
    #expect(CertificateSerialNumber(octets: octets + [1]) == nil)
    #expect(CertificateSerialNumber("01F20A5D352AE590")?.text == "01F20A5D352AE590")
    for text in ["1F20A5D352AE590", "01f20a5d352ae590", "01F20A5D352AE59G", "01F20A5D352AE5900", ""] {
      #expect(CertificateSerialNumber(text) == nil)
    }
  }

  @Test("An environment is known by its host in any case", arguments: KSeFEnvironment.allCases)
  func environments(_ environment: KSeFEnvironment) {
    #expect(KSeFEnvironment(host: environment.host) == environment)
    #expect(KSeFEnvironment(host: environment.host.uppercased()) == environment)
    #expect(KSeFEnvironment(host: environment.host + ".") == nil)
  }
}
