import InvoiceRendering
import Testing
import Typography

@Suite("Setting type")
struct TypographyTests {
  private let fonts: FontSet

  init() throws { fonts = try House.stages().fonts }

  @Test("Polish letters come from the first font, without replacement")
  func polish() {
    let shaped = fonts.shape("Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ", .regular)
    #expect(shaped.runs.count == 1)
    #expect(shaped.runs.first?.face == fonts.leadingFace(.regular).index)
    #expect(fonts.takeTroubles().letters.isEmpty)
  }

  @Test("Figures are equally wide in both weights, so that they stand under each other")
  func tabularFigures() {
    for weight in FontSet.Weight.allCases {
      let widths = Set("0123456789".map { fonts.shape(String($0), weight).width })
      #expect(widths.count == 1)
    }
  }

  @Test(
    "Names in other scripts are set from the fallback fonts",
    arguments: ["Вигадане Світло", "Φανταστικά Φώτα", "Đèn lồng giấy", "虚构灯饰有限公司", "שלום", "مثال"])
  func otherScripts(name: String) {
    let shaped = fonts.shape(name, .bold)
    #expect(shaped.width > 0)
    #expect(!shaped.runs.contains { $0.glyphs.contains { $0.id == 0 } })
    let troubles = fonts.takeTroubles()
    #expect(troubles.letters.isEmpty && troubles.fonts.isEmpty)
  }

  @Test("A letter and its mark apart are set as the letter that they make together")
  func decomposed() {
    let apart = fonts.shape("gas\u{301}l a\u{328}", .regular)
    let together = fonts.shape("ga\u{15B}l \u{105}", .regular)
    #expect(apart.runs.count == 1)
    #expect(apart.width == together.width)
  }

  @Test(
    "Text keeps only runs with glyphs, whatever invisible characters stand in it: Cairo refuses words without any",
    arguments: [
      "\u{202A}", "a\u{202A}b", "\u{202E}a", "a\u{2066}\u{2069}", "a\u{34F}b", "a\u{2061}", "漢\u{206A}", "\u{202B}שלום",
    ])
  func invisible(text: String) {
    let shaped = fonts.shape(text, .regular)
    #expect(shaped.runs.allSatisfy { !$0.glyphs.isEmpty && !$0.clusters.isEmpty })
    for run in shaped.runs {
      #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.count)
      #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count)
    }
  }

  @Test("A column of no width, or less, holds a letter a line", arguments: [-20.0, 0])
  func noWidth(width: Double) {
    #expect(fonts.lines("", .regular, size: 9, width: width).count == 1)
    let lines = fonts.lines("ab c", .regular, size: 9, width: width)
    #expect(lines.flatMap { $0.runs.flatMap(\.text) }.filter { $0 != 0x20 } == Array("abc".utf8))
  }

  @Test("A letter that no font has is set as its code point and reported once")
  func missingLetter() {
    let shaped = fonts.shape("a\u{F8FF}b", .regular)
    #expect(String(decoding: shaped.runs.flatMap(\.text), as: UTF8.self) == "a[U+F8FF]b")
    #expect(fonts.takeTroubles().letters == ["\u{F8FF}"])
    #expect(fonts.takeTroubles().letters.isEmpty)
  }

  @Test("Clusters account for every byte and every glyph", arguments: ["Zażółć 12,50", "é e\u{301} ñ", "مثال", "虚构"])
  func clusters(text: String) {
    for run in fonts.shape(text, .regular).runs {
      #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.count)
      #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count)
    }
  }

  @Test("Text from right to left says so")
  func rightToLeft() {
    #expect(fonts.shape("שלום", .regular).runs.map(\.isBackward) == [true])
    #expect(fonts.shape("abc", .regular).runs.map(\.isBackward) == [false])
  }

  @Test("No line is wider than its column, and nothing but spaces at line ends is dropped")
  func lineBreaking() {
    let text = "Przewodniczący komisji przetargowej zawiadamia o rozstrzygnięciu postępowania nr 12/2026"
    for width in [40.0, 90, 200] {
      let lines = fonts.lines(text, .regular, size: 9, width: width)
      #expect(lines.allSatisfy { $0.width(at: 9) <= width + 0.02 })
      let joined = lines.flatMap { $0.runs.flatMap(\.text) }.filter { $0 != 0x20 }
      #expect(joined == text.utf8.filter { $0 != 0x20 })
    }
  }

  @Test("A word wider than its column is broken")
  func longWord() {
    let lines = fonts.lines(String(repeating: "W", count: 100), .regular, size: 9, width: 50)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.width(at: 9) <= 50.02 })
  }

  @Test("A no-break space holds a figure together")
  func noBreakSpace() {
    let lines = fonts.lines("razem 1\u{A0}234\u{A0}567,89", .regular, size: 9, width: 60)
    #expect(lines.map { String(decoding: $0.runs.flatMap(\.text), as: UTF8.self) } == ["razem", "1 234 567,89"])
  }

  @Test(
    "Lines end where a reader expects it",
    arguments: [
      // Polish words of one letter go with the next; short abbreviations and the slash between languages hold.
      ("klasa w skrzynkach", 40.0, ["klasa", "w skrzyn", "kach"]), ("towary i usługi", 50, ["towary", "i usługi"]),
      ("opłata zł/mc", 50, ["opłata", "zł/mc"]), ("Lp. / No.", 22, ["Lp. /", "No."]),
      ("Biało-Czerwona", 45, ["Biało-", "Czerwona"]),
      // A figure keeps its unit, a dash the word before it, a document's number all its parts where a line holds it.
      ("worki 10 kg", 45, ["worki", "10 kg"]), ("do filii nr 2", 42, ["do filii", "nr 2"]),
      ("przebieg 1 098 400,5 km", 70, ["przebieg", "1 098 400,5 km"]),
      ("marża – towary", 40, ["marża –", "towary"]),
      ("Faktura KOR/ZAL/2026", 70, ["Faktura", "KOR/ZAL/2026"]),
      ("KOREKTA/ZALICZKA/2026", 85, ["KOREKTA/", "ZALICZKA/2026"]),
    ])
  func goodBreaks(text: String, width: Double, expected: [String]) {
    let lines = fonts.lines(text, .regular, size: 9, width: width)
    #expect(lines.map { String(decoding: $0.runs.flatMap(\.text), as: UTF8.self) } == expected)
  }

  @Test("Line feeds end lines, empty ones too")
  func lineFeeds() {
    #expect(fonts.lines("a\n\nb", .regular, size: 9, width: 100).count == 3)
  }

  @Test("A link fills its lines, broken wherever they are full")
  func filledLines() {
    let link = "https://qr-test.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/" + String(repeating: "aB-_", count: 30)
    let lines = fonts.filledLines(link, .regular, size: 6, width: 80)
    #expect(String(decoding: lines.flatMap { $0.runs.flatMap(\.text) }, as: UTF8.self) == link)
    #expect(lines.dropLast().allSatisfy { $0.width(at: 6) > 72 && $0.width(at: 6) < 82 })
  }

  @Test("Figures are as wide as their digits and signs, each alone")
  func figures() throws {
    let fonts = try House.stages().fonts
    let signs = Array("0123456789,.- \u{A0}").map(String.init)
    for weight in FontSet.Weight.allCases {
      for left in signs {
        for right in signs {
          let text = left + right + "1"
          let width = try #require(fonts.figureWidth(text, weight))
          #expect(abs(width - fonts.shape(text, weight).width) < 0.5, "“\(text)”")
        }
      }
    }
    #expect(fonts.figureWidth("12 kg", .regular) == nil)
  }
}
