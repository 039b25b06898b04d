extension String {
  /// The text with everything replaced that could steer a terminal or turn the order of letters: control characters,
  /// line separators, marks of direction.
  package var printable: String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.steers ? "\u{FFFD}" : $0 }))
  }

  /// A hostile file's words, fit for a message: printable, and at most 80 characters.
  package var quotedBriefly: String { printable(upTo: 80) }

  /// The text made printable and cut short.
  ///
  /// - Parameter limit: the most characters (Unicode scalars) that are left; an ellipsis stands for the others.
  package func printable(upTo limit: Int) -> String {
    // So many bytes can't hold more characters than that; nearly every word is as short.
    if utf8.count <= limit { return printable }
    let rest = unicodeScalars.dropFirst(limit)
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit))).printable + (rest.isEmpty ? "" : "…")
  }
}

extension Unicode.Scalar {
  /// A control or format character, a line separator, or something without a meaning of its own.
  package var steers: Bool {
    // Most text is ASCII, and looking a category up takes its time.
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
