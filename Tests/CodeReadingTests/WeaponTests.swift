import CodeReading
import Findings
import Testing

/// Files made to exhaust or mislead whoever opens them: each is refused by name, or costs no more than a page.
@Suite("Evidence as a weapon")
struct WeaponTests {
  private func read(_ bytes: [UInt8], isEnough: ([PageReading]) -> Bool = { _ in true }) throws(Obstacle)
    -> [PageReading]
  {
    try CodeReader().read(bytes, fileName: "evidence", isEnough: isEnough).pages
  }

  private func obstacle(_ code: String) -> Obstacle {
    Obstacle(code, at: Place(file: "evidence"), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
  }

  @Test("A page of a billion pixels is drawn at what the limit allows", arguments: ["", "/UserUnit 75 "])
  func giantPage(userUnit: String) throws {
    var weapon = WeaponPDF()
    weapon.page(extra: userUnit, box: "0 0 14400 14400", content: "0 0 m 14400 14400 l S")
    #expect(try read(weapon.bytes()).map(\.page) == [1])
  }

  @Test(
    "A picture that is too large to be drawn isn't passed over in silence",
    arguments: ["/ColorSpace /DeviceRGB /BitsPerComponent 8", "/ImageMask true /BitsPerComponent 1"])
  func giantPictureOnPage(form: String) throws {
    var weapon = WeaponPDF()
    let picture = weapon.reserve()
    weapon.define(
      picture, stream: "/Type /XObject /Subtype /Image /Width 40000 /Height 40000 \(form)", "")
    weapon.page(
      extra: "/Resources << /XObject << /I \(picture) 0 R >> >> ", box: "0 0 595 842",
      content: "q 400 0 0 400 90 90 cm /I Do Q")
    #expect(throws: obstacle("evidence.too-large")) { try read(weapon.bytes()) }
  }

  @Test(
    "A picture of one shade is none that can't be drawn",
    arguments: ["/ColorSpace /DeviceGray /BitsPerComponent 8", "/ImageMask true /BitsPerComponent 1"])
  func evenPicture(form: String) throws {
    var weapon = WeaponPDF()
    let picture = weapon.reserve()
    weapon.define(
      picture, stream: "/Type /XObject /Subtype /Image /Width 1 /Height 1 \(form)", "\u{7F}")
    weapon.page(
      extra: "/Resources << /XObject << /I \(picture) 0 R >> >> ", box: "0 0 595 842",
      content: "q 1 1 1 rg 400 0 0 400 90 90 cm /I Do Q")
    #expect(try read(weapon.bytes()).count == 1)
  }

  @Test("A page without any size is refused or taken for an ordinary one", arguments: ["0 0 0 0", "0 0 1e30 1e30"])
  func nonsensicalPage(box: String) throws {
    var weapon = WeaponPDF()
    weapon.page(extra: "", box: box, content: "")
    do throws(Obstacle) {
      #expect(try read(weapon.bytes()).count == 1)
    } catch {
      #expect(error.code == "evidence.damaged")
    }
  }

  @Test("Forms that draw themselves come to an end")
  func recursiveForm() throws {
    var weapon = WeaponPDF()
    let form = weapon.reserve()
    weapon.define(
      form,
      stream: "/Type /XObject /Subtype /Form /BBox [0 0 600 600] /Resources << /XObject << /F \(form) 0 R >> >>",
      "0.5 0 0 0.5 9 9 cm /F Do /F Do 0 0 20 20 re f")
    weapon.page(extra: "/Resources << /XObject << /F \(form) 0 R >> >> ", box: "0 0 600 600", content: "/F Do /F Do")
    #expect(try read(weapon.bytes()).count == 1)
  }

  @Test("Ten thousand pages are too many")
  func tenThousandPages() {
    var weapon = WeaponPDF()
    weapon.page(extra: "", box: "0 0 595 842", content: "", times: 10_000)
    #expect(throws: obstacle("evidence.too-large")) { try read(weapon.bytes()) }
  }

  @Test("A PDF that needs a password is refused")
  func encrypted() {
    var weapon = WeaponPDF()
    weapon.page(extra: "", box: "0 0 595 842", content: "")
    let zeros = String(repeating: "00", count: 32)
    weapon.trailer =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(zeros)> /U <\(zeros)> >> /ID [<\(zeros)> <\(zeros)>]"
    #expect(throws: obstacle("evidence.encrypted")) { try read(weapon.bytes()) }
  }

  @Test("A PDF that ends early gives what is left of it or is refused", arguments: [20, 50, 80, 95])
  func truncated(percent: Int) throws {
    let file = try PrintedSheet.pdf([PrintedSheet(Payload.invoice)])
    do throws(Obstacle) {
      let texts = try read(Array(file.prefix(file.count * percent / 100))).flatMap(\.codes).map(\.text)
      #expect(texts.allSatisfy { $0 == Payload.invoice })
    } catch {
      #expect(error.code == "evidence.damaged")
    }
  }

  @Test("A file that is two kinds at once is read as the one that its beginning says")
  func polyglots() throws {
    let sheet = try PrintedSheet(Payload.invoice)
    let other = PrintedSheet.pdf([try PrintedSheet(Payload.smallCertificate)])
    let archive = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26)
    #expect(try read(sheet.scan(dpi: 150).png() + other).flatMap(\.codes).map(\.text) == [Payload.invoice])
    #expect(try read(sheet.scan(dpi: 150).jpeg(quality: 80) + other).flatMap(\.codes).map(\.text) == [Payload.invoice])
    #expect(try read(PrintedSheet.pdf([sheet]) + archive).flatMap(\.codes).map(\.text) == [Payload.invoice])
    let reading = try CodeReader().read(archive + other, fileName: "evidence", isEnough: { _ in true })
    #expect(reading.kind == .pdf)
    #expect(reading.pages.flatMap(\.codes).map(\.text) == [Payload.smallCertificate])
  }

  @Test("A sheet of finder patterns without codes is searched within bounds")
  func finderPatternsAlone() throws {
    // 12 × 12 patterns: a million and a half triples, if each were tried.
    let side = 12 * 9 * 2
    let scan = Scan(width: side, height: side) { x, y in
      let (column, row) = (x / 2 % 9 - 1, y / 2 % 9 - 1)
      let ring = max(abs(column - 3), abs(row - 3))
      return ring == 3 || ring < 2 ? 0 : 255
    }
    let pages = try read(scan.png(), isEnough: { _ in false })
    #expect(pages.flatMap(\.codes).isEmpty)
    #expect(pages.map(\.isExhausted) == [true])
  }

  @Test("A sheet of hundreds of codes is searched within bounds, and no text is wrong")
  func manyCodes() throws {
    var sheet = PrintedSheet()
    for index in 0..<300 {
      try sheet.print("code \(index)", left: 5 + Double(index % 15) * 13, top: 5 + Double(index / 15) * 14)
    }
    let pages = try read(sheet.scan(dpi: 150).png())
    let known = Set((0..<300).map { "code \($0)" })
    #expect(pages.flatMap(\.codes).allSatisfy { known.contains($0.text) })
  }

  @Test("Pictures of a line or a point hold nothing", arguments: [(5_000, 1), (1, 5_000), (1, 1), (33, 2)])
  func thinPicture(width: Int, height: Int) throws {
    let scan = Scan(width: width, height: height) { x, y in (x + y) % 3 == 0 ? 0 : 255 }
    let pages = try read(scan.png(), isEnough: { _ in false })
    #expect(pages.flatMap(\.codes).isEmpty)
  }

  @Test("An interlaced PNG is read")
  func interlacedPNG() throws {
    let file = try PrintedSheet(Payload.invoice).scan(dpi: 150).interlacedPNG()
    #expect(try read(file).flatMap(\.codes).map(\.text) == [Payload.invoice])
  }

  @Test("A PNG of 16 bits a sample is read")
  func deepPNG() throws {
    let file = try PrintedSheet(Payload.invoice).scan(dpi: 150).deepPNG()
    #expect(try read(file).flatMap(\.codes).map(\.text) == [Payload.invoice])
  }
}
