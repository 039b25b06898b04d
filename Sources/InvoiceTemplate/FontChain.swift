public import Findings

/// The families we print with, in the order in which a character is looked for (`fonts/fonts.toml`).
public struct FontChain: Sendable, Hashable {
  /// At least one.
  public let families: [Family]

  /// Faces that belong together.
  public struct Family: Sendable, Hashable {
    /// What the family is called, for a reader of the file.
    public let name: String
    /// A font file, as the chain names it: relative to the chain's own file, or absolute.
    public let regular: String
    /// Likewise; the regular face where the family has no bold one.
    public let bold: String
  }

  /// Reads a chain strictly, as `Template.read` reads a template.
  ///
  /// - Parameters:
  ///   - bytes: TOML in UTF-8, at most 256 KB, with at most 64 families.
  ///   - fileName: the file as the user named it, for the findings' places.
  /// - Returns: the chain and no findings, or no chain and at least one finding. Codes: `fonts.` with `not-toml`,
  ///   `too-large`, `missing`, `unknown-format`, `unknown-key`, `wrong-type`, `wrong-count`, `out-of-range`.
  public static func read(_ bytes: [UInt8], fileName: String) -> (chain: FontChain?, findings: [Finding]) {
    let mistakes = Mistakes(subject: "fonts")
    var families: [Family] = []
    readStrictly(bytes, fileName: fileName, mistakes) { root in
      guard let value = root["family"] else {
        return root.report(
          "missing",
          Sentence("The file names no family.", pl: "Plik nie podaje żadnej rodziny czcionek."),
          remedy: Sentence("Add a [[family]].", pl: "Dodaj [[family]]."))
      }
      guard let elements = value.list() else { return }
      guard (1...64).contains(elements.count) else {
        return value.report("wrong-count", Sentence("1 to 64 families are needed.", pl: "Potrzeba od 1 do 64 rodzin."))
      }
      for element in elements {
        guard let table = element.table() else { continue }
        if let family = readFamily(table) { families.append(family) }
        table.refuseTheRest()
      }
    }
    return mistakes.isEmpty ? (FontChain(families: families), []) : (nil, mistakes.findings)
  }

  private static func readFamily(_ table: StrictTable) -> Family? {
    let name = table["name"]?.string()
    let regular = fileName(table["regular"])
    let bold = fileName(table["bold"])
    guard table.has("name"), table.has("regular") else {
      table.report(
        "missing",
        Sentence("A family needs a name and a regular face.", pl: "Rodzina wymaga nazwy (name) i kroju (regular)."))
      return nil
    }
    guard let name, let regular else { return nil }
    return Family(name: name, regular: regular, bold: bold ?? regular)
  }

  private static func fileName(_ value: StrictValue?) -> String? {
    guard let value, let text = value.string() else { return nil }
    guard !text.isEmpty, !text.utf8.contains(0) else {
      value.report("out-of-range", Sentence("This names no file.", pl: "To nie jest nazwa pliku."))
      return nil
    }
    return text
  }
}
