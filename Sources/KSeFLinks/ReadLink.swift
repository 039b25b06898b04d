public import KSeFIdentifiers

/// What a text read from a code turned out to be.
public enum ReadLink: Sendable, Hashable {
  /// A KOD I.
  case invoice(ReadInvoiceLink)
  /// A KOD II.
  case certificate(ReadCertificateLink)
  /// Meant for KSeF, but not in the form of KOD I or KOD II; the kind is nil where the link doesn't show it.
  case malformed(LinkDefect, LinkKind?)
  /// Nothing of KSeF's: a payment code, a shop's address.
  case foreign
}

/// Which of the two codes.
public enum LinkKind: String, Sendable, Hashable, CaseIterable {
  /// KOD I.
  case invoice = "kod1"
  /// KOD II.
  case certificate = "kod2"
}

/// Where a link points.
public enum LinkHost: Sendable, Hashable {
  case current(KSeFEnvironment)
  /// A host or path that KSeF used before and that the service of today doesn't answer (`…/client-app`).
  case retired(String)
  /// Not a host of KSeF.
  case unknown(String)
}

/// What is odd about a link without changing what it says.
public enum LinkRemark: String, Sendable, Hashable, CaseIterable {
  /// `http` instead of `https`.
  case insecureScheme
  /// No scheme at all.
  case missingScheme
  /// Upper-case letters in the scheme or host.
  case upperCaseHost
  /// A final slash.
  case finalSlash
  /// A query or fragment was appended, as scanners and trackers do.
  case appendedText
  /// White space around the link.
  case surroundingSpace
  /// The hash is spelled with unused bits set; it decodes to the same bytes.
  case nonCanonicalHash
  /// The signature is spelled with unused bits set; it decodes to the same bytes.
  case nonCanonicalSignature
}

/// Why a link of KSeF isn't a KOD I or KOD II.
public enum LinkDefect: String, Sendable, Hashable, CaseIterable {
  /// The form of KSeF 1.0: `/web/verify/{KSeF number}/{hash}`.
  case firstGeneration
  /// The path begins with neither `invoice` nor `certificate`.
  case unknownKind
  /// It holds what no code does (a space, a control character, a letter beyond ASCII), or is over 4096 bytes long.
  case characters
  /// Too few or too many parts.
  case partCount
  /// The seller's NIP isn't ten digits.
  case sellerNIP
  /// The date isn't DD-MM-YYYY or no day of the calendar.
  case date
  /// The hash isn't 32 bytes of Base64URL without padding.
  case hash
  /// The context's type is unknown or its value has another form.
  case context
  /// The certificate's serial number isn't sixteen upper-case hexadecimal digits.
  case serialNumber
  /// The signature isn't Base64URL without padding, or is empty.
  case signature
}

/// A KOD I as it was read.
public struct ReadInvoiceLink: Sendable, Hashable {
  /// Where it points.
  public let host: LinkHost
  /// The invoice that it names.
  public let identity: InvoiceIdentity
  /// What is odd about its spelling.
  public let remarks: Set<LinkRemark>

  /// The link to open in a browser, in KSeF's own spelling; nil where it doesn't lead to KSeF's service.
  public var address: String? {
    guard case .current(let environment) = host else { return nil }
    return InvoiceLink(environment: environment, identity: identity).text
  }
}

/// A KOD II as it was read.
public struct ReadCertificateLink: Sendable, Hashable {
  /// Where it points.
  public let host: LinkHost
  /// The context in which the invoice was issued.
  public let context: IssuingContext
  /// The invoice's seller.
  public let seller: NIP
  /// The certificate that is said to have signed.
  public let certificate: CertificateSerialNumber
  /// The invoice's hash.
  public let hash: InvoiceHash
  /// The signature's bytes, unchecked.
  public let signature: [UInt8]
  /// The text that a right signature covers: as it stands in the link, with the host in lower case.
  public let signedText: String
  /// What is odd about its spelling.
  public let remarks: Set<LinkRemark>

  /// The link to open in a browser, in KSeF's own spelling; nil where it doesn't lead to KSeF's service.
  public var address: String? {
    guard case .current = host else { return nil }
    return "https://\(signedText)/\(Base64URL.encode(signature))"
  }
}
