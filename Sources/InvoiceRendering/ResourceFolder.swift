public import Findings
import Glibc
import InvoiceTemplate

/// The folder in which the templates and fonts lie: `templates/standard.toml`, `fonts/fonts.toml`.
public struct ResourceFolder: Sendable, Hashable {
  /// The folder, without a final slash where the user wrote none.
  public let path: String

  /// The environment variable that names the folder where no option does.
  public static let environmentVariable = "KSEF_RENDER_RESOURCES"

  /// - Parameter path: a folder that the user named.
  /// - Throws: `resources.missing` where no template or no list of fonts lies in it.
  public init(_ path: String) throws(Obstacle) {
    guard ResourceFolder.holdsResources(path) else { throw ResourceFolder.missing(path) }
    self.path = path
  }

  /// The folder that belongs to the running program.
  ///
  /// In this order: the environment variable `KSEF_RENDER_RESOURCES`; `../share/ksef-render` beside the program's
  /// folder, where `make install` puts it; the nearest folder above the program that has both, as in a checkout.
  ///
  /// - Throws: `resources.missing`.
  public static func ofProgram() throws(Obstacle) -> ResourceFolder {
    if let named = getenv(environmentVariable), named.pointee != 0 {
      return try ResourceFolder(String(cString: named))
    }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { throw missing("/proc/self/exe") }
    let program = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folders = foldersAbove(program)
    guard let own = folders.first else { throw missing(program) }
    let installed = parent(of: own) + "/share/ksef-render"
    guard let found = ([installed] + folders).first(where: holdsResources) else { throw missing(installed) }
    return try ResourceFolder(found)
  }

  /// The folder that belongs to the library that holds this code; to the program, where no library does.
  ///
  /// The nearest folder above it that holds `share/ksef-render`, or that has both itself, as in a checkout. Unlike for a
  /// program no environment variable is asked: what a library does is settled by its caller alone.
  ///
  /// - Throws: `resources.missing`.
  public static func ofLibrary() throws(Obstacle) -> ResourceFolder {
    guard let file = mappedFile(holding: #dsohandle) else { throw missing("/proc/self/maps") }
    let candidates = foldersAbove(file).flatMap { ["\($0)/share/ksef-render", $0] }
    guard let found = candidates.first(where: holdsResources) else { throw missing(file) }
    return try ResourceFolder(found)
  }

  /// The folder of the built-in templates.
  public var templates: String { path + "/templates" }

  /// The file of a template.
  ///
  /// - Parameter nameOrFile: a built-in template's name (letters, digits and hyphens), or a file.
  /// - Throws: `template.unknown-name`.
  func template(_ nameOrFile: String) throws(Obstacle) -> String {
    guard isBuiltInTemplateName(nameOrFile) else { return nameOrFile }
    let known = builtInTemplateNames(in: templates)
    guard known.contains(nameOrFile) else {
      let all = known.joined(separator: ", ")
      throw Obstacle(
        "template.unknown-name", at: Place(file: nameOrFile),
        Sentence("There is no built-in template of this name.", pl: "Nie ma wbudowanego szablonu o tej nazwie."),
        remedy: Sentence(
          "Built in: \(all). A file of your own needs its ending: \(nameOrFile).toml.",
          pl: "Wbudowane: \(all). Własny plik podaj z rozszerzeniem: \(nameOrFile).toml."))
    }
    return "\(templates)/\(nameOrFile).toml"
  }

  /// The folder of the label files, one for each language.
  public var labels: String { path + "/templates/labels" }

  /// The list of fonts.
  public var fontChain: String { path + "/fonts/fonts.toml" }

  /// The nearest first.
  private static func foldersAbove(_ file: String) -> [String] {
    Array(sequence(first: parent(of: file)) { $0.isEmpty ? nil : parent(of: $0) })
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func holdsResources(_ path: String) -> Bool {
    access(path + "/templates/standard.toml", R_OK) == 0 && access(path + "/fonts/fonts.toml", R_OK) == 0
  }

  private static func missing(_ path: String) -> Obstacle {
    Obstacle(
      "resources.missing", kind: .inputOutput, at: Place(file: path),
      Sentence(
        "The templates and fonts aren't here (templates/standard.toml, fonts/fonts.toml).",
        pl: "Nie ma tu szablonów i krojów pisma (templates/standard.toml, fonts/fonts.toml)."),
      remedy: Sentence(
        "Name their folder: with --resources or \(environmentVariable), to the library with resources=. "
          + "Or install with `make install`.",
        pl:
          "Wskaż ich folder: opcją --resources lub zmienną \(environmentVariable), bibliotece ustawieniem resources=. "
          + "Albo zainstaluj: `make install`."))
  }
}
