import FAInvoice
import FAValidation
import Findings
import Testing

@Suite("Rules on parties")
struct PartyRulesTests {
  private static func third(_ identity: String = "<NIP>2222222222</NIP>", role: String, share: String = "") -> String {
    """
    <Podmiot3><DaneIdentyfikacyjne>\(identity)</DaneIdentyfikacyjne><Rola>\(role)</Rola>\
    \(share.isEmpty ? "" : "<Udzial>\(share)</Udzial>")</Podmiot3>
    """
  }

  @Test("A seller who is the buyer is told")
  func same() throws {
    try expect(
      "party.seller-is-buyer", at: "/Podmiot2/DaneIdentyfikacyjne/NIP",
      on: CheckedSample { $0.buyer = "<NIP>9999999999</NIP>" })
  }

  @Test("A marker that asks for a third party is told where none has its role and a number")
  func missingThirdParties() throws {
    for (marker, role, code) in [("JST", "8", "buyer.local-government-unit"), ("GV", "10", "buyer.vat-group-member")] {
      func marked(_ others: String) -> CheckedSample {
        CheckedSample {
          $0.buyerEnd = "<\(marker)>1</\(marker)>"
          $0.otherParties = others
        }
      }
      let named = marked(Self.third(role: "2") + Self.third(role: role))
      try expect(code, at: "/Podmiot2/\(marker)", on: marked(""), notOn: named)
      try expect(code, at: "/Podmiot2/\(marker)", on: marked(Self.third(role: "2")))
      try expect(
        code, at: "/Podmiot2/\(marker)", on: marked(Self.third("<BrakID>1</BrakID>", role: role)),
        notOn: marked(Self.third("<IDWew>1111111111-00001</IDWew>", role: role)))
    }
  }

  @Test("Shares of more than 100 % are told")
  func shares() throws {
    func shared(_ first: String, _ second: String) -> CheckedSample {
      CheckedSample { $0.otherParties = Self.third(role: "4", share: first) + Self.third(role: "4", share: second) }
    }
    try expect("party.shares", at: "/Podmiot3[2]/Udzial", on: shared("50", "50.01"), notOn: shared("50", "50.00"))
  }
}

@Suite("Rules on the buyer's number")
struct BuyerNumberRulesTests {
  private func buyer(_ identity: String, country: String = "PL") -> CheckedSample {
    CheckedSample {
      $0.buyer = identity
      $0.buyerEnd = "<Adres><KodKraju>\(country)</KodKraju></Adres><JST>2</JST><GV>2</GV>"
    }
  }

  @Test(
    "A Polish NIP outside its field is told",
    arguments: [
      "<KodUE>PL</KodUE><NrVatUE>1111111111</NrVatUE>", "<KodUE>DE</KodUE><NrVatUE>PL1111111111</NrVatUE>",
      "<NrID>1111111111</NrID>", "<NrID>PL 111-111-11-11</NrID>", "<KodKraju>PL</KodKraju><NrID>1010000000</NrID>",
    ])
  func polishNIP(_ identity: String) throws {
    #expect(try buyer(identity).findings(of: "buyer.polish-nip").map(\.severity) == [.warning])
  }

  @Test(
    "A number of another country isn't taken for a NIP",
    arguments: [
      ("<KodUE>BE</KodUE><NrVatUE>1111111111</NrVatUE>", "BE"),
      ("<KodKraju>US</KodKraju><NrID>1111111111</NrID>", "US"),
      ("<NrID>1111111111</NrID>", "UA"), ("<KodKraju>PL</KodKraju><NrID>123456789</NrID>", "PL"),
      ("<BrakID>1</BrakID>", "PL"),
    ])
  func foreignNumbers(identity: String, country: String) throws {
    #expect(try !buyer(identity, country: country).tells("buyer.polish-nip"))
  }

  @Test("A third party's NIP outside its field is told")
  func thirdParty() throws {
    try expect(
      "buyer.polish-nip", at: "/Podmiot3/DaneIdentyfikacyjne/NrID",
      on: CheckedSample {
        $0.otherParties = "<Podmiot3><DaneIdentyfikacyjne><NrID>PL2222222222</NrID></DaneIdentyfikacyjne></Podmiot3>"
      })
  }

  @Test("A consumer whose number is filled in is told", arguments: ["brak", "-", "0000000000", "N/A", "02070803628"])
  func consumer(_ number: String) throws {
    try expect(
      "buyer.no-tax-number", at: "/Podmiot2/DaneIdentyfikacyjne/NrID", on: buyer("<NrID>\(number)</NrID>"),
      notOn: buyer("<BrakID>1</BrakID>"))
  }

  @Test("A PESEL is never repeated in a message")
  func secrecy() throws {
    let finding = try #require(try buyer("<NrID>02070803628</NrID>").findings(of: "buyer.no-tax-number").first)
    #expect(!finding.sentence.polish.contains("02070803628"))
    #expect(!finding.sentence.english.contains("02070803628"))
  }

  @Test("A foreign number isn't taken for nothing or for a PESEL")
  func foreignConsumer() throws {
    #expect(try !buyer("<KodKraju>US</KodKraju><NrID>02070803628</NrID>").tells("buyer.no-tax-number"))
    #expect(try !buyer("<NrID>02070803628</NrID>", country: "DE").tells("buyer.no-tax-number"))
    #expect(try !buyer("<NrID>02070803629</NrID>").tells("buyer.no-tax-number"))
    #expect(try !buyer("<NrID>CHE-123.456.788</NrID>").tells("buyer.no-tax-number"))
  }

  private func delivery(prefix: Bool, number: Bool) -> CheckedSample {
    CheckedSample {
      $0.sellerStart = prefix ? "<PrefiksPodatnika>PL</PrefiksPodatnika>" : ""
      $0.buyer = number ? "<KodUE>DE</KodUE><NrVatUE>999999999</NrVatUE>" : "<BrakID>1</BrakID>"
      $0.sums = "<P_13_6_2>100.00</P_13_6_2>"
      $0.lines = CheckedSample.line(rate: "0 WDT")
    }
  }

  @Test("A delivery to the Union names both VAT numbers")
  func unionNumbers() throws {
    let whole = delivery(prefix: true, number: true)
    try expect("intra-community.numbers", at: "/Podmiot1", on: delivery(prefix: false, number: true), notOn: whole)
    try expect(
      "intra-community.numbers", at: "/Podmiot2/DaneIdentyfikacyjne", on: delivery(prefix: true, number: false),
      notOn: whole)
    #expect(try delivery(prefix: false, number: false).findings(of: "intra-community.numbers").count == 2)
  }

  @Test("A simplified triangular transaction names both VAT numbers")
  func triangular() throws {
    #expect(try CheckedSample { $0.annotations.triangular = "1" }.findings(of: "intra-community.numbers").count == 2)
  }

  @Test("Corrections and new means of transport need no VAT numbers of the Union")
  func withoutNumbers() throws {
    var correction = delivery(prefix: false, number: false)
    correction.kind = "KOR"
    #expect(try !correction.tells("intra-community.numbers"))
    var car = delivery(prefix: false, number: false)
    car.annotations.newTransport = "<P_22>1</P_22>"
    #expect(try !car.tells("intra-community.numbers"))
  }
}
