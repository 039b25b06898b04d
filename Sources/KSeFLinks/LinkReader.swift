import KSeFIdentifiers

extension ReadLink {
  /// Reads the text of a code: strict about what it says, patient with what scanners do around it.
  ///
  /// Source: verification-codes, "KOD I, the invoice link" and "KOD II, the issuer's certificate link".
  public init(_ text: String) {
    guard let address = LinkAddress(text) else {
      self = readUnfit(text)
      return
    }
    switch address.segments.first {
    case "invoice": self = readInvoice(address)
    case "certificate": self = readCertificate(address)
    default:
      if case .unknown = address.host {
        self = .foreign
      } else if address.segments.starts(with: ["web", "verify"]) {
        self = .malformed(.firstGeneration, nil)
      } else {
        self = .malformed(.unknownKind, nil)
      }
    }
  }
}

/// A link taken apart: its host judged, its path in segments from `invoice` or `certificate` on.
private struct LinkAddress {
  var host: LinkHost
  var segments: [String]
  /// Host and any path prefix as they are signed, without a final slash.
  var signedPrefix: String
  var remarks: Set<LinkRemark> = []

  init?(_ text: String) {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var rest = Substring(text)
    let scalars = text.unicodeScalars
    if let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) }) {
      rest = text[first...last]
    }
    if rest.utf8.count != text.utf8.count { remarks.insert(.surroundingSpace) }
    guard rest.utf8.count <= 4096, rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }

    if let scheme = rest.range(ofScheme: "https://") ?? rest.range(ofScheme: "http://") {
      let written = rest[scheme]
      if written.lowercased() != written { remarks.insert(.upperCaseHost) }
      if written.utf8.count == 7 { remarks.insert(.insecureScheme) }
      rest = rest[scheme.upperBound...]
    } else {
      remarks.insert(.missingScheme)
    }
    if let mark = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      remarks.insert(.appendedText)
      rest = rest[..<mark]
    }
    if rest.last == "/" {
      remarks.insert(.finalSlash)
      rest = rest.dropLast()
    }
    var parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let writtenHost = parts.removeFirst()
    let hostName = writtenHost.lowercased()
    guard !hostName.isEmpty else { return nil }
    if hostName != writtenHost { remarks.insert(.upperCaseHost) }
    signedPrefix = hostName

    if parts.first == "client-app" {
      parts.removeFirst()
      signedPrefix += "/client-app"
      host = LinkAddress.isOfKSeF(hostName) ? .retired("\(hostName)/client-app") : .unknown(hostName)
    } else if let environment = KSeFEnvironment(host: hostName) {
      host = .current(environment)
    } else {
      host = LinkAddress.isOfKSeF(hostName) ? .retired(hostName) : .unknown(hostName)
    }
    segments = parts
    if case .unknown = host, !LinkAddress.looksLikeCode(parts) { return nil }
    if remarks.contains(.missingScheme), case .unknown = host { return nil }
  }

  /// A bare name under `mf.gov.pl`: with a user, a port or an escape in it the address leads who knows where.
  static func isOfKSeF(_ host: String) -> Bool {
    host.hasSuffix(".mf.gov.pl") && host.contains("ksef")
      && host.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }

  /// A path that only a code of KSeF has, whatever its host: then a wrong host is worth saying.
  private static func looksLikeCode(_ parts: [String]) -> Bool {
    (parts.first == "invoice" && parts.count == 4 && NIP(parts[1]) != nil)
      || (parts.first == "certificate" && parts.count == 7 && CertificateSerialNumber(parts[4]) != nil)
  }
}

extension Substring {
  fileprivate func range(ofScheme scheme: String) -> Range<Index>? {
    guard let end = index(startIndex, offsetBy: scheme.count, limitedBy: endIndex),
      self[..<end].lowercased() == scheme
    else { return nil }
    return startIndex..<end
  }
}

/// A text that no address can be made of: one that leads to KSeF all the same isn't passed over as somebody else's.
private func readUnfit(_ text: String) -> ReadLink {
  // Scalars, since a letter and its accents would hide a slash; the host and what tells a code behind it don't take more.
  let start = text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(512)
  var rest = String(String.UnicodeScalarView(start)).lowercased()[...]
  let scheme = rest.range(ofScheme: "https://") ?? rest.range(ofScheme: "http://")
  if let scheme { rest = rest[scheme.upperBound...] }
  let parts = rest.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "?" || $0 == "#" }
  // A host in letters that may only look like KSeF's is told by the path behind it.
  let isDisguised = scheme != nil && parts[0].contains { !$0.isASCII } && hasPathOfCode(parts.map { String($0) })
  guard parts.count > 1, isDisguised || LinkAddress.isOfKSeF(String(parts[0])) else { return .foreign }
  switch String(parts[1]) {
  case "invoice": return .malformed(.characters, .invoice)
  case "certificate": return .malformed(.characters, .certificate)
  default: return .malformed(.characters, nil)
  }
}

/// - Parameter parts: a host, and a path in lower case, perhaps cut.
private func hasPathOfCode(_ parts: [String]) -> Bool {
  parts.count >= 5 && parts[1] == "invoice" && NIP(parts[2]) != nil
    || parts.count >= 7 && parts[1] == "certificate" && NIP(parts[4]) != nil
}

private func readInvoice(_ address: LinkAddress) -> ReadLink {
  let parts = address.segments
  guard parts.count == 4 else { return .malformed(.partCount, .invoice) }
  guard let seller = NIP(parts[1]) else { return .malformed(.sellerNIP, .invoice) }
  guard let date = CalendarDate(dayFirst: parts[2]) else { return .malformed(.date, .invoice) }
  guard let (hash, isCanonical) = readHash(parts[3]) else { return .malformed(.hash, .invoice) }
  var remarks = address.remarks
  if !isCanonical { remarks.insert(.nonCanonicalHash) }
  return .invoice(
    ReadInvoiceLink(
      host: address.host, identity: InvoiceIdentity(seller: seller, issueDate: date, hash: hash), remarks: remarks))
}

private func readCertificate(_ address: LinkAddress) -> ReadLink {
  let parts = address.segments
  guard parts.count == 7 else { return .malformed(.partCount, .certificate) }
  guard let context = IssuingContext(linkWord: parts[1], value: parts[2]) else {
    return .malformed(.context, .certificate)
  }
  guard let seller = NIP(parts[3]) else { return .malformed(.sellerNIP, .certificate) }
  guard let serial = CertificateSerialNumber(parts[4]) else { return .malformed(.serialNumber, .certificate) }
  guard let (hash, hashIsCanonical) = readHash(parts[5]) else { return .malformed(.hash, .certificate) }
  guard let signature = Base64URL.decode(parts[6]), !signature.bytes.isEmpty else {
    return .malformed(.signature, .certificate)
  }
  var remarks = address.remarks
  if !hashIsCanonical { remarks.insert(.nonCanonicalHash) }
  if !signature.isCanonical { remarks.insert(.nonCanonicalSignature) }
  return .certificate(
    ReadCertificateLink(
      host: address.host, context: context, seller: seller, certificate: serial, hash: hash,
      signature: signature.bytes, signedText: ([address.signedPrefix] + parts.prefix(6)).joined(separator: "/"),
      remarks: remarks))
}

private func readHash(_ text: String) -> (InvoiceHash, isCanonical: Bool)? {
  guard text.utf8.count == 43, let decoded = Base64URL.decode(text), let hash = InvoiceHash(digest: decoded.bytes)
  else { return nil }
  return (hash, decoded.isCanonical)
}
