import Findings
import Foundation
import OfflineSigning
import Testing

/// Each test opens a key with the passphrase that a source gave: nothing else shows what it is.
@Suite("Sources of passphrases", .serialized)
struct PassphraseTests {
  private static let secret = "Zażółć gęślą jaźń"
  private let question = Sentence("Passphrase: ", pl: "Hasło: ")

  private func read(_ source: PassphraseSource) throws(Obstacle) -> Passphrase? {
    try source.read(prompt: question, language: .polish)
  }

  private func isSecret(_ passphrase: Passphrase?) throws -> Bool {
    let papers = try DemonstrationCertificate(recipe().make(), passphrase: Passphrase(PassphraseTests.secret))
    return try code {
      _ = try SigningKey.open(papers.encryptedKey, fileName: "key") { () throws(Obstacle) in passphrase }
    } == nil
  }

  @Test("A file gives its content without one line break at its end")
  func file() throws {
    let workshop = try Workshop()
    let expected = ["": true, "\n": true, "\r\n": true, "\n\n": false, " ": false]
    for (ending, isRight) in expected {
      try workshop.write(Array((PassphraseTests.secret + ending).utf8), to: "pass")
      #expect(try isSecret(read(.file(workshop.path("pass")))) == isRight, "\(ending.debugDescription)")
    }
  }

  @Test("A file that is missing, a folder, or far too long is refused")
  func fileRefused() throws {
    let workshop = try Workshop()
    #expect(try code { _ = try read(.file(workshop.path("none"))) } == "passphrase.unreadable")
    #expect(try code { _ = try read(.file(workshop.folder.path)) } == "passphrase.unreadable")
    try workshop.write([UInt8](repeating: 0x61, count: 1025), to: "long")
    #expect(try code { _ = try read(.file(workshop.path("long"))) } == "passphrase.too-long")
    #expect(try code { _ = try read(.file("/dev/zero")) } == "passphrase.too-long")
    try workshop.write([UInt8](repeating: 0x61, count: 1024) + [0x0D, 0x0A], to: "longest")
    #expect(try read(.file(workshop.path("longest"))) != nil)
  }

  @Test("An environment variable gives its value, and is missed when it isn't set")
  func environment() throws {
    setenv("KSEF_TEST_PASSPHRASE", PassphraseTests.secret, 1)
    defer { unsetenv("KSEF_TEST_PASSPHRASE") }
    #expect(try isSecret(read(.environment("KSEF_TEST_PASSPHRASE"))))
    #expect(
      try code { _ = try read(.environment("KSEF_TEST_NO_SUCH_VARIABLE")) } == "passphrase.variable-not-set")
  }

  @Test("Standard input gives its first line and keeps the rest")
  func standardInput() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data("\(PassphraseTests.secret)\nrest".utf8))
    try pipe.fileHandleForWriting.close()
    let before = dup(0)
    dup2(pipe.fileHandleForReading.fileDescriptor, 0)
    defer {
      dup2(before, 0)
      close(before)
    }
    #expect(try isSecret(read(.standardInput)))
    #expect(FileHandle.standardInput.readDataToEndOfFile() == Data("rest".utf8))
  }

  @Test("No source gives no passphrase")
  func none() throws {
    #expect(try read(.none) == nil)
  }

  @Test("A question on what is no terminal is refused")
  func noTerminal() throws {
    #expect(try code { _ = try TerminalQuestion(device: "/dev/null").ask("?") } == "passphrase.no-terminal")
    #expect(try code { _ = try TerminalQuestion(device: "/dev/no-such").ask("?") } == "passphrase.no-terminal")
  }

  @Test("A question on a terminal is answered unseen, and the echo is back afterwards")
  func terminal() throws {
    let terminal = try PseudoTerminal()
    #expect(terminal.echoes)
    let typist = Thread {
      terminal.waitForOutput("Hasło: ")
      #expect(!terminal.echoes)
      terminal.type("\(PassphraseTests.secret)\n")
    }
    typist.start()
    #expect(try isSecret(TerminalQuestion(device: terminal.name).ask("Hasło: ")))
    #expect(terminal.echoes)
    terminal.waitForOutput("\n")
    #expect(!terminal.output.contains("gęślą"))
  }

  @Test("A signal during a question finds the echo back on; whoever survives it is asked again")
  func signal() throws {
    let terminal = try PseudoTerminal()
    let asker = pthread_self()
    let before = Foundation.signal(SIGQUIT, SIG_IGN)
    defer { Foundation.signal(SIGQUIT, before) }
    let typist = Thread {
      terminal.waitForOutput("Hasło: ")
      pthread_kill(asker, SIGQUIT)
      terminal.waitForOutput("Hasło: \r\nHasło: ")
      terminal.type("\(PassphraseTests.secret)\n")
    }
    typist.start()
    #expect(try isSecret(TerminalQuestion(device: terminal.name).ask("Hasło: ")))
    #expect(terminal.echoes)
  }
}

/// A terminal made for a test: what is typed goes in on one side, what is shown comes out on the same.
private final class PseudoTerminal: @unchecked Sendable {
  let name: String
  private let master: Int32
  /// Kept open, so that the terminal lives on between two questions.
  private let slave: Int32
  private let lock = NSLock()
  private var shown = Data()

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = -1
    var locked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, macros that Swift doesn't import.
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Workshop.Failure(description: "no pseudo-terminal")
    }
    name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY)
  }

  deinit {
    close(slave)
    close(master)
  }

  var output: String { lock.withLock { String(decoding: shown, as: UTF8.self) } }

  var echoes: Bool {
    var settings = termios()
    return tcgetattr(slave, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(master, bytes, bytes.count) == bytes.count)
  }

  /// Reads what is shown until the text is in it; gives up after ten seconds.
  func waitForOutput(_ text: String) {
    for _ in 0..<100 where !output.contains(text) {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 100) > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(master, &bytes, bytes.count)
      if count > 0 { lock.withLock { shown.append(contentsOf: bytes[..<count]) } }
    }
    #expect(output.contains(text))
  }
}
