import Foundation

/// An invoice printed with both codes, and what a reader that isn't ours found on its last page.
struct Print: Sendable {
  let invoice: Invoice
  let certificate: DemonstrationCertificate
  let pdf: String
  /// What zbarimg reads in the order it finds it.
  let codes: [String]
}

/// Prints each invoice once for all tests.
actor PrintShop {
  static let ofProcess = PrintShop()

  private struct Order: Hashable {
    let invoice: Invoice
    let keyType: KeyType
  }

  private var prints: [Order: Task<Print, any Error>] = [:]

  /// The print of an invoice, signed with the shared demonstration certificate of that kind of key.
  func print(_ invoice: Invoice, _ keyType: KeyType) async throws -> Print {
    let order = Order(invoice: invoice, keyType: keyType)
    let pdf = WorkFolder.ofProcess.file("print-\(prints.count).pdf")
    let work = prints[order] ?? Task { try PrintShop.make(order, pdf) }
    prints[order] = work
    return try await work.value
  }

  private static func make(_ order: Order, _ pdf: String) throws -> Print {
    let certificate = try DemonstrationCertificate.shared(order.keyType)
    let rendering = try Program.render.run(
      [order.invoice.path, "-o", pdf, "--language", "en"] + certificate.options)
    guard rendering.code == 0 else { throw NotPrinted(code: rendering.code, errors: rendering.errors) }
    let page = try Raster(lastPageOf: pdf, dotsPerInch: 200)
    return Print(
      invoice: order.invoice, certificate: certificate, pdf: pdf, codes: try page.symbols().map(\.text))
  }

  struct NotPrinted: Error {
    let code: Int32
    let errors: String
  }
}
