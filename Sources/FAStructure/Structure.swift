public import FAInvoice

/// What the XSD of a structure says of its documents.
public struct Structure: Sendable {
  /// The structure that it describes.
  public let schema: FASchema
}
