import ArgumentParser
import Findings
import Glibc
import InvoicePrinting
import InvoiceTemplate
import KSeFIdentifiers
import Presentation
import PrintRuns
import WholeFiles

extension PrintingOptions {
  /// Of everything that makes another print of the same XML, but the moment: a resumed run prints anew where it differs.
  ///
  /// - Throws: `file.unreadable`.
  func fingerprint(_ names: NamePattern) throws(Obstacle) -> InvoiceHash {
    var parts = [KsefRender.configuration.version, names.text] + workerArguments
    for file in [look.template, credentials.certificate, credentials.pkcs12] {
      // A built-in template is no file.
      guard let file, access(file, F_OK) == 0 else { continue }
      parts.append(InvoiceHash(ofExactBytes: try readWholeFile(file, limit: 1 << 24)).base64URL)
    }
    return InvoiceHash(ofExactBytes: Array(parts.joined(separator: "\n").utf8))
  }
}
