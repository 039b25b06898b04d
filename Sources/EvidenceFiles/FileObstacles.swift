import Findings
import Glibc

/// Why a file, a folder or an archive can't be read.
extension Obstacle {
  private static let checkPath = Sentence(
    "Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia.")

  /// With the system's reason, from `errno`.
  static func fileUnreadable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "file.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("The file can't be read: \(reason).", pl: "Nie można odczytać pliku: \(reason)."), remedy: checkPath)
  }

  /// With the system's reason, from `errno`.
  static func folderUnreadable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "folder.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("The folder can't be read: \(reason).", pl: "Nie można odczytać folderu: \(reason)."), remedy: checkPath)
  }

  static func folderTooLarge(_ path: String, _ limit: Int) -> Obstacle {
    Obstacle(
      "folder.too-large", at: Place(file: path),
      Sentence(
        "The folder holds more than \(limit) files; none of it was read.",
        pl: "W folderze jest więcej plików niż \(limit); żadnego nie odczytano."),
      remedy: Sentence("Divide it into several folders.", pl: "Podziel go na kilka folderów."))
  }

  static func namesNotUTF8(_ paths: [String], in folder: String) -> Obstacle {
    let shown = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
    return Obstacle(
      "file.name-not-utf8", at: Place(file: folder),
      Sentence(
        "Files whose names aren't UTF-8 weren't read (\(paths.count)): \(shown).",
        pl: "Nie odczytano plików o nazwach spoza UTF-8 (\(paths.count)): \(shown)."),
      remedy: Sentence("Rename them.", pl: "Zmień ich nazwy."))
  }

  static func fileTooLarge(_ name: String, limit: Int) -> Obstacle {
    Obstacle(
      "file.too-large", at: Place(file: name),
      Sentence("The file is larger than \(limit) bytes.", pl: "Plik jest większy niż \(limit) bajtów."),
      remedy: Sentence("Check that this is the right file.", pl: "Sprawdź, czy to właściwy plik."))
  }

  static func archiveDamaged(_ name: String) -> Obstacle {
    Obstacle(
      "archive.damaged", at: Place(file: name),
      Sentence(
        "The archive is damaged or incomplete; it wasn't read, or not to its end.",
        pl: "Archiwum jest uszkodzone lub niepełne; nie odczytano go w ogóle lub nie do końca."),
      remedy: Sentence(
        "Fetch it once more, or unpack it and give the folder.", pl: "Pobierz je ponownie albo rozpakuj i podaj folder."
      ))
  }

  static func tooManyMembers(_ name: String, limit: Int) -> Obstacle {
    Obstacle(
      "archive.too-large", at: Place(file: name),
      Sentence(
        "The archive holds more than \(limit) files; the others weren't read.",
        pl: "W archiwum jest więcej plików niż \(limit); pozostałych nie odczytano."),
      remedy: Sentence("Divide it into several.", pl: "Podziel je na kilka."))
  }

  static func archiveGrows(_ name: String) -> Obstacle {
    Obstacle(
      "archive.too-large", at: Place(file: name),
      Sentence(
        "Unpacked, the archive's content is far larger than what such archives hold; it wasn't read to its end.",
        pl:
          "Po rozpakowaniu zawartość archiwum jest o wiele większa, niż bywa w takich archiwach; nie odczytano jej do końca."
      ),
      remedy: Sentence(
        "Find out who made it; give the files in it that matter one by one.",
        pl: "Ustal, kto je przygotował; potrzebne pliki podaj pojedynczo."))
  }

  static func archiveWithin(_ name: String) -> Obstacle {
    Obstacle(
      "archive.nested", at: Place(file: name),
      Sentence(
        "An archive within an archive isn't opened.", pl: "Archiwum wewnątrz archiwum nie jest otwierane."),
      remedy: Sentence("Unpack the outer one and give the folder.", pl: "Rozpakuj archiwum zewnętrzne i podaj folder."))
  }

  static func memberEncrypted(_ name: String) -> Obstacle {
    Obstacle(
      "archive.encrypted", at: Place(file: name),
      Sentence(
        "The file in the archive is protected with a password.", pl: "Plik w archiwum jest zabezpieczony hasłem."),
      remedy: Sentence("Unpack the archive and give the folder.", pl: "Rozpakuj archiwum i podaj folder."))
  }

  static func memberDamaged(_ name: String) -> Obstacle {
    Obstacle(
      "archive.damaged", at: Place(file: name),
      Sentence(
        "The file in the archive is damaged, or packed in a way that can't be read.",
        pl: "Plik w archiwum jest uszkodzony lub spakowany sposobem, którego nie można odczytać."),
      remedy: Sentence(
        "Fetch the archive once more, or unpack it and give the folder.",
        pl: "Pobierz archiwum ponownie albo rozpakuj je i podaj folder."))
  }
}
