import Findings

/// Makes names of files from words that strangers wrote, such that every file system takes them and none escapes.
enum SafeName {
  /// The most bytes of a component; file systems take 255, and a number and an ending may follow.
  static let componentLimit = 200
  /// The most bytes of a whole path; what is longer keeps only its last component.
  static let pathLimit = 1000

  /// A path of the components, each made safe, the last one a file that ends in `.pdf`.
  ///
  /// A folder never ends so, so that a folder and a file never have the same name.
  static func path(_ components: [String]) -> String {
    guard let last = components.last else { return "_.pdf" }
    let file = component(withoutPDF(last)) + ".pdf"
    let folders = components.dropLast().map { name in
      let safe = component(name)
      return safe.lowercased().hasSuffix(".pdf") ? safe + "_" : safe
    }
    let path = (folders + [file]).joined(separator: "/")
    return path.utf8.count <= pathLimit ? path : file
  }

  /// The path of another print that would have the same: `a (2).pdf`.
  static func numbered(_ path: String, _ number: Int) -> String {
    number == 1 ? path : "\(withoutPDF(path)) (\(number)).pdf"
  }

  /// The number by which a path differs from another; nil where it differs otherwise.
  static func number(of path: String, after base: String) -> Int? {
    if path == base { return 1 }
    let stem = withoutPDF(base) + " ("
    guard path.hasPrefix(stem), path.hasSuffix(").pdf"), let number = Int(path.dropFirst(stem.count).dropLast(5)),
      number > 1, numbered(base, number) == path
    else { return nil }
    return number
  }

  /// The path without `.xml`.
  static func withoutEnding(_ path: String) -> String {
    path.lowercased().hasSuffix(".xml") && path.utf8.count > 4 ? String(path.dropLast(4)) : path
  }

  private static func withoutPDF(_ name: String) -> String {
    name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
  }

  /// Whether a character can't stand in a name on some system, or steers a terminal.
  static func forbids(_ scalar: Unicode.Scalar) -> Bool {
    scalar.steers || ["<", ">", ":", "\"", "/", "\\", "|", "?", "*"].contains(scalar)
  }

  /// One folder's or file's name.
  static func component(_ text: String) -> String {
    let replaced = String(String.UnicodeScalarView(text.unicodeScalars.map { forbids($0) ? "_" : $0 }))
    var name = trimmed(cut(trimmed(replaced)))
    // Hidden names, and with them `.` and `..`.
    if name.hasPrefix(".") { name = cut("_" + name.drop { $0 == "." }) }
    if name.isEmpty { return "_" }
    return isReserved(name) ? "_" + name : name
  }

  /// Windows drops dots and spaces at the end; a space at the beginning is nobody's wish.
  private static func trimmed(_ text: String) -> String {
    var text = text.drop { $0 == " " }
    while let last = text.last, last == " " || last == "." { text.removeLast() }
    return String(text)
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > componentLimit else { return text }
    var (kept, count) = ("", 0)
    for character in text {
      count += character.utf8.count
      guard count <= componentLimit else { break }
      kept.append(character)
    }
    return kept
  }

  /// Devices of Windows, whatever follows behind a dot.
  private static func isReserved(_ name: String) -> Bool {
    var stem = name.prefix { $0 != "." }
    while stem.last == " " { stem.removeLast() }
    let upper = stem.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(upper) { return true }
    guard upper.count == 4, upper.hasPrefix("COM") || upper.hasPrefix("LPT") else { return false }
    return "0123456789¹²³".contains { $0 == upper.last }
  }
}
