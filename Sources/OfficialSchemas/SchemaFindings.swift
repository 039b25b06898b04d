import Findings

extension Finding {
  /// One error of libxml2 about the invoice.
  static func secondOpinion(_ complaint: Complaints.Complaint, in file: String, schema: String) -> Finding {
    let name = complaint.path?.name ?? "?"
    return Finding(
      "schema.second-opinion", .refused, at: Place(file: file, line: complaint.line, path: complaint.path?.text),
      Sentence(
        "Element \(name): by \(schema.printable) libxml2 says: “\(complaint.message)”.",
        pl: "Element \(name): na podstawie \(schema.printable) libxml2 podaje: „\(complaint.message)”."),
      remedy: Sentence(
        "Correct it in the program that makes the invoice; where only this second opinion objects, check that the schema is the official one.",
        pl:
          "Popraw to w programie, który tworzy fakturę; jeśli zastrzeżenia ma tylko ta druga opinia, sprawdź, czy schemat jest oficjalny."
      ),
      source: schema)
  }

  /// How many errors aren't told one by one.
  static func furtherOpinions(_ count: Int, in file: String, schema: String) -> Finding {
    Finding(
      "schema.second-opinion-more", .info, at: Place(file: file),
      Sentence(
        "libxml2 reports more errors than are listed; not listed: \(count).",
        pl: "libxml2 zgłasza więcej błędów, niż wymieniono; nie wymieniono: \(count)."),
      remedy: Sentence(
        "Correct those that are listed and check again.", pl: "Popraw wymienione błędy i sprawdź ponownie."),
      source: schema)
  }

  /// One error of libxml2 about a schema; without a line, since what libxml2 compiles is written anew.
  static func schemaComplaint(_ complaint: Complaints.Complaint, file: String) -> Finding {
    Finding(
      "schema-directory.schema-error", .refused, at: Place(file: file),
      Sentence(
        "libxml2 can't use the schema: “\(complaint.message)”.",
        pl: "libxml2 nie może użyć schematu: „\(complaint.message)”."),
      remedy: .officialCopy)
  }

  static func schemaFileLeadsAway(_ path: String) -> Finding {
    Finding(
      "schema-directory.link", .warning, at: Place(file: path),
      Sentence(
        "The symbolic link doesn't lead to a file inside the folder; it isn't followed.",
        pl: "Dowiązanie symboliczne nie prowadzi do pliku w tym folderze; zostało pominięte."),
      remedy: Sentence("Put the file itself into the folder.", pl: "Umieść w folderze sam plik."))
  }

  static func schemaFileUnread(_ path: String, _ obstacle: Obstacle) -> Finding {
    Finding(
      "schema-directory.unread-file", .warning, at: Place(file: path), obstacle.reason, remedy: obstacle.remedy)
  }

  static func schemaFileFault(_ path: String, _ fault: SchemaFile.Fault) -> Finding {
    switch fault {
    case .xml(.documentType):
      Finding(
        "schema-directory.document-type", .warning, at: Place(file: path),
        Sentence(
          "The schema has a document type (DOCTYPE), through which it could open other files; it isn't used.",
          pl: "Schemat zawiera deklarację typu dokumentu (DOCTYPE), która może otwierać inne pliki; nie jest używany."),
        remedy: .officialCopy)
    case .xml(.malformed(let message, let line)):
      notSchema(
        Place(file: path, line: line > 0 ? line : nil),
        Sentence("not well-formed XML: \(message.brief)", pl: "błędny XML: \(message.brief)"))
    case .xml(.longStretch):
      notSchema(
        Place(file: path),
        Sentence("more than 64 KiB without a tag", pl: "ponad 64 KiB bez żadnego znacznika"))
    case .otherRoot(let name):
      notSchema(
        Place(file: path), Sentence("its root element is \(name.brief)", pl: "element główny to \(name.brief)"))
    }
  }

  private static func notSchema(_ place: Place, _ reason: Sentence) -> Finding {
    Finding(
      "schema-directory.not-schema", .warning, at: place,
      Sentence(
        "The file isn't an XML schema (\(reason.english)); it isn't used.",
        pl: "Plik nie jest schematem XML (\(reason.polish)); nie jest używany."),
      remedy: .officialCopy)
  }
}

extension Sentence {
  static var officialCopy: Sentence {
    Sentence(
      "Take the schema as the Ministry of Finance publishes it, with the files that it imports.",
      pl: "Użyj schematu opublikowanego przez Ministerstwo Finansów, wraz z plikami, które importuje.")
  }
}

extension String {
  /// Shortened for a message, with nothing that could steer a terminal or break its line.
  var brief: String {
    let shown = String(String.UnicodeScalarView(unicodeScalars.prefix(200)))
    let line = shown.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.printable + (unicodeScalars.count > 200 ? "…" : "")
  }
}
