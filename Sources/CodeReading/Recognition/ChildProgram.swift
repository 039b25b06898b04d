import Glibc

/// Another program: run without a shell, with bounded output and time, and knowing of our environment only where
/// Tesseract's data lie.
struct ChildProgram {
  private let path: String
  private let arguments: [String]
  private let input: [[UInt8]]

  /// - Parameters:
  ///   - path: the program's absolute path.
  ///   - input: what it finds on standard input, in parts.
  init(_ path: String, _ arguments: [String], input: [[UInt8]] = []) {
    self.path = path
    self.arguments = arguments
    self.input = input
  }

  /// What the program writes to standard output; nil where it can't be run, fails, or goes beyond a bound, when it is
  /// ended.
  func output(seconds: Int, mostBytes: Int) -> [UInt8]? {
    // The input lies in a file that exists in memory only, so that neither side ever waits for the other to read.
    guard let file = OpenFile.inMemory(), write(to: file), var pipe = Pipe() else { return nil }
    guard let child = spawn(reading: file, writing: pipe.end) else { return nil }
    pipe.closeEnd()
    let output = pipe.start.readAll(mostBytes: mostBytes, until: monotonicSeconds() + seconds)
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      guard errno == EINTR else { return nil }
    }
    return status == 0 ? output : nil
  }

  private func write(to file: borrowing OpenFile) -> Bool {
    for part in input {
      var written = 0
      while written < part.count {
        let count = part.withUnsafeBytes { bytes in
          Glibc.write(
            file.descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]).baseAddress, bytes.count - written)
        }
        guard count > 0 else { return false }
        written += count
      }
    }
    return lseek(file.descriptor, 0, SEEK_SET) == 0
  }

  private func spawn(reading input: borrowing OpenFile, writing output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO) == 0,
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0,
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0
    else { return nil }
    // One thread: pages are read by several processes already.
    var environment = ["OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"]
    if let data = getenv("TESSDATA_PREFIX") { environment.append("TESSDATA_PREFIX=" + String(cString: data)) }
    var child = pid_t()
    let status = withCStrings([path] + arguments) { arguments in
      withCStrings(environment) { posix_spawn(&child, path, &actions, nil, arguments, $0) }
    }
    return status == 0 ? child : nil
  }

  /// Strings as C wants lists of them: pointers with nil at the end.
  private func withCStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return body(&pointers)
  }
}

/// Both ends of a pipe, which no other program inherits.
private struct Pipe: ~Copyable {
  let start: OpenFile
  private var other: OpenFile?

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      // Can't fail on an end that is open.
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    guard let start = OpenFile(ends[0]) else { return nil }
    self.start = start
    other = OpenFile(ends[1])
  }

  /// Where the child writes.
  var end: Int32 {
    switch other {
    case .some(let file): file.descriptor
    case .none: -1
    }
  }

  /// Leaves the child as the only one that holds the pipe open.
  mutating func closeEnd() { other = nil }
}

/// Owns a file descriptor.
private struct OpenFile: ~Copyable {
  let descriptor: Int32

  init?(_ descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// A new file that lies in memory, has no name and isn't inherited; nil where there is none to be had.
  static func inMemory() -> OpenFile? {
    let name = "/ksef-verify-\(getpid())-\(UInt64.random(in: .min ... .max))"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    if descriptor >= 0 { shm_unlink(name) }
    return OpenFile(descriptor)
  }

  /// Everything up to the end; nil where it is more than `mostBytes` or isn't there in time.
  func readAll(mostBytes: Int, until deadline: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let seconds = deadline - monotonicSeconds()
      guard seconds > 0 else { return nil }
      let ready = poll(&wait, 1, Int32(clamping: seconds * 1_000))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      guard bytes.count + count <= mostBytes else { return nil }
      bytes += block[0..<count]
    }
  }
}

/// Seconds by a clock that nobody sets.
private func monotonicSeconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec
}
