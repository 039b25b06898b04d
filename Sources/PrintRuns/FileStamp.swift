import Findings
import Glibc

/// What tells whether a file is still the one that was seen: another file, or the same one written to, has another.
struct FileStamp: Hashable {
  private let file: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil for what isn't there, and for what isn't a regular file.
  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    file = UInt(information.st_ino)
    size = Int(information.st_size)
    seconds = information.st_mtim.tv_sec
    nanoseconds = information.st_mtim.tv_nsec
  }
}

/// Moves a file into a folder of the same file system; where there is one of its name, a number goes behind it.
///
/// - Throws: `file.unwritable` (input/output).
func moveFile(_ path: String, into folder: String) throws(Obstacle) {
  let name = String(path.split(separator: "/").last ?? "")
  let stem = SafeName.withoutEnding(name)
  var target = "\(folder)/\(name)"
  var number = 1
  // A link fails where there is something, and so nothing is ever written over.
  while link(path, target) != 0 {
    guard errno == EEXIST else { throw .recordUnwritable(target) }
    number += 1
    target = "\(folder)/\(stem) (\(number))\(name.dropFirst(stem.count))"
  }
  guard unlink(path) == 0 else { throw .recordUnwritable(path) }
}

/// Of a clock that nobody sets.
func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
