import Findings

/// The schema files of a folder, and which of them belong together.
///
/// A reference is answered from the folder alone, whatever address it names: by the namespace that it asks for and the
/// last component of the address, which is only ever compared with the names of files already read.
struct SchemaSet: Sendable {
  let folder: String
  let files: [SchemaFile]
  /// Files passed over; told where something is missing.
  let refused: [Finding]

  /// The file that describes a structure.
  ///
  /// - Parameters:
  ///   - namespace: of the invoice's root element.
  ///   - version: the invoice's `wersjaSchemy`; it decides where several files describe the namespace.
  func main(for namespace: String, version: String?, structure: String) throws(Obstacle) -> SchemaFile {
    let candidates = distinct(roots(of: namespace))
    guard let first = candidates.first else {
      throw .noOfficialSchema(structure, namespace: namespace, folder: folder, refused)
    }
    if candidates.count == 1 { return first }
    let fitting = candidates.filter { file in version.map(file.versions.contains) ?? false }
    guard fitting.count == 1, let fitting = fitting.first else {
      throw .severalSchemas(namespace, folder: folder, candidates.map(\.name))
    }
    return fitting
  }

  /// A file and all that it calls for, each under a name of our own, with the references naming these.
  func served(from main: SchemaFile) throws(Obstacle) -> (main: String, files: [String: [UInt8]]) {
    var served: [String: [UInt8]] = [:]
    var numbers = [main.path: 0]
    var waiting = [main]
    while let file = waiting.popLast() {
      var locations: [String?] = []
      for reference in file.references {
        guard let answer = try answer(to: reference, of: file) else {
          locations.append(nil)
          continue
        }
        if numbers[answer.path] == nil {
          numbers[answer.path] = numbers.count
          waiting.append(answer)
        }
        locations.append(numbers[answer.path].map(SchemaSet.servedName))
      }
      guard let number = numbers[file.path] else { preconditionFailure("every waiting file has a number") }
      do {
        served[SchemaSet.servedName(number)] = try file.text(withLocations: locations)
      } catch {
        throw .schemaUnusable(file.name, folder: folder, [.schemaFileFault(file.path, .xml(error))])
      }
    }
    return (SchemaSet.servedName(0), served)
  }

  private static func servedName(_ number: Int) -> String { "ksef-render-schema:\(number)" }

  /// The file that a reference means; nil for an import that names no file and whose namespace no file has.
  private func answer(to reference: SchemaFile.Reference, of file: SchemaFile) throws(Obstacle) -> SchemaFile? {
    let namespace = reference.isImport ? reference.namespace : file.targetNamespace
    let candidates = files.filter {
      // An included file without a namespace takes on that of the including one.
      $0.targetNamespace == namespace || !reference.isImport && $0.targetNamespace == nil
    }
    if let name = reference.fileName {
      let named = candidates.filter { $0.name == name }
      let near = named.filter { $0.folder == file.folder }
      let answers = distinct(near.isEmpty ? named : near)
      if answers.count > 1 { throw .severalSchemas(name, folder: folder, answers.map(\.path)) }
      if let answer = answers.first { return answer }
    }
    let roots = reference.isImport ? distinct(namespace.map(roots(of:)) ?? []) : []
    if roots.count > 1 { throw .severalSchemas(namespace ?? "", folder: folder, roots.map(\.path)) }
    if roots.isEmpty, let location = reference.location {
      throw .schemaPartMissing(location, wantedBy: file.name, folder: folder, refused)
    }
    return roots.first
  }

  /// The files of a namespace that no other file of it includes; all where each includes another in a circle.
  private func roots(of namespace: String) -> [SchemaFile] {
    let members = files.filter { $0.targetNamespace == namespace }
    let roots = members.filter { member in
      !members.contains { other in
        other.path != member.path && other.bytes != member.bytes
          && other.references.contains { !$0.isImport && $0.fileName == member.name }
      }
    }
    return roots.isEmpty ? members : roots
  }

  /// The files without copies: of equal content the first is enough.
  private func distinct(_ files: [SchemaFile]) -> [SchemaFile] {
    files.enumerated().filter { index, file in !files[..<index].contains { $0.bytes == file.bytes } }.map(\.element)
  }
}
