import Findings
import Glibc

/// What the system tells of files in one folder (inotify), not of those in folders below it.
final class FolderEvents {
  enum News: Equatable {
    /// A file was closed after writing, or moved in.
    case arrived(String)
    /// A file was removed or moved away.
    case left(String)
    /// More happened than the system could hold: the folder has to be looked through.
    case missed
    /// The folder itself is gone.
    case ended
  }

  let descriptor: Int32

  private static let headLength = 16

  /// - Throws: `folder.unreadable` (input/output) with the system's reason.
  init(_ folder: String) throws(Obstacle) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw .folderUnwatchable(folder) }
    let wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
    guard inotify_add_watch(descriptor, folder, UInt32(wanted)) >= 0 else { throw .folderUnwatchable(folder) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// All that happened since the last call; nothing where nothing did.
  func news() -> [News] {
    var news: [News] = []
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
        filled = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { return news }
      news += FolderEvents.news(in: bytes)
    }
  }

  /// Reads the system's records: watch, mask, cookie and the length of the name, four bytes each; then the name, filled up
  /// with zeros.
  ///
  /// Source: inotify(7), "Reading events from an inotify file descriptor".
  static func news(in bytes: [UInt8]) -> [News] {
    var news: [News] = []
    bytes.withUnsafeBytes { memory in
      var offset = 0
      while offset + headLength <= memory.count {
        let mask = Int(memory.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        let length = Int(memory.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        let start = offset + headLength
        let name = memory[min(start, memory.count)..<min(start + length, memory.count)].prefix { $0 != 0 }
        offset = start + length
        if mask & Int(IN_Q_OVERFLOW) != 0 {
          news.append(.missed)
        } else if mask & Int(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED) != 0 {
          news.append(.ended)
        } else if mask & Int(IN_ISDIR) == 0, let name = String(validating: name, as: UTF8.self) {
          news.append(mask & Int(IN_DELETE | IN_MOVED_FROM) != 0 ? .left(name) : .arrived(name))
        }
      }
    }
    return news
  }
}

extension Obstacle {
  /// With the system's reason, from `errno`.
  static func folderUnwatchable(_ path: String) -> Obstacle {
    let reason = String(cString: strerror(errno))
    return Obstacle(
      "folder.unreadable", kind: .inputOutput, at: Place(file: path),
      Sentence("The folder can't be watched: \(reason).", pl: "Nie można obserwować folderu: \(reason)."),
      remedy: Sentence(
        "Check the name and the permissions; where there are too many watches, raise fs.inotify.max_user_instances.",
        pl: "Sprawdź nazwę i uprawnienia; jeżeli obserwacji jest za dużo, zwiększ fs.inotify.max_user_instances."))
  }
}
