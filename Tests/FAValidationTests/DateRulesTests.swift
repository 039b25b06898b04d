import FAInvoice
import FAValidation
import Findings
import Testing

@Suite("Rules on the date of issue")
struct DateRulesTests {
  private func issued(_ date: String) -> CheckedSample {
    CheckedSample { $0.issue = "<P_1>\(date)</P_1><P_2>FV/1</P_2>" }
  }

  @Test("An invoice of tomorrow is refused, one of today or last year isn't")
  func future() throws {
    try expect("date.issue-in-future", .refused, at: "/Fa/P_1", on: issued("2026-03-02"), notOn: issued("2026-03-01"))
    #expect(try !issued("2025-01-01").tells("date.issue-in-future"))
  }

  @Test("An FA_RR of tomorrow is refused by its own date of issue")
  func farmersFuture() throws {
    try expect(
      "date.issue-in-future", .refused, at: "/FakturaRR/P_4B",
      on: .farmer { $0.issue = "<P_4A>2026-02-14</P_4A><P_4B>2026-03-02</P_4B><P_4C>RR/1</P_4C>" }, notOn: .farmer())
  }

  @Test("A correction older than what it corrects is told")
  func originalLater() throws {
    func corrects(_ date: String) -> CheckedSample {
      CheckedSample {
        $0.kind = "KOR"
        $0.afterKind = """
          <DaneFaKorygowanej><DataWystFaKorygowanej>\(date)</DataWystFaKorygowanej><NrFaKorygowanej>FV/0</NrFaKorygowanej>\
          <NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>
          """
      }
    }
    try expect(
      "date.correction-before-original", at: "/DaneFaKorygowanej/DataWystFaKorygowanej", on: corrects("2026-02-16"),
      notOn: corrects("2026-02-15"))
  }
}

@Suite("Rules on the date of sale")
struct SaleDateRulesTests {
  private static let dated = "<P_6A>2026-02-10</P_6A>"

  @Test("A sale more than 60 days after the invoice is told")
  func tooEarly() throws {
    try expect(
      "date.issued-too-early", at: "/Fa/P_6", on: CheckedSample { $0.saleDate = "<P_6>2026-04-17</P_6>" },
      notOn: CheckedSample { $0.saleDate = "<P_6>2026-04-16</P_6>" })
    try expect(
      "date.issued-too-early", at: "/FaWiersz/P_6A",
      on: CheckedSample {
        $0.saleDate = ""
        $0.lines = CheckedSample.line(dated: "<P_6A>2062-02-10</P_6A>")
      },
      notOn: CheckedSample {
        $0.saleDate = ""
        $0.lines = CheckedSample.line(dated: Self.dated)
      })
  }

  @Test("A period may lie as far ahead as it likes")
  func period() throws {
    let sample = CheckedSample {
      $0.saleDate = "<OkresFa><P_6_Od>2026-02-01</P_6_Od><P_6_Do>2027-01-31</P_6_Do></OkresFa>"
    }
    #expect(try !sample.tells("date.issued-too-early"))
  }

  @Test("A date of sale on the invoice and on lines is told")
  func twice() throws {
    let lines = CheckedSample.line(dated: Self.dated)
    try expect(
      "date.sale-twice", at: "/FaWiersz/P_6A", on: CheckedSample { $0.lines = lines },
      notOn: CheckedSample {
        $0.saleDate = ""
        $0.lines = lines
      })
  }

  @Test("A farmer's delivery dated on the invoice and on lines is told")
  func farmersTwice() throws {
    try expect(
      "date.sale-twice", at: "/FakturaRRWiersz/P_4AA",
      on: .farmer {
        $0.lines = "<FakturaRRWiersz><NrWierszaFa>1</NrWierszaFa><P_4AA>2026-02-14</P_4AA></FakturaRRWiersz>"
      }, notOn: .farmer())
  }

  @Test("The same date of sale on all lines is told, different ones aren't")
  func onLines() throws {
    func dated(_ first: String, _ second: String) -> CheckedSample {
      CheckedSample {
        $0.saleDate = ""
        $0.lines =
          CheckedSample.line("1", dated: "<P_6A>\(first)</P_6A>")
          + CheckedSample.line("2", dated: "<P_6A>\(second)</P_6A>")
      }
    }
    try expect(
      "date.sale-on-lines", .info, at: "/FaWiersz[1]/P_6A", on: dated("2026-02-10", "2026-02-10"),
      notOn: dated("2026-02-10", "2026-02-11"))
  }

  @Test("A date of sale that is the date of issue needn't be stated")
  func needless() throws {
    try expect("date.sale-is-issue", .info, at: "/Fa/P_6", on: CheckedSample { $0.saleDate = "<P_6>2026-02-15</P_6>" })
  }

  @Test("A period that ends before it begins is told")
  func reversed() throws {
    func period(to end: String) -> CheckedSample {
      CheckedSample { $0.saleDate = "<OkresFa><P_6_Od>2026-02-01</P_6_Od><P_6_Do>\(end)</P_6_Do></OkresFa>" }
    }
    try expect("date.period-reversed", at: "/Fa/OkresFa", on: period(to: "2026-01-31"), notOn: period(to: "2026-02-01"))
  }
}
