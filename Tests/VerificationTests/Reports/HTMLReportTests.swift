import CodeReading
import Findings
import Foundation
import Testing

@testable import Verification

@Suite("The report as a page")
struct HTMLReportTests {
  /// What an independent reader of HTML sees: a line for each element and each attribute of it.
  private static let reader = """
    import sys
    from html.parser import HTMLParser
    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            print("element", tag)
            for key, value in attributes: print("attribute", tag, key, ascii(value or ""))
    Reader().feed(open(0, encoding="utf-8").read())
    """

  private struct Seen {
    let elements: [String]
    let attributes: [(element: String, name: String, value: String)]

    func values(_ name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }
  }

  private func seen(_ html: String) throws -> Seen {
    let (status, output) = try Outside.run("/usr/bin/python3", ["-c", Self.reader], input: html)
    try #require(status == 0, "\(output)")
    let lines = output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 3).map(String.init) }
    return Seen(
      elements: lines.filter { $0[0] == "element" }.map { $0[1] },
      attributes: lines.filter { $0[0] == "attribute" }.map { ($0[1], $0[2], String($0[3].dropFirst().dropLast())) })
  }

  private func reports() throws -> [Report] { try Reports.all() + [Reports.hostileRun()] }

  @Test("It is well-formed, whatever the evidence holds", .enabled(if: Outside.isThere("xmllint", "--version")))
  func wellFormed() throws {
    for report in try reports() {
      for language in Language.allCases {
        let (status, output) = try Outside.run("xmllint", ["--noout", "--huge", "-"], input: report.html(in: language))
        #expect(status == 0, "\(output.prefix(500))")
      }
    }
  }

  @Test("Nothing in the evidence becomes an element, an attribute or a control character")
  func escaping() throws {
    let known: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "h4", "p", "span", "strong",
      "ul", "li", "section", "div", "button", "label", "input", "table", "thead", "tbody", "tr", "th", "td", "a",
      "article", "dl", "dt", "dd", "details", "summary", "code", "figure", "figcaption", "svg", "rect", "image", "use",
      "g", "text", "script",
    ]
    for report in try reports() {
      let html = report.html(in: .polish)
      let seen = try seen(html)
      #expect(Set(seen.elements).subtracting(known) == [])
      #expect(seen.elements.count { $0 == "script" } == 1)
      #expect(!seen.attributes.contains { $0.name.hasPrefix("on") || $0.name == "style" })
      #expect(!html.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(!html.unicodeScalars.contains { ["\u{202E}", "\u{2028}"].contains($0) })
    }
  }

  @Test("Only KSeF's own addresses are links, over https and without a referrer")
  func addresses() throws {
    for report in try reports() {
      let html = report.html(in: .english)
      let seen = try seen(html)
      let links = seen.attributes.filter { $0.element == "a" && $0.name == "href" && !$0.value.hasPrefix("#") }
      #expect(links.allSatisfy { $0.value.hasPrefix("https://qr-test.ksef.mf.gov.pl/") })
      #expect(seen.values("rel").count == links.count && seen.values("rel").allSatisfy { $0.contains("noreferrer") })
      let pictures = seen.attributes.filter { ["image", "use"].contains($0.element) && $0.name == "href" }
      #expect(pictures.allSatisfy { $0.value.hasPrefix("data:image/jpeg;base64,") || $0.value.hasPrefix("#page-") })
      #expect(seen.values("src").isEmpty)
    }
  }

  @Test(
    "Any other link stays text",
    arguments: [
      "http://qr.ksef.mf.gov.pl/invoice/1", "https://qr.ksef.mf.gov.pl.example/invoice/1",
      "https://qr.ksef.mf.gov.pl@example.pl/", "https://example.pl/qr.ksef.mf.gov.pl/", "javascript:alert(1)",
      "https://qr.ksef.mf.gov.pl/invoice/\"><script>", "https://qr.ksef.mf.gov.pl/invoice/\u{202E}",
      "https://qr.ksef.mf.gov.pl", "HTTPS://QR.KSEF.MF.GOV.PL/invoice/1",
    ])
  func otherAddresses(address: String) {
    #expect(SafeLink(address) == nil)
    #expect(SafeLink("https://qr.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/A_-")?.host == "qr.ksef.mf.gov.pl")
  }

  @Test("The policy allows the page's own style and script by their hashes, and nothing from elsewhere")
  func policy() throws {
    let html = try FixedRun().report.html(in: .english)
    let policy = try #require(try seen(html).values("content").first { $0.hasPrefix("default-src 'none'") })
    for element in ["style", "script"] {
      let begin = try #require(html.range(of: "<\(element)>")).upperBound
      let end = try #require(html.range(of: "</\(element)>")).lowerBound
      let (status, digest) = try Outside.run(
        "sh", ["-c", "openssl dgst -sha256 -binary | openssl base64 -A"], input: String(html[begin..<end]))
      #expect(status == 0 && policy.contains("\(element)-src 'sha256-\(digest)'"))
    }
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
  }

  @Test("Every invoice is there with its reasons and every check, the failed ones first")
  func completeness() throws {
    for report in try Reports.all() {
      let html = report.html(in: .english)
      for (index, subject) in report.subjects.enumerated() {
        let card = try #require(html.range(of: "<article id=\"invoice-\(index + 1)\""))
        let text = html[card.lowerBound...].prefix { _ in true }
        for check in subject.checks { #expect(text.contains(">\(check.check.rawValue)</code>")) }
        for reason in subject.whyNot.prefix(1) { #expect(text.contains(reason.english.prefix(20))) }
      }
      let verdicts = html.components(separatedBy: "data-verdict=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      let ranks = verdicts.compactMap { ["failed", "indeterminate", "passed"].firstIndex(of: String($0)) }
      #expect(ranks.count == report.subjects.count && ranks == ranks.sorted())
      for end in report.looseEnds { #expect(html.contains(end.place.english)) }
    }
  }

  @Test("A page's picture stands in the file once, with each of its codes outlined and named")
  func pictures() throws {
    let shop = try Shop()
    let left = PageRegion(centerX: 0.25, centerY: 0.8, width: 0.1, height: 0.1)
    let right = PageRegion(centerX: 0.75, centerY: 0.8, width: 0.1, height: 0.1)
    let page = PageReading(
      page: 1,
      codes: [
        FoundCode(text: try shop.invoiceLink(shop.invoice(1)), page: 1, region: left),
        FoundCode(text: try shop.invoiceLink(shop.invoice(2)), page: 1, region: right),
      ], isExhausted: true, thumbnail: FixedRun.thumbnail)
    let report = Verifier().verify([.print(named: "two.png", PrintReading(kind: .png, pages: [page]))])
    let html = report.html(in: .english)
    #expect(html.components(separatedBy: "data:image/jpeg;base64,").count == 2)
    #expect(html.contains("<use href=\"#page-1-1\"/>"))
    #expect(html.contains("aria-label=\"two.png, page 1: KOD I lower left, KOD I lower right\""))
    // 200 to 300 of the page's 1000 units, and a margin around.
    #expect(html.contains("class=\"frame\" x=\"188\" y=\"1050\" rx=\"8\" width=\"124\""))
  }

  @Test("Without a picture the places of the codes are drawn on an empty page")
  func noPicture() throws {
    let shop = try Shop()
    let report = Verifier().verify(print("a.pdf", [[try shop.invoiceLink(shop.invoice())]]))
    let html = report.html(in: .english)
    #expect(!html.contains("<image") && html.contains("viewBox=\"0 0 1000 1414\"") && html.contains(">KOD I</text>"))
  }

  @Test("Filters are hidden until the script shows them, and one invoice has none")
  func filters() throws {
    #expect(try FixedRun().report.html(in: .english).contains("id=\"tools\" class=\"tools\" hidden=\"\""))
    let shop = try Shop()
    let one = Verifier().verify(links(try shop.invoiceLink(shop.invoice())))
    #expect(!one.html(in: .english).contains("id=\"tools\""))
  }

  @Test("The pieces of a report are as many as its invoices at least, so that none is held whole")
  func pieces() throws {
    let shop = try Shop()
    let evidence = try (1...200).flatMap { print("\($0).pdf", [[try shop.invoiceLink(shop.invoice($0))]]) }
    let report = Verifier().verify(evidence)
    for form in [Report.Form.json, .csv, .html] {
      var (count, longest, whole) = (0, 0, 0)
      report.write(form, in: .english) { piece in
        count += 1
        longest = max(longest, piece.utf8.count)
        whole += piece.utf8.count
      }
      #expect(count > 200 && longest * 3 < whole)
    }
  }
}
