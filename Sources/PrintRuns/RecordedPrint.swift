import Findings
import KSeFIdentifiers

/// A finished print as the record of an output folder keeps it.
struct RecordedPrint: Equatable {
  /// What reports call the XML.
  let source: String
  let xml: InvoiceHash
  /// Of all options that shape the print.
  let options: InvoiceHash
  /// Under the output folder.
  let output: String
  let pdf: InvoiceHash
  let pageCount: Int
  let warningCount: Int
  let seller: String
  let number: String
  let issueDate: String
  let ksefNumber: String

  /// Words from invoices are kept up to so many characters.
  static let wordLimit = 500

  /// The line with its end: first a checksum of what follows, so that half a line is known as such.
  var line: String {
    let hashes = [xml, options, pdf].map(\.base64URL)
    let texts = [output, source, seller, number, issueDate, ksefNumber].map(RecordedPrint.escaped)
    let body = (hashes + [String(pageCount), String(warningCount)] + texts).joined(separator: " ")
    return "\(RecordedPrint.checksum(of: body)) \(body)\n"
  }

  /// Reads a line without its end; nil for anything that `line` wouldn't have made.
  static func read(_ line: String) -> RecordedPrint? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 12, checksum(of: String(line.dropFirst(fields[0].count + 1))) == fields[0],
      let xml = hash(fields[1]), let options = hash(fields[2]), let pdf = hash(fields[3]),
      let pageCount = Int(fields[4]), let warningCount = Int(fields[5])
    else { return nil }
    let texts = fields[6...].compactMap(unescaped)
    guard texts.count == 6 else { return nil }
    let read = RecordedPrint(
      source: texts[1], xml: xml, options: options, output: texts[0], pdf: pdf, pageCount: pageCount,
      warningCount: warningCount, seller: texts[2], number: texts[3], issueDate: texts[4], ksefNumber: texts[5])
    return read.line == line + "\n" ? read : nil
  }

  private static func checksum(of body: String) -> String {
    String(InvoiceHash(ofExactBytes: Array(body.utf8)).base64URL.prefix(12))
  }

  private static func hash(_ text: String) -> InvoiceHash? {
    Base64URL.decode(text).flatMap { InvoiceHash(digest: $0.bytes) }
  }

  /// Without spaces and ends of lines; nothing at all is `%`.
  private static func escaped(_ text: String) -> String {
    if text.isEmpty { return "%" }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x25 || byte == 0x7F {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ text: String) -> String? {
    if text == "%" { return "" }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
