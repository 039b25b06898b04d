public import Findings
public import KSeFIdentifiers
import WholeFiles

/// Which KSeF number belongs to which invoice of a run.
public enum KSeFNumbers: Sendable {
  /// None is known.
  case unknown
  /// A file that is called by its KSeF number has it: `9999999999-20260201-0100001AF629-8D.xml`.
  case names
  /// By a file's name, its path or the hash of its content.
  case table([String: KSeFNumber])

  /// The most bytes of a table.
  private static let sizeLimit = 100_000_000

  /// Reads a table: in each row a file's name, its path or the SHA-256 of its content in Base64URL, then the KSeF number,
  /// parted by a comma, a semicolon or a tab. The first row may be a heading.
  ///
  /// - Throws: `file.unreadable`, `file.too-large`; `ksef-numbers.row` (usage) with its line.
  public static func table(from path: String) throws(Obstacle) -> KSeFNumbers {
    var numbers: [String: KSeFNumber] = [:]
    let bytes = try readWholeFile(path, limit: sizeLimit)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let cells = String(decoding: line, as: UTF8.self).split(omittingEmptySubsequences: false) {
        $0 == "," || $0 == ";" || $0 == "\t"
      }.map(cell)
      if cells == [""] { continue }
      guard cells.count >= 2, !cells[0].isEmpty, let number = number(cells[1]),
        numbers.updateValue(number, forKey: cells[0]).map({ $0 == number }) ?? true
      else {
        if index == 0 { continue }
        throw .numberRow(path, line: index + 1)
      }
    }
    return .table(numbers)
  }

  /// The number of an invoice; nil where none is known.
  func number(of file: SourceFile, _ xml: InvoiceHash) -> KSeFNumber? {
    let name = String(file.place.split(separator: "/").last ?? "")
    switch self {
    case .unknown: return nil
    case .names: return KSeFNumbers.number(SafeName.withoutEnding(name))
    case .table(let numbers):
      for key in [xml.base64URL, file.name, file.place, name, SafeName.withoutEnding(name)] {
        if let number = numbers[key] { return number }
      }
      return nil
    }
  }

  private static func number(_ text: String) -> KSeFNumber? {
    do throws(KSeFNumber.Refusal) { return try KSeFNumber(text) } catch { return nil }
  }

  /// Without spaces and quotation marks around it.
  private static func cell(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
    return String(text.dropFirst().dropLast())
  }
}

extension Obstacle {
  fileprivate static func numberRow(_ path: String, line: Int) -> Obstacle {
    Obstacle(
      "ksef-numbers.row", kind: .usage, at: Place(file: path, line: line),
      Sentence(
        "This row doesn't name a file and its KSeF number, or gives a file a second one.",
        pl: "Ten wiersz nie podaje pliku i jego numeru KSeF albo podaje drugi numer tego samego pliku."),
      remedy: Sentence(
        "Write a file's name, its path or hash, then a comma and the number as KSeF gave it.",
        pl: "Podaj nazwę pliku, jego ścieżkę albo skrót, a po przecinku numer nadany przez KSeF."))
  }
}
