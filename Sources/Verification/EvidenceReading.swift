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
      return try reader.read(bytes, fileName: fileName, isEnough: holdsOnlyPairs).flatMap { page in
        let codes = page.codes.map { code in
          let origin = Origin.page(of: fileName, code.page, place: code.region.words)
          return code.isQR ? Evidence.text(code.text, origin) : .otherSymbol(code.text, origin)
        }
        return codes
          + page.unreadable.map { .unreadableCode(.page(of: fileName, page.page, place: $0.words)) }
      }
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
      line.allSatisfy(\.isWhitespace) ? nil : .text(String(line), .line(of: name, number + 1))
    }
  }

  /// Each invoice found has its KOD I and its KOD II, and there is one at least.
  private static func holdsOnlyPairs(_ codes: [FoundCode]) -> Bool {
    var first: Set<InvoiceHash> = []
    var second: Set<InvoiceHash> = []
    for code in codes where code.isQR {
      switch ReadLink(code.text) {
      case .invoice(let link): first.insert(link.identity.hash)
      case .certificate(let link): second.insert(link.hash)
      case .malformed, .foreign: continue
      }
    }
    return !first.isEmpty && first == second
  }
}
