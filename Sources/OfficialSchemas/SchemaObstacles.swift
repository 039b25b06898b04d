import Findings
import Glibc

/// What is wrong with the folder is the call's trouble, never the invoice's: nobody shall take it for a verdict.
extension Obstacle {
  static func schemaFolderUnreadable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "schema-directory.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence(
        "The folder of schemas can't be read: \(reason).", pl: "Nie można odczytać folderu schematów: \(reason)."),
      remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."))
  }

  static func schemaFolderTooLarge(_ path: String) -> Obstacle {
    Obstacle(
      "schema-directory.too-large", kind: .usage, at: Place(file: path),
      Sentence(
        "The folder holds more than a copy of the schemas: over \(SchemaSearch.depthLimit) levels, \(SchemaSearch.nameLimit) names, \(SchemaSearch.fileLimit) schemas or \(SchemaSearch.totalLimit) bytes of them.",
        pl:
          "Folder zawiera więcej niż kopię schematów: ponad \(SchemaSearch.depthLimit) poziomów, \(SchemaSearch.nameLimit) nazw, \(SchemaSearch.fileLimit) schematów lub \(SchemaSearch.totalLimit) bajtów schematów."
      ),
      remedy: Sentence(
        "Name a folder with the official schemas only.", pl: "Wskaż folder zawierający tylko oficjalne schematy."))
  }

  static func noOfficialSchema(
    _ structure: String, namespace: String, folder: String, _ refused: [Finding]
  ) -> Obstacle {
    Obstacle(
      "schema-directory.no-schema", kind: .usage, at: Place(file: folder),
      Sentence(
        "The folder has no schema for \(structure): none has the target namespace \(namespace.brief).",
        pl: "W folderze brak schematu \(structure): żaden nie ma docelowej przestrzeni nazw \(namespace.brief)."),
      remedy: .officialCopy, findings: shown(refused))
  }

  static func severalSchemas(_ sought: String, folder: String, _ names: [String]) -> Obstacle {
    let list = names.prefix(5).map(\.brief).joined(separator: ", ")
    return Obstacle(
      "schema-directory.several-schemas", kind: .usage, at: Place(file: folder),
      Sentence(
        "Several different schemas in the folder answer to \(sought.brief): \(list).",
        pl: "W folderze jest kilka różnych schematów dla \(sought.brief): \(list)."),
      remedy: Sentence(
        "Leave only the official one in the folder.", pl: "Pozostaw w folderze tylko schemat oficjalny."))
  }

  static func schemaPartMissing(
    _ location: String, wantedBy file: String, folder: String, _ refused: [Finding]
  ) -> Obstacle {
    Obstacle(
      "schema-directory.part-missing", kind: .usage, at: Place(file: folder),
      Sentence(
        "\(file.brief) needs \(location.brief), and no such schema is in the folder; nothing is fetched.",
        pl: "\(file.brief) wymaga \(location.brief), a takiego schematu nie ma w folderze; niczego się nie pobiera."),
      remedy: Sentence(
        "Put that file into the folder, too; its name must be the last part of the address.",
        pl: "Umieść w folderze także ten plik; jego nazwa musi być ostatnią częścią adresu."),
      findings: shown(refused))
  }

  static func schemaUnusable(_ file: String, folder: String, _ findings: [Finding]) -> Obstacle {
    Obstacle(
      "schema-directory.unusable", kind: .usage, at: Place(file: folder),
      Sentence(
        "libxml2 can't compile the schema \(file.brief).", pl: "libxml2 nie może przetworzyć schematu \(file.brief)."),
      remedy: .officialCopy, findings: shown(findings))
  }

  static func documentUnread(_ fault: ParsedXML.Fault, file: String) -> Obstacle {
    var (message, place) = ("", Place(file: file))
    if case .malformed(let words, let line) = fault {
      message = ": “\(words.brief)”"
      place.line = line > 0 ? line : nil
    }
    return Obstacle(
      "schema.second-opinion-failed", at: place,
      Sentence(
        "libxml2 can't read the invoice as a tree\(message).", pl: "libxml2 nie może odczytać faktury\(message)."),
      remedy: withoutSecondOpinion)
  }

  static func validatorGaveUp(_ schema: String) -> Obstacle {
    Obstacle(
      "schema.second-opinion-failed",
      Sentence(
        "libxml2 gave up judging the invoice by \(schema.brief).",
        pl: "libxml2 nie dokończył sprawdzania faktury na podstawie \(schema.brief)."),
      remedy: withoutSecondOpinion)
  }

  private static var withoutSecondOpinion: Sentence {
    Sentence(
      "Check without the folder of schemas, and judge this invoice by other means, too.",
      pl: "Sprawdź bez folderu schematów i oceń tę fakturę także w inny sposób.")
  }

  /// As many as a person reads.
  private static func shown(_ findings: [Finding]) -> [Finding] { Array(findings.prefix(10)) }
}
