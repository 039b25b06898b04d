import Findings
import InvoiceTemplate
import WholeFiles

/// The words of the print, each language read from its file when it is first needed.
final class LabelFolder {
  private let path: String
  private var known: [LabelLanguage: Labels] = [:]

  init(_ path: String) {
    self.path = path
  }

  /// The words of a print in these languages; the first leads, a second stands beside it.
  func wording(_ languages: [LabelLanguage]) throws(Obstacle) -> Wording {
    guard let lead = languages.first else { preconditionFailure("a print has a language") }
    var second: Labels?
    if let other = languages.dropFirst().first { second = try labels(of: other) }
    return Wording(lead: try labels(of: lead), second: second, polish: try labels(of: .polish))
  }

  private func labels(of language: LabelLanguage) throws(Obstacle) -> Labels {
    if let labels = known[language] { return labels }
    let file = "\(path)/\(language.rawValue).toml"
    let bytes = try readWholeFile(file, limit: InvoiceRenderer.Stages.sizeLimit)
    let read = Labels.read(bytes, fileName: file, language: language)
    guard let labels = read.labels else { throw refusal(read.findings, of: file) }
    known[language] = labels
    return labels
  }
}
