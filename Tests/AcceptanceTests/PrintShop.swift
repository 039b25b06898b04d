import Testing

/// An invoice printed with both codes, and what a reader that isn't ours found on its last page.
struct Print: Sendable {
  let invoice: Invoice
  let certificate: DemonstrationCertificate
  let pdf: String
  /// What zbarimg reads in the order it finds it.
  let codes: [String]
}

/// An invoice to print, and the kind of key to sign it with.
struct PrintOrder: Sendable, Hashable, CustomTestStringConvertible {
  let invoice: Invoice
  let keyType: KeyType

  var testDescription: String { "\(invoice.testDescription) with \(keyType.rawValue)" }

  /// Every invoice with a key of either kind.
  static let all = KeyType.allCases.flatMap { keyType in
    Corpus.all.map { PrintOrder(invoice: $0, keyType: keyType) }
  }
}

/// Prints each invoice once for all tests.
actor PrintShop {
  static let ofProcess = PrintShop()

  private var prints: [PrintOrder: Task<Print, any Error>] = [:]

  /// The print of an invoice, signed with the shared demonstration certificate of that kind of key.
  func print(_ invoice: Invoice, _ keyType: KeyType) async throws -> Print {
    try await print(PrintOrder(invoice: invoice, keyType: keyType))
  }

  func print(_ order: PrintOrder) async throws -> Print {
    let pdf = WorkFolder.ofProcess.file("print-\(prints.count).pdf")
    let work = prints[order] ?? Task { try PrintShop.make(order, pdf) }
    prints[order] = work
    return try await work.value
  }

  private static func make(_ order: PrintOrder, _ pdf: String) throws -> Print {
    let certificate = try DemonstrationCertificate.shared(order.keyType)
    let rendering = try Program.render.run(
      [order.invoice.path, "-o", pdf, "--language", "en"] + certificate.options)
    guard rendering.code == 0 else { throw NotPrinted(code: rendering.code, errors: rendering.errors) }
    let page = try Raster(lastPageOf: pdf, dotsPerInch: 200)
    return Print(
      invoice: order.invoice, certificate: certificate, pdf: pdf, codes: try page.codes())
  }

  struct NotPrinted: Error {
    let code: Int32
    let errors: String
  }
}
