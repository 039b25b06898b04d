import CTOML
import Findings

/// A node of a TOML document, with the way to it and its place.
struct TOMLNode {
  enum Value {
    case table([String: TOMLNode])
    case array([TOMLNode])
    case string(String)
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case dateOrTime
  }

  var value: Value
  /// Its place; for a table that was opened by its heading, the heading's.
  var place: Place
  /// The place of its name, where it has one.
  var namePlace: Place
}

/// TOML bytes → a tree with places.
///
/// Bounded: no more than 256 KB and 4096 dots and opening brackets, since each may be a level of nesting and levels
/// cost stack.
struct TOMLDocument {
  static let sizeLimit = 256 * 1024
  static let nestingSignsLimit = 4096

  /// The document, or where and why it can't be read.
  enum Outcome {
    case read(TOMLNode)
    case refused(code: String, Place, Sentence)
  }

  static func read(_ bytes: [UInt8], fileName: String) -> Outcome {
    guard bytes.count <= sizeLimit else {
      return .refused(
        code: "too-large", Place(file: fileName),
        Sentence(
          "The file is larger than \(sizeLimit / 1024) KB.", pl: "Plik jest większy niż \(sizeLimit / 1024) KB."))
    }
    let nestingSigns = bytes.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    guard nestingSigns <= nestingSignsLimit else {
      return .refused(
        code: "too-large", Place(file: fileName),
        Sentence(
          "The file has more than \(nestingSignsLimit) dots and opening brackets.",
          pl: "Plik ma więcej niż \(nestingSignsLimit) kropek i nawiasów otwierających."))
    }
    let document = bytes.withUnsafeBytes { buffer in
      ctoml_read(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document else { preconditionFailure("memory ran out while a small file was read") }
    defer { ctoml_free(document) }
    let columns = ByteColumns(bytes)
    var line: UInt32 = 0
    var column: UInt32 = 0
    if let reason = ctoml_error(document, &line, &column) {
      let place = columns.place(fileName, line, column)
      let said = String(cString: reason)
      return .refused(
        code: "not-toml", place,
        Sentence("This is not TOML: \(said).", pl: "To nie jest poprawny TOML: \(said)."))
    }
    var index = 0
    return .read(node(of: document, &index, "", columns, fileName))
  }

  /// Builds the node at `index` and all that it holds; `index` is then the next node's.
  private static func node(
    of document: OpaquePointer, _ index: inout Int, _ path: String, _ columns: ByteColumns, _ fileName: String
  ) -> TOMLNode {
    let entry = ctoml_at(document, index)
    index += 1
    var place = columns.place(fileName, entry.line, entry.column)
    place.path = path.isEmpty ? nil : path
    var namePlace = columns.place(fileName, entry.key_line, entry.key_column)
    namePlace.path = place.path

    let value: TOMLNode.Value
    switch entry.kind {
    case CTOML_STRING: value = .string(text(entry.text, entry.text_count))
    case CTOML_INTEGER: value = .integer(entry.integer)
    case CTOML_FLOAT: value = .number(entry.number)
    case CTOML_BOOLEAN: value = .boolean(entry.boolean)
    case CTOML_ARRAY:
      var elements: [TOMLNode] = []
      while index < ctoml_count(document), ctoml_at(document, index).depth > entry.depth {
        elements.append(node(of: document, &index, "\(path)[\(elements.count)]", columns, fileName))
      }
      value = .array(elements)
    case CTOML_TABLE:
      var members: [String: TOMLNode] = [:]
      while index < ctoml_count(document), ctoml_at(document, index).depth > entry.depth {
        let member = ctoml_at(document, index)
        let name = text(member.key, member.key_count)
        let shown = printable(name)
        members[name] = node(of: document, &index, path.isEmpty ? shown : "\(path).\(shown)", columns, fileName)
      }
      value = .table(members)
    default: value = .dateOrTime
    }
    return TOMLNode(value: value, place: place, namePlace: namePlace)
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// Turns columns counted in characters, as toml++ counts them, into columns counted in bytes.
private struct ByteColumns {
  private let bytes: [UInt8]
  private var lineStarts = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
  }

  func place(_ fileName: String, _ line: UInt32, _ column: UInt32) -> Place {
    guard line > 0, Int(line) <= lineStarts.count else { return Place(file: fileName) }
    let start = lineStarts[Int(line) - 1]
    var index = start
    var charactersLeft = Int(column) - 1
    while index < bytes.count, charactersLeft > 0 {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      charactersLeft -= 1
    }
    return Place(file: fileName, line: Int(line), column: index - start + 1)
  }
}

/// A text of the file as it may be shown: short, and without what steers a terminal.
func printable(_ text: String) -> String {
  text.printable(upTo: 60)
}
