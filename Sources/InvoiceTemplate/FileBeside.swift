import Findings
import Glibc

extension StrictValue {
  /// The file that this value names in the folder of its template; nil where that is no file, or lies elsewhere.
  ///
  /// A template may come from somebody else: it reads nothing that doesn't lie with it, nor through a link.
  func fileBeside() -> String? {
    guard let text = string() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = !text.hasPrefix("/") && !text.contains(":") && !text.contains("\\") && !text.utf8.contains(0)
    guard isPlain, !parts.contains(".."), !parts.contains("") else { return refuseOutside() }
    let folder = place.file.map(parentFolder(of:)) ?? "."
    let path = folder == "." ? text : folder.hasSuffix("/") ? folder + text : "\(folder)/\(text)"
    guard let realFolder = realPath(folder), let real = realPath(path), isRegularFile(real) else {
      return refuse(
        "unreadable",
        Sentence("There is no file \"\(printable(text))\".", pl: "Nie ma pliku „\(printable(text))”."),
        remedy: Sentence(
          "Put it into the template's folder.", pl: "Umieść go w folderze szablonu."))
    }
    guard real.hasPrefix(realFolder == "/" ? "/" : realFolder + "/") else { return refuseOutside() }
    return path
  }

  private func refuseOutside() -> String? {
    refuse(
      "outside-folder",
      Sentence("This is no file in the template's folder.", pl: "To nie jest plik w folderze szablonu."),
      remedy: Sentence(
        "Copy the file beside the template and write its bare name, as \"logo.svg\".",
        pl: "Skopiuj plik obok szablonu i podaj samą nazwę, np. \"logo.svg\"."))
  }
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

private func isRegularFile(_ path: String) -> Bool {
  var information = stat()
  return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
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
