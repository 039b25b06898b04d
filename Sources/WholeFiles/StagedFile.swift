import CSyncFS
public import Findings
public import Glibc

/// A file that is written whole under a passing name, and then put in its place or dropped.
///
/// Nothing waits for the disk: whoever writes many files calls `synchroniseFiles(at:)` now and then, or `synchronise()`
/// for a file that must outlive a power cut before anything else happens.
public final class StagedFile {
  /// Where the file lies until it is put in its place.
  public let temporary: String
  /// -1 once it is closed.
  private var descriptor: Int32
  private var isPlaced = false

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - temporary: the passing name, in the file system of the place that the file is for; nobody else has it.
  ///   - mode: the permissions of the new file; the process's umask applies to them.
  /// - Throws: `file.unwritable` (input/output) with the system's reason.
  public init(_ temporary: String, mode: mode_t = 0o644) throws(Obstacle) {
    let opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard opened >= 0 else { throw unwritable(temporary) }
    self.temporary = temporary
    descriptor = opened
  }

  /// Begins a file, over what a killed program left behind under the same passing name.
  ///
  /// - Parameter path: the place that the file is for; the passing name is made from it.
  /// - Throws: `file.unwritable` (input/output) with the system's reason, also where another program is at it.
  public init(for path: String) throws(Obstacle) {
    let name = "\(path).part"
    let opened = open(name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw unwritable(path) }
    var (held, named) = (stat(), stat())
    // Whoever had it before may have put it in its place meanwhile: then it is theirs.
    guard flock(opened, LOCK_EX | LOCK_NB) == 0, fstat(opened, &held) == 0, stat(name, &named) == 0,
      held.st_ino == named.st_ino, ftruncate(opened, 0) == 0
    else {
      let failure = unwritable(path)
      close(opened)
      throw failure
    }
    // Only now is there something to drop.
    temporary = name
    descriptor = opened
  }

  /// Drops what wasn't put in its place.
  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isPlaced { unlink(temporary) }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `file.unwritable` (input/output) with the system's reason.
  public func write(_ bytes: [UInt8]) throws(Obstacle) {
    guard writeAll(bytes, to: descriptor) else { throw unwritable(temporary) }
  }

  /// Waits until the file is on the disk.
  ///
  /// - Throws: `file.unwritable` (input/output) with the system's reason.
  public func synchronise() throws(Obstacle) {
    guard fsync(descriptor) == 0 else { throw unwritable(temporary) }
  }

  /// Ends the writing, so that many files can wait for their places without being open.
  ///
  /// - Throws: `file.unwritable` (input/output) with the system's reason, which some file systems tell only now.
  public func finish() throws(Obstacle) {
    let ended = descriptor
    descriptor = -1
    guard close(ended) == 0 else { throw unwritable(temporary) }
  }

  /// Puts the file in its place, over what is there; nobody ever sees a part of it.
  ///
  /// - Throws: `file.unwritable` (input/output) with the system's reason; what stood there before is then untouched.
  public func place(at path: String) throws(Obstacle) {
    guard rename(temporary, path) == 0 else { throw unwritable(path) }
    isPlaced = true
  }
}

/// Waits until all that was written to the file system of a folder is on the disk.
///
/// - Throws: `file.unwritable` (input/output) with the system's reason.
public func synchroniseFiles(at folder: String) throws(Obstacle) {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unwritable(folder) }
  defer { close(descriptor) }
  guard syncfs(descriptor) == 0 else { throw unwritable(folder) }
}
