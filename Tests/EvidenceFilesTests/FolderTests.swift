import EvidenceFiles
import Foundation
import Testing

@Suite("Evidence in files and folders")
struct FolderTests {
  private let box: Box

  init() throws { box = try Box() }

  @Test("A folder's files come in the order of their names, with those of the folders in it")
  func order() throws {
    for name in ["in/b.txt", "in/a/2.txt", "in/a/1.txt", "in/c/d/e.txt", "in/B.txt"] { try box.write(name, to: name) }
    #expect(
      box.found("in").map { String($0.prefix { $0 != "=" }) }
        == ["in/B.txt", "in/a/1.txt", "in/a/2.txt", "in/b.txt", "in/c/d/e.txt"])
  }

  @Test("Files, folders and archives come in the order in which they are given, each once")
  func severalPaths() throws {
    try box.write("1", to: "one")
    try box.write("2", to: "in/two")
    #expect(box.found("one", "in", "one", "in/two") == ["one=1", "in/two=2"])
  }

  @Test("What is hidden or left behind by a system is skipped without a word")
  func hidden() throws {
    for name in [".git/a", ".b", "__MACOSX/c", "Thumbs.db", "desktop.ini", "kept"] {
      try box.write("x", to: "in/\(name)")
    }
    #expect(box.found("in") == ["in/kept=x"])
  }

  @Test("Links to files are followed, links to folders aren't, and a loop ends")
  func links() throws {
    try box.write("x", to: "in/file")
    try box.write("y", to: "elsewhere/file")
    try box.link("in/link", to: "file")
    try box.link("in/loop", to: ".")
    try box.link("in/out", to: "../elsewhere")
    try box.link("in/outside", to: "../elsewhere/file")
    #expect(box.found("in") == ["in/file=x", "in/link=x", "in/outside=y"])
  }

  @Test("A folder that is named through a link is entered")
  func namedLink() throws {
    try box.write("x", to: "elsewhere/file")
    try box.link("in", to: "elsewhere")
    #expect(box.found("in") == ["in/file=x"])
  }

  @Test("A link to nothing is an obstacle, and the rest is read")
  func danglingLink() throws {
    try box.link("a", to: "nothing")
    try box.write("x", to: "b")
    #expect(box.found("") == ["!file.unreadable a", "b=x"])
  }

  @Test("A pipe in a folder isn't opened")
  func pipe() throws {
    try box.python("import os; os.mkdir('in'); os.mkfifo('in/pipe'); open('in/z', 'w').write('x')")
    #expect(box.found("in") == ["in/z=x"])
  }

  @Test("A name that isn't UTF-8 is told, and the rest is read")
  func foreignName() throws {
    try box.python("import os; os.mkdir('in'); open(b'in/sk\\xf3d', 'w').write('x'); open('in/z', 'w').write('x')")
    #expect(box.found("in") == ["!file.name-not-utf8 in", "in/z=x"])
  }

  @Test("Names that differ only in how letters are spelt are two files with names of their own")
  func spelling() throws {
    try box.python("import os; os.mkdir('in'); open('in/\\u0105', 'w').write('1'); open('in/a\\u0328', 'w').write('2')")
    let found = box.found("in")
    #expect(found.count == 2)
    #expect(Set(found.map { String($0.prefix { $0 != "=" }) }).count == 2)
  }

  @Test("A file that isn't wanted is passed over in a folder and read where it is named")
  func acceptance() throws {
    try box.write("no", to: "in/a")
    try box.write("yes", to: "in/b")
    let wantsYes: (FileHead) -> Int? = { $0.bytes.starts(with: "yes".utf8) ? 10 : nil }
    #expect(box.found("in", accepting: wantsYes) == ["-in/a", "in/b=yes"])
    #expect(box.found("in/a", accepting: wantsYes) == ["in/a=no"])
  }

  @Test("A file larger than is accepted is an obstacle")
  func tooLarge() throws {
    try box.write([UInt8](repeating: 65, count: 5000), to: "in/a")
    try box.write([UInt8](repeating: 65, count: 10), to: "in/b")
    #expect(box.found("in", accepting: { _ in 4999 }) == ["!file.too-large in/a", "in/b=AAAAAAAAAA"])
    #expect(box.found("in", accepting: { _ in 5000 }).first?.hasPrefix("in/a=") == true)
  }

  @Test("Only files that are named say so")
  func named() throws {
    try box.write("x", to: "in/a")
    try box.write("x", to: "b")
    let files = EvidenceFiles(["\(box.path)/in", "\(box.path)/b"], accepting: { _ in 10 })
    let named = files.map { found -> Bool? in if case .file(let file) = found { file.isNamed } else { nil } }
    #expect(named == [false, true])
  }

  @Test("Counting finds as many as reading")
  func counting() throws {
    for name in ["in/a", "in/b/c", "in/.d"] { try box.write("x", to: name) }
    try box.zip(["m": "1", "n": "2", ".o": "3"], to: "in/e.zip")
    #expect(box.found("in", "missing").count == 5)
    #expect(box.count("in", "missing") == 5)
  }
}
