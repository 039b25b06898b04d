import Findings
import Glibc

func removeFile(_ path: String) { unlink(path) }

/// Makes an empty file that nobody but its owner may read.
func createPrivateFile(_ path: String) throws(Obstacle) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .deskUnopened(path, errno) }
  close(descriptor)
}

/// Puts a finished file in its place, once it is on the disk.
func putInPlace(_ passing: String, _ path: String) throws(Obstacle) {
  let descriptor = open(passing, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .deskUnopened(path, errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0, rename(passing, path) == 0 else {
    let code = errno
    unlink(passing)
    throw .deskUnopened(path, code)
  }
}
