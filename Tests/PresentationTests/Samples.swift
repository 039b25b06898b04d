import FAInvoice
import Findings
import Glibc
import InvoiceTemplate
import Presentation

/// The invoices beside the goldens, and small ones put together in a test.
enum Samples {
  static let folder = "\(packageRoot)/Tests/PresentationTests/Goldens"

  /// The paths of the project's own invoices: those beside the goldens and those in `samples`.
  static let all = xmlFiles(in: folder) + xmlFiles(in: "\(packageRoot)/samples")

  static func document(_ name: String) throws -> FADocument {
    try FADocument.read(contents(of: "\(folder)/\(name).xml"), fileName: "\(name).xml")
  }

  /// An FA(3) with these elements inside `Fa`, before them what every invoice has.
  static func invoice(kind: String = "VAT", _ fa: String, around others: String = "") throws -> FADocument {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
      <Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Sprzedawca</Nazwa></DaneIdentyfikacyjne></Podmiot1>
      <Fa><KodWaluty>PLN</KodWaluty><P_1>2026-02-01</P_1><P_2>1</P_2><RodzajFaktury>\(kind)</RodzajFaktury>\(fa)</Fa>
      \(others)</Faktura>
      """
    return try FADocument.read(Array(xml.utf8), fileName: "test.xml")
  }

  static func text(
    kind: String = "VAT", _ fa: String, around others: String = "", languages: [LabelLanguage] = []
  ) throws -> String {
    let document = try invoice(kind: kind, fa, around: others)
    return Presentation(of: document, template: .standard, languages: languages, codes: nil).plainText
  }
}
