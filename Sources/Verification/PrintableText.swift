extension String {
  /// The text with everything replaced that could steer a terminal or turn the order of letters: control characters,
  /// line separators, marks of direction.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.steers ? "\u{FFFD}" : $0 }))
  }

  /// At most so many characters, with an ellipsis where some were left out.
  func shortened(to limit: Int) -> String {
    // Bytes are counted first: one character of a hostile text can be endless.
    let cut = utf8.count > 4 * limit ? String(decoding: utf8.prefix(4 * limit), as: UTF8.self) : self
    return cut.count > limit || cut.utf8.count < utf8.count ? cut.prefix(limit - 1) + "…" : cut
  }
}

extension Unicode.Scalar {
  /// A control or format character, a line separator, or something without a meaning of its own.
  var steers: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
