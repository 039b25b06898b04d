import EvidenceFiles
import Foundation
import Testing

@Suite("Evidence in tar archives")
struct TarTests {
  private let box: Box

  init() throws { box = try Box() }

  /// Packs texts into a tar archive, in this order.
  private func tar(
    _ members: KeyValuePairs<String, String>, to name: String, packing: String = "gz", form: String = "PAX"
  ) throws {
    let calls = members.map { "add(\(literal($0.key)), \(literal($0.value)))" }.joined(separator: "\n")
    try box.python(
      """
      import io, tarfile
      t = tarfile.open('\(name)', 'w:\(packing)', format=tarfile.\(form)_FORMAT)
      def add(name, text):
        member = tarfile.TarInfo(name); member.size = len(text.encode())
        t.addfile(member, io.BytesIO(text.encode()))
      \(calls)
      t.close()
      """)
  }

  private func literal(_ text: String) -> String {
    "bytes([\(text.utf8.map(String.init).joined(separator: ","))]).decode()"
  }

  @Test(
    "Members are named by the archive and their path, packed or not, in every form of tar",
    arguments: ["", "gz"], ["PAX", "GNU", "USTAR"])
  func members(packing: String, form: String) throws {
    let long = String(repeating: "d/", count: 40) + "long.txt"
    try tar(["2026/b.txt": "b", "żółć.txt": "z", long: "l"], to: "box.tgz", packing: packing, form: form)
    #expect(box.found("box.tgz") == ["box.tgz/2026/b.txt=b", "box.tgz/żółć.txt=z", "box.tgz/\(long)=l"])
    #expect(box.count("box.tgz") == 3)
  }

  @Test("An archive in a folder is opened, whatever it is called")
  func inFolder() throws {
    try tar(["a": "1"], to: "box.dat")
    #expect(box.found("") == ["box.dat/a=1"])
  }

  @Test("What is packed with gzip and no archive is a file as any other, read from its first byte")
  func packedFile() throws {
    try box.python("import gzip; open('a.gz', 'wb').write(gzip.compress(b'text' * 2000, mtime=0))")
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(box.path)/a.gz")))
    let files = EvidenceFiles(["\(box.path)/a.gz"]) { _ in 100_000 }.compactMap {
      if case .file(let file) = $0 { file.bytes } else { nil }
    }
    #expect(files == [bytes])
  }

  @Test("Folders, links and devices within an archive are skipped")
  func skipped() throws {
    try box.python(
      """
      import io, tarfile
      t = tarfile.open('box.tar', 'w')
      for name, kind in [('d', tarfile.DIRTYPE), ('l', tarfile.SYMTYPE), ('h', tarfile.LNKTYPE), ('f', tarfile.FIFOTYPE)]:
        member = tarfile.TarInfo(name); member.type = kind; member.linkname = '/etc/passwd'; t.addfile(member)
      member = tarfile.TarInfo('kept'); member.size = 1; t.addfile(member, io.BytesIO(b'x'))
      t.close()
      """)
    #expect(box.found("box.tar") == ["box.tar/kept=x"])
  }

  @Test("A name that climbs out is only shown, and harmless")
  func hostileName() throws {
    try tar(["../../up": "1", "/etc/passwd": "2"], to: "box.tgz")
    #expect(box.found("box.tgz") == ["box.tgz/../../up=1", "box.tgz/etc/passwd=2"])
  }

  @Test("A ZIP file within a tar archive, and a tar archive within a ZIP file, are named and not opened")
  func nested() throws {
    try tar(["a": "1"], to: "in.tar", packing: "")
    try box.zip(["a": "1"], to: "in.zip")
    try box.python(
      """
      import tarfile, zipfile
      t = tarfile.open('box.tgz', 'w:gz'); t.add('in.zip'); t.close()
      z = zipfile.ZipFile('box.zip', 'w'); z.write('in.tar'); z.close()
      """)
    #expect(
      box.found("box.tgz", "box.zip") == ["!archive.nested box.tgz/in.zip", "!archive.nested box.zip/in.tar"])
  }

  @Test("A cut archive gives what it holds and says that it is damaged")
  func cut() throws {
    try tar(["a": "first", "b": String((0..<5000).flatMap { "\($0 * $0)" })], to: "box.tgz")
    try box.python("b = open('box.tgz', 'rb').read(); open('box.tgz', 'wb').write(b[:-200])")
    let found = box.found("box.tgz", accepting: { _ in 1_000_000 })
    #expect(found.last?.hasPrefix("!archive.damaged box.tgz") == true)
  }

  @Test("What begins as a PDF, a picture or XML is that, though it could be read as a tar archive")
  func polyglot() throws {
    for (index, beginning) in ["%PDF-1.7", "\\xff\\xd8\\xff", "<Faktura>"].enumerated() {
      try box.python(
        """
        import io, tarfile
        name = b'\(beginning)'.decode('latin-1')
        member = tarfile.TarInfo(name); member.size = 1
        t = tarfile.open('\(index).tar', 'w', format=tarfile.GNU_FORMAT, encoding='latin-1')
        t.addfile(member, io.BytesIO(b'x')); t.close()
        """)
      #expect(box.found("\(index).tar", accepting: { _ in 100_000 }).first?.hasPrefix("\(index).tar=") == true)
    }
  }

  @Test("Members beyond the limit aren't read, and that is told")
  func memberLimit() throws {
    try tar(["a": "1", "b": "2", "c": "3"], to: "box.tgz")
    var limits = ArchiveLimits()
    limits.members = 2
    #expect(box.found("box.tgz", limits: limits) == ["box.tgz/a=1", "box.tgz/b=2", "!archive.too-large box.tgz"])
  }

  @Test("An archive that unpacks to more than it may is given up, read or passed over", arguments: [true, false])
  func bomb(isRead: Bool) throws {
    try box.python(
      """
      import io, tarfile
      t = tarfile.open('box.tgz', 'w:gz')
      for number in range(20):
        member = tarfile.TarInfo('%02d' % number); member.size = 10000000
        t.addfile(member, io.BytesIO(bytes(10000000)))
      t.close()
      """)
    try box.write("x", to: "z")
    var limits = ArchiveLimits()
    (limits.bytes, limits.growth) = (1_000_000, 100)
    let found = box.found("box.tgz", "z", limits: limits) { head in
      isRead || head.name.hasSuffix("z") ? 20_000_000 : nil
    }
    #expect(found.suffix(2) == ["!archive.too-large box.tgz", "z=x"])
    #expect(found.count < 10)
  }

  @Test("A member that claims to be endless is given up before it is unpacked")
  func endless() throws {
    try box.python(
      """
      import gzip, tarfile
      member = tarfile.TarInfo('a'); member.size = 1 << 60
      open('box.tgz', 'wb').write(gzip.compress(member.tobuf(tarfile.GNU_FORMAT) + bytes(100000)))
      """)
    #expect(box.found("box.tgz", accepting: { _ in nil }) == ["!archive.too-large box.tgz"])
  }

  @Test("Whatever byte of a packed archive is changed, nothing breaks")
  func changedBytes() throws {
    try tar(["a": "short", "b": String(repeating: "long ", count: 100)], to: "good.tgz")
    let good = Array(try Data(contentsOf: URL(filePath: "\(box.path)/good.tgz")))
    for index in good.indices {
      var bytes = good
      bytes[index] ^= 0x11
      try box.write(bytes, to: "box.tgz")
      #expect(box.found("box.tgz").count <= 4, "byte \(index)")
    }
  }

  @Test("A file knows its path under the folder or archive that was named")
  func placeNames() throws {
    try box.write("2", to: "in/sub/b")
    try tar(["2026/a": "1"], to: "in/box.tgz")
    let named = ["\(box.path)/in", "\(box.path)/in/", "\(box.path)/in/box.tgz", "\(box.path)/in/sub/b"]
    let places = named.map { path in
      EvidenceFiles([path]) { _ in 1000 }.compactMap { if case .file(let file) = $0 { file.placeName } else { nil } }
    }
    #expect(places == [["box.tgz/2026/a", "sub/b"], ["box.tgz/2026/a", "sub/b"], ["2026/a"], ["b"]])
  }
}
