import Findings
import Glibc
import InvoiceTemplate
import WholeFiles

/// The words of the print, each language read from its files when it is first needed.
final class LabelFolder {
  private let builtIn: String
  private let own: [String]
  private var known: [LabelLanguage: Labels] = [:]
  /// The built-in Polish words: no file of a user's takes away what the law says in them.
  private var polish: Labels?

  /// - Parameters:
  ///   - builtIn: the folder in which every language has a file with every word.
  ///   - own: folders of files with some words in place of those before them.
  init(_ builtIn: String, own: [String]) {
    self.builtIn = builtIn
    self.own = own
  }

  /// The words of a print in these languages; the first leads, a second stands beside it.
  ///
  /// - Throws: `file.unreadable`, `labels.missing`, and the first finding of all that is wrong with the files.
  func wording(_ languages: [LabelLanguage]) throws(Obstacle) -> Wording {
    guard let leading = languages.first else { preconditionFailure("a print has a language") }
    let second = languages.dropFirst().first
    var missing: [LabelLanguage] = []
    for language in [leading, second ?? leading, .polish] where known[language] == nil && !missing.contains(language) {
      missing.append(language)
    }
    if !missing.isEmpty { try read(missing) }
    guard let lead = known[leading], let polish else {
      preconditionFailure("what was needed was read")
    }
    return Wording(lead: lead, second: second.flatMap { known[$0] }, polish: polish)
  }

  /// Reads languages; what is wrong with any file of them is said at once.
  private func read(_ languages: [LabelLanguage]) throws(Obstacle) {
    var findings: [Finding] = []
    if known.isEmpty { for folder in own { findings += try strangers(in: folder) } }
    for language in languages {
      let file = Self.file(of: language, in: builtIn)
      var result = Labels.read(try Self.bytes(of: file), fileName: file, language: language)
      findings += result.findings
      if language == .polish { polish = result.labels }
      for folder in own {
        let file = Self.file(of: language, in: folder)
        var information = stat()
        guard let labels = result.labels, lstat(file, &information) == 0 else { continue }
        guard isPlainFile(file, in: folder) else {
          findings.append(Self.noPlainFile(file))
          continue
        }
        let overridden = labels.overridden(by: try Self.bytes(of: file), fileName: file)
        findings += overridden.findings
        // The words without the file, so that the next folder's mistakes are found too.
        result.labels = overridden.labels ?? labels
      }
      known[language] = result.labels
    }
    guard findings.isEmpty else {
      known = [:]
      throw refusal(findings, of: findings.first?.place.file ?? builtIn)
    }
  }

  /// Label files that no language reads: a word in `german.toml` would be missed without a message.
  private func strangers(in folder: String) throws(Obstacle) -> [Finding] {
    let expected = LabelLanguage.allCases.map { "\($0.rawValue).toml" }
    let all = expected.joined(separator: ", ")
    let files = filesOfLabels(in: folder)
    guard files.contains(where: expected.contains) else {
      throw Obstacle(
        "labels.missing", kind: .inputOutput, at: Place(file: folder),
        Sentence("There is no label file here.", pl: "Nie ma tu pliku ze słowami wydruku."),
        remedy: Sentence("Name a folder with one or more of \(all).", pl: "Wskaż folder z plikiem: \(all)."))
    }
    return files.filter { !expected.contains($0) }.map { file in
      Finding(
        "labels.unknown-name", .refused, at: Place(file: "\(folder)/\(file)"),
        Sentence("No language has a label file of this name.", pl: "Żaden język nie ma pliku o tej nazwie."),
        remedy: Sentence("Known are \(all).", pl: "Znane są \(all)."))
    }
  }

  /// What lies in the folder may come from somebody else: a pipe would never end, a link read what isn't theirs.
  private static func noPlainFile(_ file: String) -> Finding {
    Finding(
      "labels.no-file", .refused, at: Place(file: file),
      Sentence("This is no plain file in its folder.", pl: "To nie jest zwykły plik w swoim folderze."),
      remedy: Sentence("Copy the file itself into the folder.", pl: "Skopiuj do folderu sam plik."))
  }

  private static func file(of language: LabelLanguage, in folder: String) -> String {
    "\(folder)/\(language.rawValue).toml"
  }

  private static func bytes(of file: String) throws(Obstacle) -> [UInt8] {
    try readWholeFile(file, limit: InvoiceRenderer.Stages.sizeLimit)
  }
}

/// The names of the TOML files of a folder, in alphabetical order; none of a folder that isn't there.
private func filesOfLabels(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
