import FAInvoice
import InvoiceTemplate
import Testing

@testable import Presentation

extension Presentation {
  /// What a print says in the words of `templates/labels`; in Polish where no language is named.
  init(
    of document: FADocument, template: Template, languages: [LabelLanguage] = [], codes: CodesRequest?,
    as printed: PrintedDocument = .invoice
  ) {
    self.init(
      of: document, template: template,
      wording: PrintedWords.wording(languages.isEmpty ? template.languages : languages), codes: codes, as: printed)
  }

  init(of receipt: ReceiptDocument, languages: [LabelLanguage] = [.polish]) {
    self.init(of: receipt, template: .standard, wording: PrintedWords.wording(languages))
  }
}

/// The words of the project's own label files, by language; none of a file that can't be read.
enum PrintedWords {
  static func wording(_ languages: [LabelLanguage]) -> Wording {
    let words = languages.map { labels[$0] }
    guard let lead = words.first ?? nil, let polish = labels[.polish] else {
      preconditionFailure("the label files can be read")
    }
    return Wording(lead: lead, second: words.dropFirst().first ?? nil, polish: polish)
  }

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
