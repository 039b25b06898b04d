public import Findings
import Glibc

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
    let folders = sequence(first: parent(of: program)) { $0.isEmpty ? nil : parent(of: $0) }
    guard let own = folders.first(where: { _ in true }) else { throw missing(program) }
    let installed = parent(of: own) + "/share/ksef-render"
    if holdsResources(installed) { return try ResourceFolder(installed) }
    for folder in folders where holdsResources(folder) { return try ResourceFolder(folder) }
    throw missing(installed)
  }

  /// The standard template's file.
  public var standardTemplate: String { path + "/templates/standard.toml" }

  /// The folder of the label files, one for each language.
  public var labels: String { path + "/templates/labels" }

  /// The list of fonts.
  public var fontChain: String { path + "/fonts/fonts.toml" }

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
        "Name their folder with --resources or \(environmentVariable), or install with `make install`.",
        pl: "Wskaż ich folder opcją --resources lub zmienną \(environmentVariable) albo zainstaluj: `make install`."))
  }
}
