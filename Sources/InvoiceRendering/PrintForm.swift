/// What sort of file a print becomes.
public enum PrintForm: String, Sendable, Hashable, CaseIterable {
  /// PDF/A-3b (ISO 19005-3) with the XML inside, byte for byte: it still opens in ten years, and proves what it prints.
  case archive
  /// A PDF of the pages alone, somewhat smaller.
  case plain
  /// A picture of the printer's dots, one bit each, the pages one under the other.
  case png
  /// The dots in the language of receipt printers (ESC/POS); on rolls alone.
  case escpos
  /// The dots in the language of label printers (ZPL).
  case zpl

  /// Whether it is a PDF.
  public var isPDF: Bool { self == .archive || self == .plain }

  /// What a file of this form begins with.
  package var beginning: [UInt8] {
    switch self {
    case .archive, .plain: Array("%PDF-".utf8)
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .escpos: [0x1B, 0x40]
    case .zpl: Array("^XA".utf8)
    }
  }

  /// How the name of a file of this form ends, without the dot.
  public var fileNameExtension: String { isPDF ? "pdf" : rawValue }
}
