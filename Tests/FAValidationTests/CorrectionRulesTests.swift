import FAInvoice
import FAValidation
import Findings
import Testing

@Suite("Rules on corrections")
struct CorrectionRulesTests {
  private static func original(_ date: String = "2026-01-15", number: String = "<NrKSeFN>1</NrKSeFN>") -> String {
    """
    <DaneFaKorygowanej><DataWystFaKorygowanej>\(date)</DataWystFaKorygowanej><NrFaKorygowanej>FV/0</NrFaKorygowanej>\
    \(number)</DaneFaKorygowanej>
    """
  }

  private func correction(_ kind: String = "KOR", _ parts: String) -> CheckedSample {
    CheckedSample {
      $0.kind = kind
      $0.afterKind = parts
    }
  }

  @Test("A correction names what it corrects", arguments: ["KOR", "KOR_ZAL", "KOR_ROZ"])
  func originalMissing(_ kind: String) throws {
    try expect(
      "correction.original-missing", at: "/Fa/RodzajFaktury", on: correction(kind, ""),
      notOn: correction(kind, Self.original()))
  }

  @Test("A farmer's correction names what it corrects")
  func farmersOriginalMissing() throws {
    try expect(
      "correction.original-missing", at: "/FakturaRR/RodzajFaktury", on: .farmer { $0.kind = "KOR_VAT_RR" },
      notOn: .farmer())
  }

  @Test("An invoice that names a corrected one is a correction")
  func kind() throws {
    try expect(
      "correction.kind", at: "/Fa/DaneFaKorygowanej", on: correction("VAT", Self.original()),
      notOn: correction("KOR", Self.original()))
  }

  @Test("Only a correction has lines as they were before")
  func lineBefore() throws {
    func sample(_ kind: String) -> CheckedSample {
      CheckedSample {
        $0.kind = kind
        $0.afterKind = Self.original()
        $0.lines = CheckedSample.line("1", rest: "<StanPrzed>1</StanPrzed>") + CheckedSample.line("2")
      }
    }
    try expect("correction.line-before", at: "/FaWiersz[1]/StanPrzed", on: sample("VAT"), notOn: sample("KOR"))
  }

  @Test("A buyer's NIP can't be corrected")
  func buyersNIP() throws {
    func before(_ nip: String) -> CheckedSample {
      correction(
        "KOR", Self.original() + "<Podmiot2K><DaneIdentyfikacyjne><NIP>\(nip)</NIP></DaneIdentyfikacyjne></Podmiot2K>")
    }
    try expect(
      "correction.nip", at: "/Podmiot2K/DaneIdentyfikacyjne/NIP", on: before("2222222222"), notOn: before("1111111111"))
  }

  @Test("A third party as it was before the correction is known by its NIP")
  func thirdPartysNIP() throws {
    var sample = correction(
      "KOR", Self.original() + "<Podmiot2K><DaneIdentyfikacyjne><NIP>2222222222</NIP></DaneIdentyfikacyjne></Podmiot2K>"
    )
    sample.otherParties = "<Podmiot3><DaneIdentyfikacyjne><NIP>2222222222</NIP></DaneIdentyfikacyjne></Podmiot3>"
    #expect(try !sample.tells("correction.nip"))
  }

  @Test("A seller's NIP can't be corrected")
  func sellersNIP() throws {
    func before(_ nip: String) -> CheckedSample {
      correction(
        "KOR", Self.original() + "<Podmiot1K><DaneIdentyfikacyjne><NIP>\(nip)</NIP></DaneIdentyfikacyjne></Podmiot1K>")
    }
    try expect(
      "correction.nip", at: "/Podmiot1K/DaneIdentyfikacyjne/NIP", on: before("1111111111"), notOn: before("9999999999"))
  }

  @Test("An original of KSeF's time without a number asks whether it waits for one")
  func originalOutside() throws {
    try expect(
      "correction.original-without-number", .info, at: "/DaneFaKorygowanej/NrKSeFN",
      on: correction("KOR", Self.original("2026-02-01")), notOn: correction("KOR", Self.original("2026-01-31")))
  }
}

@Suite("Rules on invoices of the till")
struct TillRulesTests {
  private func simplified(_ total: String, currency: String = "PLN") -> CheckedSample {
    CheckedSample {
      $0.kind = "UPR"
      $0.currency = currency
      $0.total = total
    }
  }

  @Test("A simplified invoice is for 450 zloty or 100 euro at most")
  func amount() throws {
    try expect("simplified.amount", at: "/Fa/P_15", on: simplified("450.01"), notOn: simplified("450.00"))
    try expect(
      "simplified.amount", at: "/Fa/P_15", on: simplified("100.01", currency: "EUR"),
      notOn: simplified("100.00", currency: "EUR"))
    #expect(try !simplified("5000", currency: "CZK").tells("simplified.amount"))
  }

  @Test("A simplified invoice states the buyer's NIP")
  func buyer() throws {
    var without = simplified("100")
    without.buyer = "<BrakID>1</BrakID>"
    try expect("simplified.buyer-nip", at: "/Podmiot2/DaneIdentyfikacyjne", on: without, notOn: simplified("100"))
  }

  @Test("A note on a receipt asks for the mark FP")
  func receipt() throws {
    let note = "<DodatkowyOpis><Klucz>Nr paragonu</Klucz><Wartosc>W000123</Wartosc></DodatkowyOpis>"
    try expect(
      "receipt.mark-missing", .info, at: "/DodatkowyOpis/Klucz", on: CheckedSample { $0.afterKind = note },
      notOn: CheckedSample { $0.afterKind = "<FP>1</FP>" + note })
  }
}

@Suite("Rules on numbers of lines")
struct LineReferenceRulesTests {
  @Test("A note on a line that isn't there is told")
  func note() throws {
    func note(_ number: String) -> CheckedSample {
      CheckedSample {
        $0.afterKind = """
          <DodatkowyOpis><NrWiersza>\(number)</NrWiersza><Klucz>kolor</Klucz><Wartosc>biały</Wartosc></DodatkowyOpis>
          """
      }
    }
    try expect("note.unknown-line", at: "/DodatkowyOpis/NrWiersza", on: note("2"), notOn: note("1"))
  }

  @Test("A note may be on a line of the order")
  func noteOnOrder() throws {
    let sample = CheckedSample {
      $0.afterKind = "<DodatkowyOpis><NrWiersza>7</NrWiersza><Klucz>a</Klucz><Wartosc>b</Wartosc></DodatkowyOpis>"
      $0.order = "<Zamowienie><ZamowienieWiersz><NrWierszaZam>7</NrWierszaZam></ZamowienieWiersz></Zamowienie>"
    }
    #expect(try !sample.tells("note.unknown-line"))
  }

  @Test("A new means of transport on a line that isn't there is told")
  func newTransport() throws {
    func car(_ number: String) -> CheckedSample {
      CheckedSample {
        $0.annotations.newTransport = """
          <P_22>1</P_22><NowySrodekTransportu><P_NrWierszaNST>\(number)</P_NrWierszaNST></NowySrodekTransportu>
          """
      }
    }
    try expect("new-transport.unknown-line", at: "/NowySrodekTransportu/P_NrWierszaNST", on: car("2"), notOn: car("1"))
  }
}
