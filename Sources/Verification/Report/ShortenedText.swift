extension String {
  /// At most so many characters, with an ellipsis where some were left out.
  func shortened(to limit: Int) -> String {
    // Bytes are counted first: one character of a hostile text can be endless.
    let cut = utf8.count > 4 * limit ? String(decoding: utf8.prefix(4 * limit), as: UTF8.self) : self
    return cut.count > limit || cut.utf8.count < utf8.count ? cut.prefix(limit - 1) + "…" : cut
  }
}
