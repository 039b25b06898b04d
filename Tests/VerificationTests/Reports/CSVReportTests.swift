import Certificates
import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@testable import Verification

@Suite("The report for a spreadsheet")
struct CSVReportTests {
  /// The cells as RFC 4180 says they are read.
  private func rows(_ report: Report, _ language: Language = .english) throws -> [[String]] {
    let text = report.csv(in: language)
    try #require(text.unicodeScalars.first == "\u{FEFF}" && text.hasSuffix("\r\n"))
    let separator: Unicode.Scalar = language == .polish ? ";" : ","
    var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
    var scalars = Array(text.unicodeScalars.dropFirst())[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          cell.unicodeScalars.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == separator {
        row.append(cell)
        cell = ""
      } else if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        rows.append(row + [cell])
        (row, cell) = ([], "")
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    #expect(row.isEmpty && cell.isEmpty && !isQuoted)
    return rows
  }

  /// The cells of the first invoice by their headers.
  private func first(_ report: Report, _ language: Language = .english) throws -> [String: String] {
    let rows = try rows(report, language)
    try #require(rows.count > 1 && Set(rows[0]).count == rows[0].count)
    return Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
  }

  @Test("A row for each invoice and each loose end, all as long as the header", arguments: Language.allCases)
  func rowCount(language: Language) throws {
    for report in try Reports.all() {
      let rows = try rows(report, language)
      #expect(rows.count == 1 + report.subjects.count + report.looseEnds.count)
      #expect(Set(rows.map(\.count)).count == 1)
    }
  }

  @Test("An invoice's row says what its codes, its certificate and every check say")
  func cells() throws {
    let shop = try Shop()
    let xml = shop.invoice()
    let (one, two) = (try shop.invoiceLink(xml), try shop.certificateLink(xml))
    let report = Verifier(certificates: [shop.certificate]).verify(print("a.pdf", [[], [one, two]]))
    let cells = try first(report)
    #expect(cells["verdict"] == "passed" && cells["reasons"] == "" && cells["no."] == "1")
    #expect(cells["file"] == "a.pdf" && cells["page"] == "2" && cells["environment"] == "test")
    #expect(cells["seller's NIP"] == "1111111111" && cells["issued"] == "2026-02-01")
    #expect(cells["certificate"] == shop.certificate.serialNumber?.text)
    #expect(cells["certificate holder"] == "Sklep Fikcyjny")
    #expect(cells["KOD I"] == one && cells["KOD II"] == two)
    #expect(cells["signature.valid"] == "passed" && cells["certificate.issuer"] == "not-run")
    #expect(try first(report, .polish)["signature.valid"] == "zgodne")
  }

  @Test("Of several answers of one check the worst stands in its cell")
  func worst() throws {
    let (shop, other) = (try Shop(), try Shop(nip: "9999999999"))
    let xml = shop.invoice()
    let report = Verifier(certificates: [shop.certificate]).verify(
      links(try shop.invoiceLink(xml), try shop.certificateLink(xml), try other.certificateLink(xml)))
    #expect(try first(report)["certificate.held"] == "undecided")
    #expect(try first(report)["verdict"] == "failed")
  }

  @Test("Prints without a code and files that can't be read have rows of their own")
  func looseEnds() throws {
    let rows = try rows(FixedRun().report)
    func verdict(of file: String) -> String? { rows.first { $0[3] == file }?[1] }
    #expect(verdict(of: "cover.pdf") == "no-code" && verdict(of: "links.txt") == "no-code")
    #expect(verdict(of: "damaged.pdf") == "unreadable" && verdict(of: "smudged.jpg") == "unreadable")
  }

  @Test(
    "No cell begins as a formula does",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "\r=1", "\"=1", "=\"a\";=b"])
  func formulas(name: String) throws {
    for language in Language.allCases {
      let report = try Reports.hostileRun(name)
      for cell in try rows(report, language).joined() {
        let begin = cell.unicodeScalars.first { $0 != " " }
        #expect(!["=", "+", "-", "@", "\t", "\r", "＝"].contains(begin ?? "x"), "\(cell)")
      }
    }
  }

  @Test("A certificate number that reads as a number keeps its digits")
  func numbers() throws {
    let shop = try Shop(serial: [0x01, 0x23, 0x45, 0x67, 0x89, 0x01, 0x23, 0x45])
    let report = Verifier().verify(links(try shop.certificateLink(shop.invoice())))
    #expect(try first(report)["certificate"] == "'0123456789012345")
  }
}
