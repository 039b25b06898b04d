public import Certificates
import FAInvoice
public import Findings
public import KSeFIdentifiers

/// One thing that was looked at.
public enum Evidence: Sendable {
  /// The text of a QR code or a link.
  case text(String, Origin)
  /// The text of a symbol that is no QR code, and so no code of KSeF's whatever it says.
  case otherSymbol(String, Origin)
  /// A QR code that was seen and couldn't be read.
  case unreadableCode(Origin)
  /// A piece of evidence in which nothing could be looked for, and why.
  case unreadable(Obstacle)
}

/// An invoice that the codes are compared with.
public struct GivenInvoice: Sendable {
  /// What the caller calls the file.
  public let name: String
  /// Nil where the file could not be read whole.
  public let hash: InvoiceHash?
  /// The seller and the day of issue as the XML says them, or why it doesn't.
  public let identity: Result<InvoiceIdentity, Obstacle>

  /// Hashes the bytes, and reads them as an invoice; a file that is none still has its hash.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    hash = InvoiceHash(ofExactBytes: bytes)
    identity = Result { () throws(Obstacle) in try FADocument.read(bytes, fileName: name).identity() }
  }

  /// An invoice whose file could not be read, and why.
  public init(unreadable reason: Obstacle, name: String) {
    self.name = name
    hash = nil
    identity = .failure(reason)
  }
}

/// A bare public key: it checks a signature, and says nothing of whose it is or what it may sign.
public struct GivenPublicKey: Sendable {
  /// What the caller calls the file.
  public let name: String
  /// The key, trusted because it was given.
  public let key: SignaturePublicKey

  /// A key with the name of its file.
  public init(_ key: SignaturePublicKey, name: String) {
    self.name = name
    self.key = key
  }
}
