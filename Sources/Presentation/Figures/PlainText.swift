/// The text without white space around it; white space inside becomes one space, as the schemas' `xsd:token` has it.
func singleLine(_ text: String) -> String {
  let inner = trimmed(text)
  var isAfterSpace = false
  let hasMore = inner.utf8.contains { byte in
    defer { isAfterSpace = byte <= 0x20 }
    return byte < 0x20 || byte == 0x20 && isAfterSpace
  }
  guard hasMore else { return inner }
  return inner.utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
    .joined(separator: " ")
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
