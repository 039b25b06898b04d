/// The text without white space around it; tabs and line feeds inside become spaces.
func singleLine(_ text: String) -> String {
  let inner = trimmed(text)
  guard inner.utf8.contains(where: { $0 < 0x20 }) else { return inner }
  return String(decoding: inner.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
}

/// The text without white space around it; what is inside stays.
func trimmed(_ text: String) -> String {
  let bytes = text.utf8
  guard let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 else { return text }
  guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
    return ""
  }
  return String(text[start...end])
}
