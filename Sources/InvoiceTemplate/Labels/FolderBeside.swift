import Findings
import Glibc

extension Template {
  /// Reads `labels`: the folder of the template's own words, in the folder of the template.
  mutating func readLabels(_ value: StrictValue) {
    labels = value.folderBeside() ?? labels
  }
}

extension StrictValue {
  /// The folder that this value names in the folder of its template; nil where that is none, or lies elsewhere.
  ///
  /// A template may come from somebody else: it reads nothing that doesn't lie with it, nor through a link.
  func folderBeside() -> String? {
    guard let text = string() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !text.utf8.contains(0), !parts.contains(".."), !parts.contains("") else { return refuseOutside() }
    let file = place.file ?? ""
    let own = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
    guard let realOwn = realFolder(own), let real = realFolder(own + text) else {
      report(
        "unreadable",
        Sentence("There is no folder \"\(printable(text))\".", pl: "Nie ma folderu „\(printable(text))”."),
        remedy: Sentence("Put it into the template's folder.", pl: "Umieść go w folderze szablonu."))
      return nil
    }
    guard real == realOwn || real.hasPrefix(realOwn == "/" ? "/" : realOwn + "/") else { return refuseOutside() }
    return own + text
  }

  private func refuseOutside() -> String? {
    report(
      "outside-folder",
      Sentence("This is no folder beside the template.", pl: "To nie jest folder obok szablonu."),
      remedy: Sentence(
        "Copy the folder beside the template and write its bare name, as \"labels\".",
        pl: "Skopiuj folder obok szablonu i podaj samą nazwę, np. \"labels\"."))
    return nil
  }
}

/// The path of a folder without links; nil where there is no such folder.
private func realFolder(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  var information = stat()
  guard stat(real, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else { return nil }
  return String(cString: real)
}
