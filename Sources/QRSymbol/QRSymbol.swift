import CQREncode
public import Findings

/// A QR symbol: the modules of a text, without its quiet zone.
///
/// Source: ISO/IEC 18004; byte mode, error-correction level M.
public struct QRSymbol: Sendable, Hashable {
  /// What it says.
  public let text: String
  /// Modules per side: 17 + 4 × version, 21 to 177.
  public let side: Int
  /// Row by row, `side` × `side`; true is dark.
  public let modules: [Bool]

  /// The light modules that must surround the symbol on every side.
  public static let quietZone = 4

  /// Encodes a text in the smallest version that holds it.
  ///
  /// - Throws: `code.too-long` where no version holds the text at level M (2331 bytes at most).
  public init(_ text: String) throws(Obstacle) {
    self.text = text
    let bytes = Array(text.utf8)
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
      throw Obstacle(
        "code.too-long",
        Sentence(
          "A text of \(bytes.count) bytes doesn't fit into a QR code.",
          pl: "Tekst o długości \(bytes.count) bajtów nie mieści się w kodzie QR."),
        remedy: Sentence("Check the link that was given.", pl: "Sprawdź podany link."))
    }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    side = width
    modules = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// Whether the module at a column and row (from 0, top left) is dark.
  public subscript(column: Int, row: Int) -> Bool { modules[row * side + column] }
}
