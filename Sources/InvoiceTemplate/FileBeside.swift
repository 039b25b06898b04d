import Findings
import Glibc

/// What a template may name in its own folder.
enum Beside {
  case file
  case folder
}

extension StrictValue {
  /// The way to what this value names in the folder of its template; nil where that isn't there, or lies elsewhere.
  ///
  /// A template may come from somebody else: it reads nothing that doesn't lie with it, nor through a link.
  func path(beside kind: Beside) -> String? {
    guard let text = string() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = !text.hasPrefix("/") && !text.contains(":") && !text.contains("\\") && !text.utf8.contains(0)
    guard isPlain, !parts.contains(".."), !parts.contains("") else { return refuseOutside(kind) }
    let folder = place.file.map(parentFolder(of:)) ?? "."
    let path = folder == "." ? text : folder.hasSuffix("/") ? folder + text : "\(folder)/\(text)"
    guard let realFolder = realPath(folder), let real = realPath(path), mode(of: real) == kind.mode else {
      return refuse(
        "unreadable",
        kind == .file
          ? Sentence("There is no file \"\(printable(text))\".", pl: "Nie ma pliku „\(printable(text))”.")
          : Sentence("There is no folder \"\(printable(text))\".", pl: "Nie ma folderu „\(printable(text))”."),
        remedy: Sentence("Put it into the template's folder.", pl: "Umieść go w folderze szablonu."))
    }
    return lies(real, in: realFolder) ? path : refuseOutside(kind)
  }

  private func refuseOutside(_ kind: Beside) -> String? {
    switch kind {
    case .file:
      refuse(
        "outside-folder",
        Sentence("This is no file in the template's folder.", pl: "To nie jest plik w folderze szablonu."),
        remedy: Sentence(
          "Copy the file beside the template and write its bare name, as \"logo.svg\".",
          pl: "Skopiuj plik obok szablonu i podaj samą nazwę, np. \"logo.svg\"."))
    case .folder:
      refuse(
        "outside-folder",
        Sentence("This is no folder beside the template.", pl: "To nie jest folder obok szablonu."),
        remedy: Sentence(
          "Copy the folder beside the template and write its bare name, as \"labels\".",
          pl: "Skopiuj folder obok szablonu i podaj samą nazwę, np. \"labels\"."))
    }
  }
}

extension Beside {
  fileprivate var mode: mode_t { self == .file ? S_IFREG : S_IFDIR }
}

/// Whether a path leads to a plain file in a folder, or below it; links are followed, and may not lead out of it.
package func isPlainFile(_ path: String, in folder: String) -> Bool {
  guard let realFolder = realPath(folder), let real = realPath(path) else { return false }
  return lies(real, in: realFolder) && mode(of: real) == S_IFREG
}

/// Whether a path without links is a folder's, or that of something in it.
private func lies(_ real: String, in realFolder: String) -> Bool {
  real == realFolder || real.hasPrefix(realFolder == "/" ? "/" : realFolder + "/")
}

/// The folder that a file lies in.
private func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path without links; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// Whether something is a file, a folder or neither, as `S_IFMT` tells them apart.
private func mode(of path: String) -> mode_t? {
  var information = stat()
  return stat(path, &information) == 0 ? information.st_mode & S_IFMT : nil
}

/// Whether a text names a built-in template, and not a file: letters, digits and hyphens only.
package func isBuiltInTemplateName(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
}

/// The names of the templates in a folder, in the order of the alphabet.
package func builtInTemplateNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(".toml"), isBuiltInTemplateName(String(name.dropLast(5))) {
      names.append(String(name.dropLast(5)))
    }
  }
  return names.sorted()
}
