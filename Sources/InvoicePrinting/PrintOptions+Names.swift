import InvoiceRendering
import InvoiceTemplate
import Presentation

extension PrintOptions {
  /// Takes a value by the name that other programs call it; false where that isn't known or the value doesn't have its
  /// form.
  package mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "ksef-number": ksefNumber = value
    case "signed-link": signedLink = value
    case "language":
      languages = LabelLanguage.list(value) ?? []
      return !languages.isEmpty
    case "issued":
      issued = ModeOfIssue(rawValue: value)
      return issued != nil
    case "document":
      document = DocumentWish(rawValue: value)
      return document != nil
    case "form":
      form = PrintForm(rawValue: value)
      return form != nil
    case "creation-date":
      creationDate = CreationDate(value)
      return creationDate != nil
    default: return false
    }
    return true
  }
}
