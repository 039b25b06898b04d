import EvidenceFiles
import Foundation
import Testing

@Suite("Evidence in ZIP files")
struct ArchiveTests {
  private let box: Box

  init() throws { box = try Box() }

  @Test("Members are named by the archive and their path")
  func members() throws {
    try box.zip(["2026/b.txt": "b", "2026/a.txt": "a", "żółć.txt": "z"], to: "box.zip")
    #expect(box.found("box.zip") == ["box.zip/2026/b.txt=b", "box.zip/2026/a.txt=a", "box.zip/żółć.txt=z"])
  }

  @Test("An archive in a folder is opened, whatever it is called")
  func inFolder() throws {
    try box.zip(["a": "1"], to: "box.dat")
    #expect(box.found("") == ["box.dat/a=1"])
  }

  @Test("What is hidden, a folder or a link within an archive is skipped")
  func skipped() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('box.zip', 'w')
      for name in ['.a', '__MACOSX/b', 'c/Thumbs.db', 'd/']: z.writestr(name, '')
      link = zipfile.ZipInfo('link'); link.create_system = 3; link.external_attr = 0o120777 << 16
      z.writestr(link, '/etc/passwd'); z.writestr('kept', 'x'); z.close()
      """)
    #expect(box.found("box.zip") == ["box.zip/kept=x"])
  }

  @Test("Two members of the same name are two files")
  func sameName() throws {
    try box.python(
      """
      import warnings, zipfile
      warnings.simplefilter('ignore')
      z = zipfile.ZipFile('box.zip', 'w'); z.writestr('a', '1'); z.writestr('a', '2'); z.close()
      """)
    #expect(box.found("box.zip") == ["box.zip/a=1", "box.zip/a (2)=2"])
  }

  @Test("A name that climbs out or steers a terminal is only shown, and harmless")
  func hostileName() throws {
    try box.zip(["../../up": "1", "a\u{1B}[2J\nb": "2"], to: "box.zip")
    #expect(box.found("box.zip") == ["box.zip/../../up=1", "box.zip/a\u{FFFD}[2J\u{FFFD}b=2"])
  }

  @Test("A name in another code page than UTF-8 is shown as far as it can be, and the member is read")
  func codePage() throws {
    try box.zip(["sk#d": "x"], to: "box.zip")
    try box.python("b = open('box.zip', 'rb').read(); open('box.zip', 'wb').write(b.replace(b'sk#d', b'sk\\xa2d'))")
    #expect(box.found("box.zip") == ["box.zip/sk\u{FFFD}d=x"])
  }

  @Test("A member with a password is named, and the others are read")
  func encrypted() throws {
    try box.zip(["a": "1", "b": "2"], to: "box.zip")
    try box.python(
      """
      b = bytearray(open('box.zip', 'rb').read())
      b[6] |= 1; b[b.index(b'PK\\x01\\x02') + 8] |= 1
      open('box.zip', 'wb').write(b)
      """)
    #expect(box.found("box.zip") == ["!archive.encrypted box.zip/a", "box.zip/b=2"])
  }

  @Test("A member whose checksum is wrong is an obstacle, and the others are read")
  func wrongChecksum() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('box.zip', 'w'); z.writestr('a', 'first'); z.writestr('b', 'second'); z.close()
      b = open('box.zip', 'rb').read(); open('box.zip', 'wb').write(b.replace(b'first', b'fIrst'))
      """)
    #expect(box.found("box.zip") == ["!archive.damaged box.zip/a", "box.zip/b=second"])
  }

  @Test("A cut archive is an obstacle", arguments: [4, 30, 100])
  func cut(at length: Int) throws {
    try box.zip(["a": "1", "b": "2"], to: "box.zip")
    try box.python("b = open('box.zip', 'rb').read(); open('box.zip', 'wb').write(b[:\(length)])")
    try box.write("x", to: "z")
    #expect(box.found("box.zip", "z") == ["!archive.damaged box.zip", "z=x"])
  }

  @Test("An archive within an archive is named and not opened")
  func nested() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('in.zip', 'w'); z.writestr('a', '1'); z.close()
      z = zipfile.ZipFile('box.zip', 'w'); z.write('in.zip'); z.writestr('b', '2'); z.close()
      """)
    #expect(box.found("box.zip") == ["!archive.nested box.zip/in.zip", "box.zip/b=2"])
  }

  @Test("A document of an office program is a file, not a box")
  func officeDocument() throws {
    try box.zip(["[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"], to: "sheet.xlsx")
    #expect(box.found("", accepting: { _ in nil }) == ["-sheet.xlsx"])
  }

  @Test("A PDF with an archive behind it is a PDF")
  func polyglot() throws {
    try box.zip(["a": "1"], to: "tail.zip")
    try box.python("open('both.pdf', 'wb').write(b'%PDF-1.7\\n' + open('tail.zip', 'rb').read())")
    let found = box.found("both.pdf")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("both.pdf=%PDF-1.7"))
  }

  @Test("What lies between the members that the directory lists isn't found")
  func unlisted() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('a.zip', 'w'); z.writestr('hidden', '1'); z.close()
      first = open('a.zip', 'rb').read()
      z = zipfile.ZipFile('b.zip', 'w'); z.writestr('listed', '2'); z.close()
      open('box.zip', 'wb').write(first + open('b.zip', 'rb').read())
      """)
    #expect(box.found("box.zip") == ["box.zip/listed=2"])
  }

  @Test("A ZIP64 archive is read")
  func zip64() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('box.zip', 'w')
      with z.open('a', 'w', force_zip64=True) as member: member.write(b'long')
      z.close()
      """)
    #expect(box.found("box.zip") == ["box.zip/a=long"])
  }

  @Test("Members beyond the limit aren't read, and that is told")
  func memberLimit() throws {
    try box.zip(["a": "1", "b": "2", "c": "3"], to: "box.zip")
    var limits = ArchiveLimits()
    limits.members = 2
    #expect(
      box.found("box.zip", limits: limits) == ["box.zip/a=1", "box.zip/b=2", "!archive.too-large box.zip"])
  }

  @Test("A member larger than is accepted is an obstacle, whatever size it declares")
  func memberSize() throws {
    try box.python(
      """
      import struct, zipfile
      z = zipfile.ZipFile('box.zip', 'w', zipfile.ZIP_DEFLATED)
      z.writestr('a', b'A' * 100000); z.writestr('b', 'x'); z.close()
      b = open('box.zip', 'rb').read()
      open('box.zip', 'wb').write(b.replace(struct.pack('<I', 100000), struct.pack('<I', 10)))
      """)
    let found = box.found("box.zip")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("!"))
    #expect(found[1] == "box.zip/b=x")
  }

  @Test("An archive that grows without end is given up, and the rest is read")
  func bomb() throws {
    try box.python(
      """
      import zipfile
      z = zipfile.ZipFile('box.zip', 'w', zipfile.ZIP_DEFLATED, compresslevel=9)
      for number in range(20): z.writestr('%02d' % number, b'\\0' * 10000000)
      z.close()
      """)
    try box.write("x", to: "z")
    var limits = ArchiveLimits()
    (limits.bytes, limits.growth) = (1_000_000, 100)
    let found = box.found("box.zip", "z", limits: limits, accepting: { _ in 20_000_000 })
    #expect(found.suffix(2) == ["!archive.too-large box.zip", "z=x"])
    #expect(found.count < 10)
  }

  @Test("Whatever byte of an archive is changed, no member comes out with another content")
  func changedBytes() throws {
    let long = String(repeating: "long ", count: 100)
    try box.zip(["a": "short", "b": long], to: "good.zip")
    let good = Array(try Data(contentsOf: URL(filePath: "\(box.path)/good.zip")))
    for index in good.indices {
      var bytes = good
      bytes[index] ^= 0x11
      try box.write(bytes, to: "box.zip")
      for found in box.found("box.zip") where !found.hasPrefix("!") && !found.hasPrefix("box.zip=") {
        #expect(found.hasSuffix("=short") || found.hasSuffix("=\(long)"), "byte \(index): \(found)")
      }
    }
  }
}
