import KSeFIdentifiers

/// An invoice of a run without its bytes: what is remembered of it until its print has a name.
struct GivenInvoice {
  let source: String
  let place: String
  let xml: InvoiceHash
  let number: KSeFNumber?
  /// Of all that shapes this print.
  let options: InvoiceHash

  init(_ file: SourceFile, _ settings: PrintRunSettings) {
    source = file.name
    place = file.place
    xml = InvoiceHash(ofExactBytes: file.bytes)
    number = settings.numbers.number(of: file, xml)
    options =
      number.map { InvoiceHash(ofExactBytes: Array("\(settings.options.base64URL) \($0.text)".utf8)) }
      ?? settings.options
  }
}
