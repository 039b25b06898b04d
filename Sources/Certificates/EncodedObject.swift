/// One object as a file carries it: its DER bytes, and what it is.
package struct EncodedObject {
  /// What an object is.
  package enum Kind: Sendable, Hashable {
    case certificate
    case certificateRequest
    /// SubjectPublicKeyInfo (RFC 5280) or RSAPublicKey (RFC 8017).
    case publicKey
    /// PKCS#8, PKCS#1 or SEC1, in the clear.
    case privateKey
    /// PKCS#8, encrypted.
    case encryptedPrivateKey
    /// The old encrypted PEM: the DER bytes are encrypted as told by the headers (RFC 1421, `Proc-Type: 4,ENCRYPTED`).
    case privateKeyEncryptedByHeaders
    case pkcs12
    /// A list of revoked certificates (CRL, RFC 5280).
    case revocationList
    /// PKCS#7 or CMS that carries certificates and lists (RFC 2315, RFC 5652); only one that can't be opened stays whole.
    case bundle
    case unknown
  }

  /// Told by the content, not by a PEM label.
  package let kind: Kind
  /// The object as DER; encrypted where the kind says so.
  package let bytes: WipedBytes
  /// The header lines of a PEM block, each ended by a line feed; empty where there are none.
  package let headers: String

  /// The most objects that are taken from one file.
  package static let limit = 10_000

  /// Finds the objects of a file by its content: PEM blocks among any other text, DER, or Base64 alone; what a PKCS#7
  /// bundle carries stands in its place.
  ///
  /// Takes one object more than `limit` and no others; empty where nothing of the kind is found.
  package static func all(in file: UnsafeBufferPointer<UInt8>) -> [EncodedObject] {
    var objects: [EncodedObject] = []
    for object in wrapped(in: file) where objects.count <= limit {
      objects += object.kind == .bundle ? object.unbundled : [object]
    }
    return Array(objects.prefix(limit + 1))
  }

  private static func wrapped(in file: UnsafeBufferPointer<UInt8>) -> [EncodedObject] {
    // The tag of a sequence is also the digit 0, with which a note before a PEM block may begin.
    if file.first == DERPeek.sequence {
      let whole = EncodedObject(der: WipedBytes(copying: file))
      if whole.kind != .unknown { return [whole] }
    }
    let blocks = PEMBlock.all(in: file)
    if !blocks.isEmpty {
      return blocks.prefix(limit + 1).compactMap { EncodedObject(block: $0, of: file) }
    }
    let withoutMark = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3..<file.count : 0..<file.count
    guard let der = decodeBase64(file[withoutMark]), der.count > 0, der[0] == DERPeek.sequence else { return [] }
    return [EncodedObject(der: der)]
  }

  init(der: WipedBytes) {
    kind = der.withBytes(EncodedObject.kind)
    bytes = der
    headers = ""
  }

  private init(encryptedByHeaders headers: String, bytes: WipedBytes) {
    kind = .privateKeyEncryptedByHeaders
    self.bytes = bytes
    self.headers = headers
  }

  /// Nil where the block isn't Base64.
  private init?(block: PEMBlock, of file: UnsafeBufferPointer<UInt8>) {
    guard let decoded = decodeBase64(file[block.body]) else { return nil }
    if block.headers.contains("ENCRYPTED") {
      self.init(encryptedByHeaders: block.headers, bytes: decoded)
    } else {
      self.init(der: decoded)
    }
  }

  /// Told by the first children, which differ between all these structures.
  private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    let peek = DERPeek(bytes: bytes)
    // Old tools write PKCS#12 and PKCS#7 with indefinite lengths (BER), which nothing else here has.
    if bytes.starts(with: [0x30, 0x80, 0x02, 0x01, 0x03]) { return .pkcs12 }
    if bytes.starts(with: [0x30, 0x80] + DERPeek.signedData) { return .bundle }
    guard let outer = peek.element(at: 0, end: bytes.count), outer.tag == DERPeek.sequence else { return .unknown }
    let children = peek.elements(in: outer.content)
    let tags = children.map(\.tag)
    if bytes[outer.content].starts(with: DERPeek.signedData) { return .bundle }
    switch tags.first {
    case DERPeek.integer:
      let version = bytes[children[0].content].reduce(0) { $0 == 0 ? Int($1) : 256 }
      if tags.count == 2, tags[1] == DERPeek.integer { return .publicKey }
      if version == 3, tags.dropFirst().first == DERPeek.sequence { return .pkcs12 }
      return version <= 1 && tags.count >= 2 ? .privateKey : .unknown
    case DERPeek.sequence where tags == [DERPeek.sequence, DERPeek.octetString]:
      return .encryptedPrivateKey
    case DERPeek.sequence where tags == [DERPeek.sequence, DERPeek.bitString]:
      return .publicKey
    case DERPeek.sequence where tags == [DERPeek.sequence, DERPeek.sequence, DERPeek.bitString]:
      let inner = peek.elements(in: children[0].content).map(\.tag)
      // The time of issue, after the issuer's name or, in a certificate, within a sequence of its own.
      if inner.prefix(4).contains(where: { $0 == DERPeek.utcTime || $0 == DERPeek.generalizedTime }) {
        return .revocationList
      }
      let isRequest = inner.first == DERPeek.integer && inner.count == 4 && inner[3] == DERPeek.firstContextTag
      return isRequest ? .certificateRequest : .certificate
    default: return .unknown
    }
  }
}
