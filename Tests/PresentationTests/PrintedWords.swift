import FAInvoice
import InvoiceTemplate
import Testing

@testable import Presentation

extension Presentation {
  /// What a print says in the words of `templates/labels`; in Polish where no language is named.
  init(of document: FADocument, template: Template, languages: [LabelLanguage] = [], codes: CodesRequest?) {
    let languages = languages.isEmpty ? template.languages : languages
    let words = languages.map { PrintedWords.labels[$0] }
    guard let lead = words.first ?? nil, let polish = PrintedWords.labels[.polish] else {
      preconditionFailure("the label files can be read")
    }
    self.init(
      of: document, template: template,
      wording: Wording(lead: lead, second: words.dropFirst().first ?? nil, polish: polish), codes: codes)
  }
}

/// The words of the project's own label files, by language; none of a file that can't be read.
enum PrintedWords {
  static let labels: [LabelLanguage: Labels] = {
    var labels: [LabelLanguage: Labels] = [:]
    for language in LabelLanguage.allCases {
      let name = "\(language.rawValue).toml"
      let bytes = contents(of: "\(packageRoot)/templates/labels/\(name)")
      labels[language] = Labels.read(bytes, fileName: name, language: language).labels
    }
    return labels
  }()
}
