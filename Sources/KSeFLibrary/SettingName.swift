/// What can be set, by the names of docs/c-library.md.
enum SettingName: String, CaseIterable {
  // Of a printer.
  case resources, template, labels, paper, dpi, cut, environment, certificate, key, pkcs12, context, today
  case passphraseFile = "passphrase-file"
  case printAnyway = "print-anyway"
  // Of a printer and of a print.
  case language, issued, document, format
  case creationDate = "creation-date"
  // Of a print.
  case ksefNumber = "ksef-number"
  case signedLink = "signed-link"
  // Of any call about an invoice.
  case name

  /// What `ksef_printer_open` takes.
  static let ofPrinter: [SettingName] = [
    .resources, .template, .labels, .paper, .dpi, .cut, .language, .environment, .certificate, .key, .pkcs12,
    .passphraseFile, .context, .issued, .document, .printAnyway, .format, .creationDate, .today,
  ]

  /// What `ksef_render` and `ksef_links` take.
  static let ofPrint: [SettingName] = [
    .name, .ksefNumber, .signedLink, .language, .issued, .document, .format, .creationDate,
  ]

  /// What `ksef_check` takes.
  static let ofCheck: [SettingName] = [.name]

  /// What there is to choose from, or what a value looks like.
  var values: String {
    switch self {
    case .resources, .labels: "a folder"
    case .template: "standard, compact, bilingual, receipt, /folder/own.toml"
    case .paper: "A4, A5, roll80, roll58, 62mmxauto"
    case .dpi: "203, 180, 300"
    case .cut, .printAnyway: "yes, no"
    case .environment: "production, demo, test"
    case .certificate, .key, .pkcs12, .passphraseFile: "/folder/file"
    case .context:
      "nip:9999999999, internal-id:9999999999-12345, nip-vat-ue:9999999999-DE123456789, peppol-id:PPL123456"
    case .today: "2026-12-31"
    case .language: "pl, en, de, uk; pl,en"
    case .issued: "offline24, unavailability, emergency, total-failure"
    case .document: "auto, invoice, confirmation"
    case .format: "archive, plain, png, escpos, zpl"
    case .creationDate: "2026-12-31T12:00:00Z, 2026-12-31"
    case .ksefNumber: "9999999999-20260201-0100001AF629-8D"
    case .signedLink: "https://…"
    case .name: "till/17.xml"
    }
  }
}
