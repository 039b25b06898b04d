import Certificates
import EvidenceFiles
import FAInvoice
import Findings
import Glibc
import KSeFIdentifiers
import Verification

/// Gathers what the auditor gives beside the prints, out of files, folders and archives.
struct MaterialLoading {
  private(set) var material = GivenMaterial()
  /// Files named by the caller that hold something else than they should.
  private(set) var obstacles: [Obstacle] = []
  /// What was passed over in folders.
  private(set) var remarks: [Sentence] = []

  /// The largest file of certificates or keys that is read, in bytes: a bundle of ten thousand.
  private static let certificateLimit = 32_000_000
  /// The largest UPO that is read, in bytes.
  private static let receiptLimit = 16_000_000

  /// The certificates at these paths.
  mutating func addCertificates(at paths: [String]) {
    let words = Sentence("files without a certificate skipped", pl: "pominięto pliki bez certyfikatu")
    var found: [KSeFCertificate] = []
    take(paths, limit: Self.certificateLimit, skipped: words) { (file) throws(Obstacle) in
      found += try KSeFCertificate.all(in: file.bytes, fileName: file.name)
    }
    var fingerprints: Set<[UInt8]> = []
    material.certificates = found.filter { fingerprints.insert($0.fingerprint).inserted }
  }

  /// Bare public keys.
  mutating func addPublicKeys(at paths: [String]) {
    let words = Sentence("files without a public key skipped", pl: "pominięto pliki bez klucza publicznego")
    var found: [GivenPublicKey] = []
    take(paths, limit: Self.certificateLimit, skipped: words) { (file) throws(Obstacle) in
      found.append(GivenPublicKey(try SignaturePublicKey(file.bytes, fileName: file.name), name: file.name))
    }
    material.publicKeys = found
  }

  /// Revocation lists.
  mutating func addRevocationLists(at paths: [String]) {
    let words = Sentence("files without a revocation list skipped", pl: "pominięto pliki bez listy unieważnień")
    var found: [RevocationList] = []
    take(paths, limit: RevocationList.sizeLimit, skipped: words) { (file) throws(Obstacle) in
      found += try RevocationList.all(in: file.bytes, fileName: file.name)
    }
    material.revocationLists = found
  }

  /// KSeF's confirmations (UPO).
  mutating func addReceipts(at paths: [String]) {
    let words = Sentence("files that are no UPO skipped", pl: "pominięto pliki, które nie są UPO")
    var found: [GivenReceipt] = []
    take(paths, limit: Self.receiptLimit, skipped: words) { (file) throws(Obstacle) in
      found.append(try GivenReceipt(file.bytes, name: file.name))
    }
    material.receipts = found
  }

  /// Invoices: those that are named, and of folders and archives those that the evidence asks for.
  ///
  /// - Parameters:
  ///   - paths: as given with `--invoices`.
  ///   - boxes: folders and archives of evidence, whose invoices are a collection too.
  ///   - named: invoices that were named among the evidence.
  mutating func addInvoices(
    at paths: [String], inBoxes boxes: [String], named: [GivenInvoice], for evidence: [Evidence]
  ) {
    var shelf = InvoiceShelf(for: evidence)
    material.invoices = named
    var skipped = SkippedFiles()
    let files = EvidenceFiles(paths, largest: FADocument.sizeLimit) { head in
      if case .invoice = EvidenceForm(head) { return FADocument.sizeLimit }
      skipped.add(head.name)
      return nil
    }
    for found in files {
      switch found {
      case .passedOver: continue
      case .file(let file) where file.isNamed:
        material.invoices.append(GivenInvoice(file.bytes, name: file.name))
      case .file(let file): shelf.add(file.bytes, name: file.name)
      case .obstacle(let obstacle):
        if let name = obstacle.place.file, paths.contains(name), obstacle.code == "file.too-large" {
          material.invoices.append(GivenInvoice(unreadable: obstacle, name: name))
        } else {
          note(obstacle, paths)
        }
      }
    }
    remarks += skipped.remark(
      Sentence("files that are no invoice skipped", pl: "pominięto pliki, które nie są fakturą"))
    let inBoxes = EvidenceFiles(boxes.filter(\.mayBeBox), largest: 0) { head in
      if case .invoice = EvidenceForm(head) { FADocument.sizeLimit } else { nil }
    }
    // What else happened there was told when the evidence was read.
    for case .file(let file) in inBoxes where !file.isNamed {
      shelf.add(file.bytes, name: file.name, comesWithPrints: true)
    }
    material.invoices += shelf.invoices
    material.otherInvoices = shelf.others
    if shelf.leftOut > 0 {
      remarks.append(
        Sentence(
          "invoices of the same seller and day that weren't compared, because there are too many: \(shelf.leftOut)",
          pl:
            "faktury tego samego sprzedawcy z tego samego dnia, których jest zbyt wiele, by je porównać: \(shelf.leftOut)"
        ))
    }
  }

  /// Hands over file by file; what isn't what it should be is an obstacle where it was named, else skipped.
  private mutating func take(
    _ paths: [String], limit: Int, skipped reason: Sentence, _ add: (EvidenceFile) throws(Obstacle) -> Void
  ) {
    var skipped = SkippedFiles()
    for found in EvidenceFiles(paths, largest: limit, accepting: { _ in limit }) {
      switch found {
      case .passedOver: continue
      case .obstacle(let obstacle): note(obstacle, paths)
      case .file(let file):
        do throws(Obstacle) {
          try add(file)
        } catch {
          if file.isNamed { obstacles.append(error.inFile(file.name)) } else { skipped.add(file.name) }
        }
      }
    }
    remarks += skipped.remark(reason)
  }

  /// What was named and can't be used leaves the verdict open; the others of a folder are only told.
  private mutating func note(_ obstacle: Obstacle, _ paths: [String]) {
    if let name = obstacle.place.file, paths.contains(name), obstacle.code != "file.name-not-utf8" {
      obstacles.append(obstacle)
    } else {
      let place = obstacle.place.text
      remarks.append(
        Sentence("\(place): \(obstacle.reason.english)", pl: "\(place): \(obstacle.reason.polish)"))
    }
  }
}

extension String {
  /// A folder, or a file that may be an archive; a pipe gives its bytes only once.
  fileprivate var mayBeBox: Bool {
    var information = stat()
    guard stat(self, &information) == 0 else { return false }
    return [S_IFDIR, S_IFREG].contains(information.st_mode & S_IFMT)
  }
}
