import ArchivePDF
public import CodeReading
import Findings
import KSeFIdentifiers
import KSeFLinks

extension Evidence {
  /// Looks for codes in a PDF, PNG or JPEG; what stands in the way becomes part of the evidence.
  ///
  /// The long search is spared on the other pages once every invoice found has both its codes.
  ///
  /// - Parameter fileName: what reports call the file.
  public static func onPrint(_ bytes: [UInt8], fileName: String, reader: CodeReader) -> [Evidence] {
    do {
      return [.print(named: fileName, try reader.read(bytes, fileName: fileName, isEnough: holdsOnlyPairs))]
    } catch {
      return [.unreadable(error.inFile(fileName))]
    }
  }

  /// Takes each line of a text that isn't blank for the text of a code; a byte-order mark at the start is none of it.
  ///
  /// - Parameter name: what reports call the text.
  public static func onLines(of text: String, name: String) -> [Evidence] {
    let lines = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : text[...]
    return lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
      number, line in
      // White space around a line of a list says nothing of the code.
      guard let first = line.firstIndex(where: { !$0.isWhitespace }),
        let last = line.lastIndex(where: { !$0.isWhitespace })
      else { return nil }
      return .text(String(line[first...last]), .line(of: name, number + 1))
    }
  }

  /// Takes every cell of a table that holds a link of KSeF's for the text of a code: a row may hold both codes of an
  /// invoice, and none may be lost. What else a table holds isn't evidence.
  ///
  /// - Parameter name: what reports call the table.
  /// - Returns: the evidence, and how many rows hold no link of KSeF's.
  public static func onTable(of text: String, name: String) -> (evidence: [Evidence], otherRows: Int) {
    let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let table = LinkTable(unmarked)
    return (table.links.map { .text($0.text, .line(of: name, $0.line)) }, table.otherRows)
  }

  /// The invoices that a PDF carries within it; other attachments are none of them.
  var attachedInvoices: [GivenInvoice] {
    guard case .print(let name, let reading) = self else { return [] }
    return reading.attachments.map { file in
      GivenInvoice(file.bytes, name: "\(file.name.shortened(to: 80)) (\(name))", comesWithPrints: true)
    }
  }

  /// Whether each invoice found has its KOD I and its KOD II, and there is one at least: then `CodeReader` needn't look
  /// longer.
  public static func holdsOnlyPairs(_ pages: [PageReading]) -> Bool {
    var first: Set<InvoiceHash> = []
    var second: Set<InvoiceHash> = []
    for code in pages.flatMap(\.codes) where code.isQR {
      switch ReadLink(code.text) {
      case .invoice(let link): first.insert(link.identity.hash)
      case .certificate(let link): second.insert(link.hash)
      case .malformed, .foreign: continue
      }
    }
    return !first.isEmpty && first == second
  }
}
