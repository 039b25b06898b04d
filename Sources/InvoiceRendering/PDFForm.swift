/// What sort of PDF a print becomes.
public enum PDFForm: String, Sendable, Hashable, CaseIterable {
  /// PDF/A-3b (ISO 19005-3) with the XML inside, byte for byte: it still opens in ten years, and proves what it prints.
  case archive
  /// The pages alone, somewhat smaller.
  case plain
}
