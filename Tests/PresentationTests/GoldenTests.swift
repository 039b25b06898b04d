import FAInvoice
import Findings
import Glibc
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@Suite("Goldens")
struct GoldenTests {
  @Test("Every print says what was approved", arguments: Golden.all)
  func golden(golden: Golden) throws {
    let text = try golden.presentation().plainText
    guard !Golden.isRecording else {
      try golden.store(text)
      Issue.record("recorded \(golden.name).txt: look at it, then run without RECORD_GOLDENS")
      return
    }
    let stored = String(decoding: contents(of: golden.path), as: UTF8.self)
    let (new, old) = (text.split(separator: "\n"), stored.split(separator: "\n"))
    let difference = zip(new, old).first { $0 != $1 }.map { "now “\($0)”, before “\($1)”" } ?? ""
    #expect(text == stored, "\(golden.name): \(difference)")
  }

  @Test("The compact template says the same as the standard one", arguments: Golden.samples)
  func compact(sample: String) throws {
    let (compact, standard) = (
      try Golden.sample(sample, "compact").presentation(), try Golden.sample(sample, "standard").presentation()
    )
    #expect(compact.plainText == standard.plainText)
  }

  @Test("Every stored text is some test's, and every sample has its text")
  func noneIsOrphaned() {
    #expect(Set(Golden.all.map(\.path)).count == Golden.all.count)
    let folders = files(in: Samples.folder, ending: "").filter { !$0.hasSuffix(".") && !$0.contains(".txt") }
    let stored = ([Samples.folder] + folders).flatMap { files(in: $0, ending: ".txt") }
    #expect(Set(stored) == Set(Golden.all.map(\.path)))
  }
}

/// A stored text of what a print says.
struct Golden: Sendable, CustomTestStringConvertible {
  /// The file's name in the folder of goldens, without its ending.
  let name: String
  private let make: @Sendable () throws -> Presentation

  var testDescription: String { name }
  var path: String { "\(Samples.folder)/\(name).txt" }

  func presentation() throws -> Presentation { try make() }

  /// Whether this run stores what it finds, and fails, so that nobody records by accident.
  static var isRecording: Bool { environment("RECORD_GOLDENS") == "1" }

  func store(_ text: String) throws {
    mkdir(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]), 0o755)
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  /// The names of all samples, the UPO among them.
  static let samples = files(in: "\(packageRoot)/samples", ending: ".xml").map {
    String(($0.split(separator: "/").last ?? "").dropLast(4))
  }

  static let all =
    ["standard", "bilingual"].flatMap { template in samples.map { sample($0, template) } } + [
      own("ordinary", codes: true), own("correction"), own("advance"), own("farmer"),
      own("ordinary", [.english, .polish]), own("ordinary", [.german]), own("ordinary", [.ukrainian]),
      own("ordinary", [.ukrainian, .polish]), own("correction", [.german]), confirmation, paymentCode, bilingualReceipt,
    ]

  /// A sample in a built-in template, in the template's languages.
  static func sample(_ sample: String, _ template: String) -> Golden {
    Golden(name: "\(template)/\(sample)") {
      let template = try builtIn(template)
      let bytes = contents(of: "\(packageRoot)/samples/\(sample).xml")
      switch try KSeFDocument.read(bytes, fileName: "\(sample).xml") {
      case .receipt(let receipt): return Presentation(of: receipt, languages: template.languages)
      case .invoice(let document):
        let link = InvoiceLink(environment: .test, identity: try document.identity())
        return Presentation(of: document, template: template, codes: .awaitingNumber(link))
      }
    }
  }

  /// An invoice that lies beside the goldens.
  private static func own(_ invoice: String, _ languages: [LabelLanguage] = [], codes: Bool = false) -> Golden {
    Golden(name: ([invoice] + languages.map(\.rawValue)).joined(separator: "-")) {
      let document = try Samples.document(invoice)
      let link = InvoiceLink(environment: .test, identity: try document.identity())
      return Presentation(
        of: document, template: .standard, languages: languages, codes: codes ? .awaitingNumber(link) : nil)
    }
  }

  /// The confirmation of a transaction.
  private static let confirmation = Golden(name: "confirmation") {
    let document = try Samples.document("ordinary")
    let link = InvoiceLink(environment: .test, identity: try document.identity())
    return Presentation(
      of: document, template: .standard, languages: [.english], codes: .awaitingNumber(link), as: .confirmation)
  }

  private static let paymentCode = Golden(name: "payment-code") {
    var template = Template.standard
    template.showsPaymentCode = true
    let bytes = contents(of: "\(packageRoot)/samples/fa3-vat.xml")
    let document = try FADocument.read(bytes, fileName: "fa3-vat.xml")
    return Presentation(of: document, template: template, codes: nil)
  }

  private static let bilingualReceipt = Golden(name: "upo-en-pl") {
    Presentation(of: try Samples.receipt(), languages: [.english, .polish])
  }

  private static func builtIn(_ name: String) throws -> Template {
    let folder = "\(packageRoot)/templates"
    let file = "\(folder)/\(name).toml"
    return try #require(Template.read(contents(of: file), fileName: file, builtIn: folder).template)
  }
}
