import FAValidation
import Findings
import Testing

private func paying(_ payment: String, _ change: (inout CheckedSample) -> Void = { _ in }) -> CheckedSample {
  CheckedSample {
    $0.payment = "<Platnosc>\(payment)</Platnosc>"
    change(&$0)
  }
}

private func part(_ amount: String, on day: String = "2026-02-15") -> String {
  """
  <ZaplataCzesciowa><KwotaZaplatyCzesciowej>\(amount)</KwotaZaplatyCzesciowej>\
  <DataZaplatyCzesciowej>\(day)</DataZaplatyCzesciowej></ZaplataCzesciowa>
  """
}

private func marker(_ value: String) -> String { "<ZnacznikZaplatyCzesciowej>\(value)</ZnacznikZaplatyCzesciowej>" }

@Test("What is paid in part is less than the total")
func paidInPart() throws {
  #expect(try !paying(marker("1") + part("100.00") + part("22.99")).tells("payment.parts"))
  #expect(try paying(marker("1") + part("100.00") + part("23.00")).tells("payment.parts"))
}

@Test("What is paid in full makes the total up")
func paidInFull() throws {
  #expect(try !paying(marker("2") + part("100.00") + part("23.00")).tells("payment.parts"))
  #expect(try paying(marker("2") + part("100.00") + part("22.99")).tells("payment.parts"))
  #expect(try paying(marker("2") + part("100.00") + part("23.01")).tells("payment.parts"))
}

@Test("Payments may make up what is due after deductions")
func paidAfterDeductions() throws {
  #expect(
    try !paying(marker("2") + part("120.00")) {
      $0.settlement = """
        <Rozliczenie><Odliczenia><Kwota>3.00</Kwota><Powod>Kaucja</Powod></Odliczenia>\
        <DoZaplaty>120.00</DoZaplaty></Rozliczenie>
        """
    }.tells("payment.parts"))
}

@Test("A payment after the day of issue is told")
func paidAfterIssue() throws {
  func paid(_ day: String) -> String { "<Zaplacono>1</Zaplacono><DataZaplaty>\(day)</DataZaplaty>" }
  #expect(try paying(paid("2026-02-16")).tells("payment.after-issue"))
  #expect(try !paying(paid("2026-02-15")).tells("payment.after-issue"))
  #expect(try paying(marker("1") + part("10.00", on: "2026-02-16")).tells("payment.after-issue"))
}

@Test("A due date before issue is an information, unless the invoice is paid")
func dueBeforeIssue() throws {
  func due(_ day: String) -> String { "<TerminPlatnosci><Termin>\(day)</Termin></TerminPlatnosci>" }
  #expect(try paying(due("2026-02-14")).findings(of: "payment.due-before-issue").map(\.severity) == [.info])
  #expect(try !paying(due("2026-02-15")).tells("payment.due-before-issue"))
  let paid = "<Zaplacono>1</Zaplacono><DataZaplaty>2026-02-15</DataZaplaty>"
  #expect(try !paying(paid + due("2026-02-14")).tells("payment.due-before-issue"))
}

@Test("A transfer without an account is an information")
func transferWithoutAccount() throws {
  let form = "<FormaPlatnosci>6</FormaPlatnosci>"
  #expect(try paying(form).tells("payment.no-account"))
  #expect(try !paying("<FormaPlatnosci>1</FormaPlatnosci>").tells("payment.no-account"))
  #expect(
    try !paying(form + "<RachunekBankowy><NrRB>73111111111111111111111111</NrRB></RachunekBankowy>")
      .tells("payment.no-account"))
}

@Test("A payment link is for the payment that the invoice states")
func paymentLink() throws {
  func link(_ query: String) -> String {
    "<LinkDoPlatnosci>https://zaplac.example.com/p?\(query)</LinkDoPlatnosci><IPKSeF>123abcDEF4567</IPKSeF>"
  }
  #expect(try !paying(link("x=1&amp;IPKSeF=123abcDEF4567#dalej")).tells("payment.link"))
  #expect(
    try paying(link("IPKSeF=123abcDEF4568")).findings(of: "payment.link").map(\.sentence.english)
      == ["The payment link is for 123abcDEF4568, but the invoice states 123abcDEF4567 (IPKSeF)."])
}

private func settling(_ parts: String) -> CheckedSample {
  CheckedSample { $0.settlement = "<Rozliczenie>\(parts)</Rozliczenie>" }
}

private func charge(_ amount: String) -> String {
  "<Obciazenia><Kwota>\(amount)</Kwota><Powod>Paleta</Powod></Obciazenia>"
}

private func deduction(_ amount: String) -> String {
  "<Odliczenia><Kwota>\(amount)</Kwota><Powod>Kaucja</Powod></Odliczenia>"
}

@Test("The sums of charges and deductions are those of their lists")
func settlementSums() throws {
  #expect(try !settling(charge("5") + charge("2.50") + "<SumaObciazen>7.50</SumaObciazen>").tells("settlement.charges"))
  #expect(try settling(charge("5") + "<SumaObciazen>5.01</SumaObciazen>").tells("settlement.charges"))
  #expect(try !settling(deduction("5") + "<SumaOdliczen>5.00</SumaOdliczen>").tells("settlement.deductions"))
  #expect(try settling(deduction("5") + "<SumaOdliczen>4.99</SumaOdliczen>").tells("settlement.deductions"))
}

@Test("What is due is the total with charges less deductions")
func settlementDue() throws {
  let both = charge("7.00") + deduction("30.00")
  #expect(try !settling(both + "<DoZaplaty>100.00</DoZaplaty>").tells("settlement.due"))
  #expect(try settling(both + "<DoZaplaty>100.01</DoZaplaty>").tells("settlement.due"))
}

@Test("What is more than due is to be settled")
func settlementOverpaid() throws {
  let deducted = deduction("200.00")
  #expect(try !settling(deducted + "<DoRozliczenia>77.00</DoRozliczenia>").tells("settlement.due"))
  #expect(try !settling(deducted + "<DoRozliczenia>-77.00</DoRozliczenia>").tells("settlement.due"))
  #expect(try settling(deducted + "<DoRozliczenia>76.99</DoRozliczenia>").tells("settlement.due"))
  #expect(try !settling("<DoRozliczenia>76.99</DoRozliczenia>").tells("settlement.due"))
  #expect(
    try settling(deduction("23.00") + "<DoRozliczenia>100.00</DoRozliczenia>").findings(of: "settlement.due").map(
      \.sentence.english) == [
        "After charges and deductions 100.00 are left to be paid: they belong in DoZaplaty, not DoRozliczenia."
      ])
}
