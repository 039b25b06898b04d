import Foundation

/// A word of a print and where pdftotext finds it, in points from the page's upper left corner.
struct PrintedWord {
  let text: String
  let left: Double
  let top: Double
  let right: Double

  static func onLastPage(of pdf: String) throws -> [PrintedWord] {
    let pages = try Program.tool("qpdf").run("--show-npages", pdf).text.trimmingCharacters(in: .whitespacesAndNewlines)
    let answer = try Program.tool("pdftotext").run("-bbox", "-f", pages, "-l", pages, pdf, "-").text
    let word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/
    return answer.matches(of: word).compactMap { match in
      guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3) else { return nil }
      return PrintedWord(text: String(match.4), left: left, top: top, right: right)
    }
  }
}
