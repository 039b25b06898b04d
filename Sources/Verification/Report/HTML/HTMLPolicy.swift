import KSeFIdentifiers

extension HTMLReport {
  /// What a browser may do with the page: show pictures that stand in it, this style and this script, nothing else.
  ///
  /// Style and script are named by their hashes (Content Security Policy Level 3), so that even markup that found its
  /// way in could neither run nor fetch anything.
  static let policy = [
    "default-src 'none'", "img-src data:", "style-src '\(source(style))'", "script-src '\(source(script))'",
    "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")

  /// An inline text as a policy names it: by its SHA-256, of which an invoice's hash is one.
  private static func source(_ text: String) -> String {
    "sha256-" + Base64.encode(InvoiceHash(ofExactBytes: Array(text.utf8)).digest)
  }
}
