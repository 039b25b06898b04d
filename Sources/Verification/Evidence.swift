public import Certificates
public import CodeReading
import FAInvoice
public import Findings
public import KSeFIdentifiers

/// One thing that was looked at.
public enum Evidence: Sendable {
  /// The text of a link, or of a code that another program has read.
  case text(String, Origin)
  /// What was seen in a PDF or a picture.
  case print(named: String, PrintReading)
  /// A piece of evidence in which nothing could be looked for, and why.
  case unreadable(Obstacle)

  /// Why something in it couldn't be looked for; nil where all was.
  var obstacle: Obstacle? {
    switch self {
    case .unreadable(let obstacle): obstacle
    case .print(let name, let reading): reading.holdsCodesOnly ? .onlyCodesRead(name) : nil
    case .text: nil
    }
  }
}

extension Obstacle {
  fileprivate static func onlyCodesRead(_ name: String) -> Obstacle {
    Obstacle(
      "evidence.only-codes-read", at: Place(file: name),
      Sentence(
        "The program that reads files broke down on this one. On a second attempt its codes were read, but neither the"
          + " words on its pages nor the files attached to it.",
        pl: "Program odczytujący pliki załamał się na tym pliku. Przy drugiej próbie odczytano kody, ale nie słowa na"
          + " stronach ani pliki załączone."),
      remedy: Sentence(
        "Look at the page yourself: compare it with the invoice. Or print the file from a viewer, scan it and give the"
          + " scan.",
        pl: "Obejrzyj stronę i porównaj ją z fakturą albo wydrukuj plik z przeglądarki plików, zeskanuj go i podaj"
          + " skan."))
  }
}

/// An invoice that the codes are compared with.
public struct GivenInvoice: Sendable {
  /// What the caller calls the file.
  public let name: String
  /// Nil where the file could not be read whole.
  public let hash: InvoiceHash?
  /// The file's exact bytes, or those of the spelling that has the code's hash; nil where the file could not be read whole.
  public let bytes: [UInt8]?
  /// In what these bytes differ from the file's; nil where they are the file's own.
  public let respelling: [Sentence]?
  /// The seller and the day of issue as the XML says them, or why it doesn't.
  public let identity: Result<InvoiceIdentity, Obstacle>
  /// The invoice's own number as the XML says it (`P_2`, on an FA_RR `P_4C`); nil where it doesn't.
  public let number: String?
  /// What a print of it must say, too; nil where the file is no invoice.
  let facts: InvoiceFacts?
  /// One of a collection, of which nobody expects that every invoice has a code in the evidence.
  public let isOfCollection: Bool
  /// It lay among the evidence or is attached to a print: whoever made the print may have made it, too.
  public let comesWithPrints: Bool

  /// Hashes the bytes, and reads them as an invoice; a file that is none still has its hash.
  public init(_ bytes: [UInt8], name: String, isOfCollection: Bool = false, comesWithPrints: Bool = false) {
    self.init(
      bytes, name: name, isOfCollection: isOfCollection, comesWithPrints: comesWithPrints, respelling: nil)
  }

  /// The bytes that a file has in another spelling.
  init(
    _ bytes: [UInt8], name: String, isOfCollection: Bool = false, comesWithPrints: Bool, respelling: [Sentence]?
  ) {
    self.name = name
    self.bytes = bytes
    self.respelling = respelling
    self.isOfCollection = isOfCollection
    self.comesWithPrints = comesWithPrints
    hash = InvoiceHash(ofExactBytes: bytes)
    do throws(Obstacle) {
      let document = try FADocument.read(bytes, fileName: name)
      number = document.body?[document.schema == .faRR1 ? "P_4C" : "P_2"]?.text
      facts = InvoiceFacts(document)
      identity = Result { () throws(Obstacle) in try document.identity() }
    } catch {
      number = nil
      facts = nil
      identity = .failure(error)
    }
  }

  /// An invoice whose file could not be read, and why.
  public init(unreadable reason: Obstacle, name: String) {
    self.name = name
    isOfCollection = false
    comesWithPrints = false
    bytes = nil
    respelling = nil
    hash = nil
    number = nil
    facts = nil
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
