import Findings
import GRDB
import Glibc

/// What keeps a desk's records from being used.
extension Obstacle {
  static func deskPermissions(_ path: String) -> Obstacle {
    Obstacle(
      "desk.permissions", at: Place(file: path),
      Sentence(
        "Others may read this file, which holds keys and invoices.",
        pl: "Ten plik, w którym są klucze i faktury, mogą czytać inni."),
      remedy: Sentence("Call chmod 600 \(path).", pl: "Wykonaj chmod 600 \(path)."))
  }

  static func folderPermissions(_ folder: String) -> Obstacle {
    Obstacle(
      "desk.permissions", at: Place(file: folder),
      Sentence(
        "Others may put files into this folder, and take the desk's away.",
        pl: "Inni mogą zapisywać w tym folderze i usuwać z niego pliki biura."),
      remedy: Sentence("Call chmod 700 \(folder).", pl: "Wykonaj chmod 700 \(folder)."))
  }

  static func deskNone(_ folder: String) -> Obstacle {
    Obstacle(
      "desk.none", at: Place(file: folder),
      Sentence("There is no offline desk here.", pl: "Nie ma tu biura offline."),
      remedy: Sentence(
        "Name its folder with --desk; ksef-desk certificate add, mode set, event and calendar add set a new one up.",
        pl: "Wskaż jego folder przez --desk; nowe zakładają ksef-desk certificate add, mode set, event i calendar add.")
    )
  }

  static func deskAltered(_ path: String) -> Obstacle {
    Obstacle(
      "desk.altered", at: Place(file: path),
      Sentence(
        "The structure of these records was changed by somebody: what they say can't be relied on.",
        pl: "Ktoś zmienił budowę tych zapisów: nie można na nich polegać."),
      remedy: Sentence(
        "Keep the file, and go on with the last backup.", pl: "Zachowaj plik i użyj ostatniej kopii zapasowej."))
  }

  static func deskNewer(_ path: String) -> Obstacle {
    Obstacle(
      "desk.newer", at: Place(file: path),
      Sentence(
        "These records were written by a newer version of the program; this one leaves them alone.",
        pl: "Te zapisy utworzyła nowsza wersja programu; ta ich nie zmienia."),
      remedy: Sentence("Update ksef-render on this machine.", pl: "Zaktualizuj ksef-render na tym komputerze."))
  }

  static func deskUnusable(_ path: String, _ reason: String) -> Obstacle {
    Obstacle(
      "desk.unusable", kind: .inputOutput, at: Place(file: path),
      Sentence("The desk can't be used: \(reason).", pl: "Nie można użyć biura offline: \(reason)."),
      remedy: Sentence(
        "Check the folder, its permissions and the disk.", pl: "Sprawdź folder, jego uprawnienia i dysk."))
  }

  /// - Parameter code: the system's, `errno`.
  static func deskUnopened(_ path: String, _ code: Int32) -> Obstacle {
    switch code {
    case EROFS, EACCES, EPERM: deskReadOnly(path)
    case ENOSPC, EDQUOT: deskFull(path)
    default: deskUnusable(path, String(cString: strerror(code)))
    }
  }

  private static func deskReadOnly(_ path: String) -> Obstacle {
    Obstacle(
      "desk.read-only", kind: .inputOutput, at: Place(file: path),
      Sentence(
        "The records can't be written: the file or its disk is read-only, or belongs to somebody else.",
        pl: "Nie można zapisać: plik lub dysk jest tylko do odczytu albo należy do kogoś innego."),
      remedy: Sentence(
        "Check who owns the folder, and whether the disk is mounted for writing.",
        pl: "Sprawdź, do kogo należy folder i czy dysk pozwala na zapis."))
  }

  private static func deskFull(_ path: String) -> Obstacle {
    Obstacle(
      "desk.full", kind: .inputOutput, at: Place(file: path),
      Sentence(
        "The disk is full: nothing was recorded.", pl: "Dysk jest pełny: niczego nie zapisano."),
      remedy: Sentence("Make room, then do it again.", pl: "Zwolnij miejsce i powtórz."))
  }

  static func database(_ error: DatabaseError, _ path: String) -> Obstacle {
    switch error.resultCode {
    case .SQLITE_FULL: deskFull(path)
    // SQLite says so of the log's index on a full disk.
    case .SQLITE_IOERR where isFull(path): deskFull(path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: deskReadOnly(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      Obstacle(
        "desk.busy", kind: .inputOutput, at: Place(file: path),
        Sentence(
          "Another program has been writing to the records for too long.", pl: "Inny program zbyt długo zapisuje dane."),
        remedy: Sentence(
          "Do it again; end the other program if it hangs.", pl: "Powtórz; zakończ tamten program, jeżeli się zawiesił."
        ))
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: deskDamaged(path, error.message ?? "")
    default: deskUnusable(path, error.message ?? "\(error.resultCode)")
    }
  }

  /// Whether the file's disk has no room for another page of the records.
  private static func isFull(_ path: String) -> Bool {
    var disk = statvfs()
    return statvfs(path, &disk) == 0 && disk.f_bavail * UInt(disk.f_frsize) < 64 << 10
  }

  static func deskDamaged(_ path: String?, _ reason: String) -> Obstacle {
    Obstacle(
      "desk.damaged", kind: .inputOutput, at: Place(file: path),
      Sentence("The records are damaged: \(reason).", pl: "Zapisy są uszkodzone: \(reason)."),
      remedy: Sentence(
        "Keep the file, and go on with the last backup.", pl: "Zachowaj plik i użyj ostatniej kopii zapasowej."))
  }
}
