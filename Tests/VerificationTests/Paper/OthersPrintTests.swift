import CodeReading
import Findings
import Testing

@testable import Verification

/// The paper's checks on pages as other programs set them.
@Suite("Other makers' prints against the XML")
struct OthersPrintTests {
  private let paper: Set<CheckName> = [.paperSeller, .paperBuyer, .paperNumber, .paperDate, .paperTotals]

  private func outcomes(
    _ page: String, xml: [UInt8] = paperInvoice(), source: PageText.Source = .textLayer, confidence: Int = 100
  ) throws -> [CheckName: Outcome] {
    try paperAnswers([setPage(page, confidence: confidence)], xml: xml, source: source).mapValues(\.outcome)
  }

  @Test("An honest page passes whatever its form of numbers and dates")
  func honest() throws {
    for changes in [
      [:], ["1 230,00": "1.230,00"], ["1 230,00": "1230.00"], ["1 230,00": "1,230.00"], ["1 230,00 zł": "1230,00zł"],
      ["1 230,00 zł": "PLN 1 230,00"], ["2026-02-01": "01.02.2026"], ["2026-02-01": "01-02-2026 r."],
      ["2026-02-01": "1 lutego 2026 r."], ["2026-02-01": "1 Feb 2026"], ["FV/12/2026": "FV/12/ 2026"],
      ["111-111-11-11": "1111111111"], ["111-111-11-11": "111 111 11 11"], ["Do zapłaty:": "Amount due"],
      ["Do zapłaty:": "До сплати:"], ["Do zapłaty:": "Zu zahlen"], ["Data wystawienia:": "Rechnungsdatum:  "],
      ["Sprzedawca:": "Seller     ", "Nabywca:": "Bill to:"],
    ] {
      let page = othersPage(changes)
      let answers = try paperAnswers([setPage(page)], xml: paperInvoice())
      for answer in answers.values {
        #expect(answer.outcome == .passed, "\(changes): \(answer.check.rawValue): \(answer.sentence.english)")
      }
    }
  }

  @Test(
    "A value that stands where another belongs fails its check and no other",
    arguments: [
      (["Do zapłaty:    1 230,00": "Do zapłaty:    9 230,00"], CheckName.paperTotals),
      (["Do zapłaty:    1 230,00": "Do zapłaty:    1 239,00"], .paperTotals),
      (["Do zapłaty:    1 230,00": "Do zapłaty:   11 230,00"], .paperTotals),
      (["1 230,00": "9 230,00"], .paperTotals),
      (["wystawienia: 2026-02-01": "wystawienia: 2026-02-07"], .paperDate),
      (["nr FV/12/2026": "nr FV/13/2026"], .paperNumber),
      (["nr FV/12/2026": "nr 2026/77/A"], .paperNumber),
      (["111-111-11-11": "222-222-22-22"], .paperSeller),
      (["111-111-11-11": "111-111-11-12"], .paperSeller),
      (["PL 9999999999": "PL 9999999990"], .paperBuyer),
      (["PL 9999999999": "5260250274   "], .paperBuyer),
    ])
  func forged(_ changes: [String: String], _ check: CheckName) throws {
    let outcomes = try outcomes(othersPage(changes))
    #expect(outcomes.filter { $0.value != .passed } == [check: .failed])
  }

  @Test(
    "An amount to be paid in another currency, without cents, in strange digits or under an imitated label isn't passed",
    arguments: [
      ["Do zapłaty:    1 230,00 zł": "Do zapłaty:    9 230,00 EUR"],
      ["Do zapłaty:    1 230,00 zł": "Do zapłaty:    9230"],
      ["Do zapłaty:    1 230,00 zł": "Do zapłaty:    9 230,-"],
      ["Do zapłaty:    1 230,00 zł": "Do zapłaty:    ９ 230,00"],
      ["Do zapłaty:    1 230,00 zł": "D\u{043E} zapłaty:    5 000,00"],
    ])
  func evading(_ changes: [String: String]) throws {
    #expect(try outcomes(othersPage(changes))[.paperTotals] == .undecided)
    // What isn't meant for the total doesn't stand in its way.
    for harmless in ["Do zapłaty: 14 dni", "Кабель USB, 10 kΩ, 3 µF", "Оплата"] {
      #expect(try outcomes(othersPage() + "\n\n\n" + harmless)[.paperTotals] == .passed, "\(harmless)")
    }
  }

  @Test("Another bank account in the place of the XML's fails, one beside it or unknown to the XML is remarked on")
  func account() throws {
    let (own, other) = ("61 1090 1014 0000 0712 1981 2874", "27 1140 2004 0000 3002 0135 5387")
    let bank = "<Platnosc><RachunekBankowy><NrRB>61109010140000071219812874</NrRB></RachunekBankowy></Platnosc>"
    let xml = paperInvoice(extra: bank)
    func outcome(_ lines: String, _ xml: [UInt8], source: PageText.Source = .textLayer) throws -> Outcome? {
      try outcomes(othersPage() + "\n\n" + lines, xml: xml, source: source)[.paperAccount]
    }
    #expect(try outcome("Rachunek: \(own)", xml) == .passed)
    #expect(try outcome("IBAN: PL\(own)", xml) == .passed)
    #expect(try outcome("Konto 61109010140000071219812874", xml) == .passed)
    #expect(try outcome("Rachunek: \(other)", xml) == .failed)
    #expect(try outcome("Rachunek: \(other)", xml, source: .recognised) == .undecided)
    #expect(try outcome("Rachunek: \(own)\n\nEUR: \(other)", xml) == .remark)
    #expect(try outcome("Rachunek: \(other)", paperInvoice()) == .remark)
    #expect(try outcome("Rachunek: 62 1090 1014 0000 0712 1981 2874", xml) == nil)
    #expect(try outcome("", xml) == nil)
  }

  @Test("The right total in small print doesn't save a wrong amount to be paid")
  func smallPrint() throws {
    let page = othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    5 000,00"]) + "\n\n\nRazem brutto 1 230,00 zł"
    #expect(try outcomes(page)[.paperTotals] == .failed)
  }

  @Test("Without a word that says what it is, the right amount decides nothing")
  func unlabelled() throws {
    let page = othersPage(["Do zapłaty:": "Kwintesencja", "Razem:": "      "])
    #expect(try outcomes(page)[.paperTotals] == .undecided)
  }

  @Test("What the XML doesn't say but the page adds up is left to people")
  func explained() throws {
    for page in [
      othersPage(["Do zapłaty:    1 230,00": "Zapłacono 230,00   Do zapłaty:    1 000,00"]),
      othersPage(["Do zapłaty:    1 230,00": "Saldo 50,00   Do zapłaty:    1 280,00"]),
    ] {
      #expect(try outcomes(page)[.paperTotals] == .undecided)
    }
  }

  @Test("Payments that the XML knows explain what is left to pay")
  func partlyPaid() throws {
    let paid = """
      <Platnosc><ZnacznikZaplatyCzesciowej>1</ZnacznikZaplatyCzesciowej><ZaplataCzesciowa>\
      <KwotaZaplatyCzesciowej>500.00</KwotaZaplatyCzesciowej><DataZaplatyCzesciowej>2026-01-31</DataZaplatyCzesciowej>\
      </ZaplataCzesciowa></Platnosc>
      """
    let page = othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    730,00"])
    #expect(try outcomes(page, xml: paperInvoice(extra: paid))[.paperTotals] == .passed)
  }

  @Test("A correction, an advance and a settlement leave room for other amounts", arguments: ["KOR", "ZAL", "ROZ"])
  func otherKinds(_ kind: String) throws {
    let page = othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    4 711,00"])
    #expect(try outcomes(page, xml: paperInvoice(kind: kind))[.paperTotals] == .undecided)
  }

  @Test("Another currency's amount is passed over, one without a currency left to people")
  func otherCurrency() throws {
    let euro = paperInvoice(currency: "EUR")
    let honest = othersPage(["1 230,00 zł": "1 230,00 EUR  W przeliczeniu do zapłaty: 5 289,00 PLN"])
    #expect(try outcomes(honest, xml: euro)[.paperTotals] == .passed)
    let bare = othersPage(["Do zapłaty:    1 230,00 zł": "Do zapłaty:    5 289,00"])
    #expect(try outcomes(bare, xml: euro)[.paperTotals] == .undecided)
    let forged = othersPage(["Do zapłaty:    1 230,00 zł": "Do zapłaty:    5 289,00 EUR"])
    #expect(try outcomes(forged, xml: euro)[.paperTotals] == .failed)
  }

  @Test("Recognised words pass where they agree and never fail")
  func recognised() throws {
    #expect(try Set(outcomes(othersPage(), source: .recognised, confidence: 92).values) == [.passed])
    for changes in [["1 230,00": "9 230,00"], ["111-111-11-11": "111-111-11-12"], ["FV/12/2026": "FV/13/2026"]] {
      let outcomes = try outcomes(othersPage(changes), source: .recognised, confidence: 92)
      #expect(!outcomes.values.contains(.failed))
      #expect(outcomes.values.contains(.undecided))
    }
    let answer = try paperAnswers(
      [setPage(othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    9 230,00"]), confidence: 92)],
      xml: paperInvoice(), source: .recognised)[.paperTotals]
    let sentence = try #require(answer?.sentence.english)
    #expect(sentence.contains("9 230,00") && sentence.contains("“Do zapłaty:”") && sentence.contains("page 1"))
  }

  @Test("Words recognised badly decide nothing, though they agree")
  func badlyRecognised() throws {
    #expect(try Set(outcomes(othersPage(), source: .recognised, confidence: 40).values) == [.undecided])
  }

  @Test("Words that nobody sees and pages without words are said not to be compared")
  func noWords() throws {
    for source in [PageText.Source.none, .hiddenLayer] {
      let answers = try paperAnswers([setPage(othersPage())], xml: paperInvoice(), source: source)
      #expect(Set(answers.values.map(\.outcome)) == [.notRun])
      #expect(
        answers.values.allSatisfy { $0.sentence.english.contains("--ocr") && $0.sentence.polish.contains("--ocr") })
    }
  }

  @Test("Without the XML there is nothing to compare")
  func noXML() throws {
    let answers = try paperAnswers([setPage(othersPage())], xml: paperInvoice(), givesXML: false)
    #expect(Set(answers.keys) == paper)
    #expect(Set(answers.values.map(\.outcome)) == [.notRun])
  }
}
