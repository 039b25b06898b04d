import FAInvoice
import Findings
import Glibc
import InvoiceTemplate
import Presentation
import Testing

@Suite("Nothing is lost")
struct NothingLostTests {
  /// Elements whose value is a code or marker and is said in words.
  private static let saidInWords: Set<String> = [
    // Codes with a meaning.
    "RodzajFaktury", "TypKorekty", "Rola", "RolaPU", "StatusInfoPodatnika", "FormaPlatnosci", "RachunekWlasnyBanku",
    "RodzajTransportu", "OpisLadunku", "KodKraju", "P_42_5", "ZnacznikZaplatyCzesciowej",
    // Rates: "0 KR" is printed "0 %".
    "P_12", "P_12Z",
    // Markers: a yes is said in words, a no needs none.
    "JST", "GV", "BrakID", "RolaInna", "P_16", "P_17", "P_18", "P_18A", "P_19", "P_19N", "P_22", "P_22N", "P_23",
    "P_PMarzy", "P_PMarzyN", "P_PMarzy_2", "P_PMarzy_3_1", "P_PMarzy_3_2", "P_PMarzy_3_3", "FP", "TP", "ZwrotAkcyzy",
    "NrKSeF", "NrKSeFN", "NrKSeFZN", "P_12_Zal_15", "P_12Z_Zal_15", "StanPrzed", "StanPrzedZ", "Zaplacono",
    "PlatnoscInna", "TransportInny", "LadunekInny", "PodmiotPosredniczacy",
  ]

  /// Elements that are said once where all lines agree.
  private static let shared: Set<String> = ["KursWaluty", "P_6A", "P_4AA"]

  /// Where a correction says once what is the same before and after.
  private static let corrected: Set<String> = [
    "FaWiersz", "ZamowienieWiersz", "FakturaRRWiersz", "Podmiot1K", "Podmiot2K",
  ]

  @Test("Every value of every valid document is printed", arguments: Samples.all + SharedCorpus.validInvoices)
  func everyValue(path: String) throws {
    let document = try FADocument.read(contents(of: path), fileName: path)
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    let printed = withoutSpaces(presentation.plainText)

    var wanted: [String: Use] = [:]
    let isCorrection = document.body?["RodzajFaktury"]?.text.hasPrefix("KOR") ?? false
    collect(document.root, saidOnce: isCorrection ? Self.corrected : [], isCorrected: false, into: &wanted)
    var missing: [String] = []
    for (value, use) in wanted {
      let found = forms(of: value).map { occurrences(of: $0, in: printed) }.max() ?? 0
      // Short values occur in others; only their presence can be held.
      if found < (value.utf8.count < 6 || Self.shared.contains(use.name) ? 1 : use.times) {
        missing.append("\(use.name): “\(value)” \(found) of \(use.times)")
      }
    }
    #expect(missing.isEmpty, "\(missing.sorted().joined(separator: "\n"))")
  }

  @Test("No element of a valid document is left to the remainder", arguments: Samples.all + SharedCorpus.validInvoices)
  func remainderIsEmpty(path: String) throws {
    let document = try FADocument.read(contents(of: path), fileName: path)
    let presentation = Presentation(of: document, template: .standard, codes: nil)
    let remainder = presentation.sections.filter { $0.name == .remainder }
    #expect(remainder.isEmpty, "\(remainder)")
    #expect(presentation.findings.isEmpty)
  }

  /// How often a document says a value.
  private struct Use {
    let name: String
    /// Outside the lines and parties of a correction.
    var count = 0
    var isCorrected = false

    /// How often a print must say it.
    var times: Int { count + (isCorrected ? 1 : 0) }
  }

  private func collect(
    _ element: InvoiceElement, saidOnce: Set<String>, isCorrected: Bool, into wanted: inout [String: Use]
  ) {
    if element.isLeaf {
      guard !Self.saidInWords.contains(element.name) else { return }
      let value = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !value.isEmpty else { return }
      if isCorrected {
        wanted[value, default: Use(name: element.name)].isCorrected = true
      } else {
        wanted[value, default: Use(name: element.name)].count += 1
      }
    }
    for child in element.children {
      collect(
        child, saidOnce: saidOnce, isCorrected: isCorrected || saidOnce.contains(child.name), into: &wanted)
    }
  }

  /// A value as a print may write it, without spaces: as it stands, with a decimal comma, with its date day first.
  private func forms(of value: String) -> [[UInt8]] {
    var forms = [value, value.replacing(".", with: ",")]
    let bytes = Array(value.utf8)
    if bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D {
      let day = "\(text(bytes[8..<10])).\(text(bytes[5..<7])).\(text(bytes[0..<4]))"
      let time = text(bytes.dropFirst(10).drop { $0 == 0x54 })
      forms.append(day + (time.hasSuffix("Z") ? "\(time.dropLast())UTC" : time))
    }
    return forms.map(withoutSpaces)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func withoutSpaces(_ text: String) -> [UInt8] {
    Array(text.replacing("\u{A0}", with: "").utf8.filter { $0 > 0x20 })
  }

  private func occurrences(of part: [UInt8], in whole: [UInt8]) -> Int {
    guard let first = part.first else { return 0 }
    return whole.withUnsafeBytes { whole in
      var count = 0
      var start = 0
      while start + part.count <= whole.count {
        guard let base = whole.baseAddress,
          let hit = memchr(base + start, Int32(first), whole.count - start)
        else { break }
        start = UnsafeRawPointer(hit) - base
        guard start + part.count <= whole.count else { break }
        let fits = memcmp(hit, part, part.count) == 0
        count += fits ? 1 : 0
        start += fits ? part.count : 1
      }
      return count
    }
  }
}

@Suite("The shared corpus", .enabled(if: SharedCorpus.folder != nil, "the shared corpus isn't here"))
struct SharedCorpusTests {
  @Test("The corpus holds documents of all three structures")
  func structures() {
    for part in ["/fa2/", "/fa3/", "/rr/"] { #expect(SharedCorpus.validInvoices.contains { $0.contains(part) }) }
  }
}
