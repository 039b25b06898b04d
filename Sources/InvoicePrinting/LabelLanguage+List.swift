package import InvoiceTemplate

extension LabelLanguage {
  /// One or two languages, as `pl,en`; nil for anything else.
  package static func list(_ text: String) -> [LabelLanguage]? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
    let languages = names.compactMap { LabelLanguage(rawValue: $0.lowercased()) }
    guard languages.count == names.count, (1...2).contains(languages.count), Set(languages).count == languages.count
    else { return nil }
    return languages
  }
}
