public import FAInvoice

/// What the XSD of a structure says of its documents: which elements, in which order, how often, and with what values.
///
/// Facts only, in our own words; a test compares them with the official XSDs, element by element.
public struct Structure: Sendable {
  /// The structure that it describes.
  public let schema: FASchema
  /// The namespace of its elements.
  public let namespace: String
  /// The element of the document, `Faktura`.
  public let root: ElementDeclaration

  /// The structure of documents in a namespace; FA_RR(1) was published twice, with other fixed values in its header.
  ///
  /// - Parameters:
  ///   - schema: the structure.
  ///   - namespace: one of `schema.namespaces`; the one in force where it is left out.
  public init(of schema: FASchema, namespace: String? = nil) {
    self.schema = schema
    self.namespace = namespace ?? schema.namespaces[0]
    let invoice: Group =
      switch schema {
      case .fa2: FA2.invoice
      case .fa3: FA3.invoice
      case .faRR1: self.namespace == schema.namespaces[0] ? FARR.invoice : FARR.firstInvoice
      }
    root = ElementDeclaration("Faktura", 1...1, .group(invoice))
  }
}
