import Foundation
import Testing

/// A file made to do harm, to read what isn't its business, or to take all memory or time.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let name: String
  private let make: @Sendable () throws -> Data

  var testDescription: String { name }

  /// Writes the file into a folder.
  func write(to folder: WorkFolder) throws -> String { try folder.write(try make(), to: "hostile.xml") }

  private init(_ name: String, bytes make: @escaping @Sendable () throws -> Data) {
    self.name = name
    self.make = make
  }

  private init(_ name: String, _ make: @escaping @Sendable () throws -> String) {
    self.init(name, bytes: { Data(try make().utf8) })
  }

  static let all: [HostileFile] =
    Corpus.hostile.map { invoice in HostileFile(invoice.testDescription, bytes: { try invoice.bytes() }) } + made

  private static let made: [HostileFile] = [
    HostileFile("entity bomb") {
      let levels = (1...9).map { level in
        "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
      }
      return document(type: "<!ENTITY e0 \"lol\">" + levels.joined(), number: "&e9;")
    },
    HostileFile("quadratic entity") {
      document(
        type: "<!ENTITY a \"\(String(repeating: "a", count: 50_000))\">",
        number: String(repeating: "&a;", count: 50_000))
    },
    HostileFile("external entity from a file") {
      document(type: "<!ENTITY a SYSTEM \"file:///etc/passwd\">", number: "&a;")
    },
    HostileFile("external entity over HTTP") {
      document(type: "<!ENTITY a SYSTEM \"http://127.0.0.1:9/a\">", number: "&a;")
    },
    HostileFile("external parameter entity") {
      document(type: "<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a.dtd\"> %a;", number: "1")
    },
    HostileFile("external document type") {
      try sample().replacing("<Faktura ", with: "<!DOCTYPE Faktura SYSTEM \"http://127.0.0.1:9/a.dtd\">\n<Faktura ")
    },
    HostileFile("inclusion of another file") {
      try sample().replacing(
        "<P_2>",
        with: "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\" parse=\"text\"/><P_2>")
    },
    HostileFile("style sheet") {
      try sample().replacing(
        "<Faktura ", with: "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/a.xsl\"?>\n<Faktura ")
    },
    HostileFile("deep nesting") {
      let depth = 200_000
      return head + String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth) + "</Faktura>"
    },
    HostileFile("deep nesting that never ends") { head + String(repeating: "<a>", count: 300_000) },
    HostileFile("giant text") { document(number: String(repeating: "x", count: 2_900_000)) },
    HostileFile("giant name") { head + "<" + String(repeating: "n", count: 2_000_000) + "/></Faktura>" },
    HostileFile("giant attribute") { head + "<a b=\"" + String(repeating: "x", count: 2_900_000) + "\"/></Faktura>" },
    HostileFile("many attributes") {
      head + "<a " + (0..<150_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/></Faktura>"
    },
    HostileFile("many namespaces") {
      head + "<a " + (0..<60_000).map { "xmlns:n\($0)=\"urn:n\($0)\"" }.joined(separator: " ") + "/></Faktura>"
    },
    HostileFile("many empty elements") { head + String(repeating: "<a/>", count: 700_000) + "</Faktura>" },
    HostileFile("file of fifty million bytes") { head + String(repeating: " ", count: 50_000_000) + "</Faktura>" },
    HostileFile("gzip", bytes: { try gzipped(try sample()) }),
    HostileFile("truncated", bytes: { try sampleBytes().prefix(1_500) }),
    HostileFile(
      "truncated in a letter",
      bytes: {
        let bytes = try sampleBytes()
        return bytes.prefix(through: try #require(bytes.firstIndex { $0 >= 0xC3 }))
      }),
    HostileFile("byte order mark", bytes: { Data([0xEF, 0xBB, 0xBF]) + (try sampleBytes()) }),
    HostileFile(
      "UTF-16",
      bytes: {
        try #require(try sample().replacing("UTF-8", with: "UTF-16").data(using: .utf16))
      }),
    HostileFile("UTF-16 without a mark", bytes: { try #require(try sample().data(using: .utf16LittleEndian)) }),
    HostileFile("UTF-32", bytes: { try #require(try sample().data(using: .utf32)) }),
    HostileFile("UTF-7 by declaration") { try sample().replacing("UTF-8", with: "UTF-7") },
    HostileFile("windows-1250 by declaration") { try sample().replacing("UTF-8", with: "windows-1250") },
    HostileFile("overlong UTF-8", bytes: { try replaced("Hurtownia", by: [0xC0, 0xAF]) }),
    HostileFile("surrogate in UTF-8", bytes: { try replaced("Hurtownia", by: [0xED, 0xA0, 0x80]) }),
    HostileFile("NUL", bytes: { try replaced("Hurtownia", by: [0x41, 0x00, 0x42]) }),
    HostileFile("escape sequence", bytes: { try replaced("Hurtownia", by: [0x1B, 0x5B, 0x32, 0x4A]) }),
    HostileFile("character reference to NUL") { try sample().replacing("Hurtownia", with: "&#0;") },
    HostileFile("nothing") { "" },
    HostileFile("white space") { String(repeating: " \n", count: 1_000_000) },
    HostileFile("angle brackets") { String(repeating: "<", count: 2_900_000) },
    HostileFile("comment that never ends") { head + "<!--" + String(repeating: " -", count: 1_400_000) },
    HostileFile(
      "noise", bytes: { Data((0..<1_000_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }) }),
  ]

  private static let head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\">"

  private static func document(type: String = "", number: String) -> String {
    let declared = type.isEmpty ? head : head.replacing("\n", with: "\n<!DOCTYPE Faktura [\(type)]>\n")
    return declared + "<Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP></DaneIdentyfikacyjne></Podmiot1>"
      + "<Fa><P_1>2026-03-02</P_1><P_2>\(number)</P_2></Fa></Faktura>"
  }

  private static func sampleBytes() throws -> Data {
    try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") }).bytes()
  }

  private static func sample() throws -> String { String(decoding: try sampleBytes(), as: UTF8.self) }

  private static func replaced(_ word: String, by bytes: [UInt8]) throws -> Data {
    var data = try sampleBytes()
    let place = try #require(data.range(of: Data(word.utf8)))
    data.replaceSubrange(place, with: bytes)
    return data
  }

  private static func gzipped(_ text: String) throws -> Data {
    try Program.tool("gzip").run(["-c"], input: Data(text.utf8)).output
  }
}
