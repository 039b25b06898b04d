import Certificates
import FAInvoice
package import FAValidation
package import Findings
import Glibc
package import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
package import Presentation

/// Decides which codes a print carries, and makes them.
package struct CodesChoice {
  private let invoice: ClearedInvoice
  private let environment: KSeFEnvironment
  private let number: String?
  private let signedLink: String?
  private let issuer: any Issuer
  private let needsCertificateCode: Bool

  private var document: FADocument { invoice.document }

  /// - Parameters:
  ///   - number: what KSeF gave the invoice, as somebody wrote it.
  ///   - signedLink: of KOD II, as it was printed before.
  ///   - needsCertificateCode: whether the document is worth nothing without KOD II.
  package init(
    invoice: ClearedInvoice, environment: KSeFEnvironment, number: String?, signedLink: String?, issuer: any Issuer,
    needsCertificateCode: Bool = false
  ) {
    self.invoice = invoice
    self.environment = environment
    self.number = number
    self.signedLink = signedLink
    self.issuer = issuer
    self.needsCertificateCode = needsCertificateCode
  }

  /// The codes, and what a person should know about the choice.
  ///
  /// - Throws: whatever makes a code impossible.
  package func make() throws(Obstacle) -> (codes: CodesRequest, notices: [Sentence]) {
    let identity = try document.identity()
    let invoiceLink = InvoiceLink(environment: environment, identity: identity)
    if let number { return (.accepted(invoiceLink, try accepted(number, identity)), []) }
    if let signedLink { return (.offline(invoiceLink, try reprinted(signedLink, identity)), []) }
    let named = try issuer.namedContext()
    guard let credential = try issuer.credential() else {
      guard !needsCertificateCode else { throw .certificateNeeded }
      return (
        .awaitingNumber(invoiceLink),
        [
          Sentence(
            "No certificate and no KSeF number: only KOD I is printed, with OFFLINE "
              + "(for an invoice sent online whose number isn't known yet).",
            pl: "Bez certyfikatu i numeru KSeF: drukowany jest tylko KOD I z napisem OFFLINE "
              + "(faktura wysłana online, której numer nie jest jeszcze znany).")
        ]
      )
    }
    // A program that prints for weeks may outlive its certificate.
    try credential.checkValidity(now: Int64(time(nil)))
    let claim = CertificateClaim(
      environment: environment, context: named ?? issuingContext(identity), seller: identity.seller,
      certificate: credential.serialNumber, hash: identity.hash)
    return (.offline(invoiceLink, try credential.sign(claim)), notices(isContextNamed: named != nil))
  }

  private func notices(isContextNamed: Bool) -> [Sentence] {
    let facts = BuyerFacts(of: document)
    if facts.isFarmersInvoice {
      return [
        Sentence(
          "No rule is known that asks for KOD II on an FA_RR invoice; it is printed because a certificate was given.",
          pl: "Nie jest znany przepis, który wymaga KODU II na fakturze VAT RR; wydrukowano go, bo podano certyfikat.")
      ]
    }
    if facts.isSelfBilled, !isContextNamed, buyersNIP == nil {
      return [
        Sentence(
          "The buyer issues this invoice (P_17) and has no NIP: KOD II names the seller's context. "
            + "Where the invoice is issued in another, give --context.",
          pl: "Fakturę wystawia nabywca (P_17), który nie ma NIP: KOD II podaje kontekst sprzedawcy. "
            + "Jeżeli wystawia się ją w innym, podaj --context.")
      ]
    }
    return []
  }

  private var buyersNIP: NIP? {
    (document.root.at("Podmiot2", "DaneIdentyfikacyjne", "NIP")?.text).flatMap(NIP.init)
  }

  /// The issuer's own NIP: the seller's, on an FA_RR and in self-billing the buyer's where there is one.
  private func issuingContext(_ identity: InvoiceIdentity) -> IssuingContext {
    let facts = BuyerFacts(of: document)
    guard facts.isFarmersInvoice || facts.isSelfBilled, let buyersNIP else { return .nip(identity.seller) }
    return .nip(buyersNIP)
  }

  private func accepted(_ text: String, _ identity: InvoiceIdentity) throws(Obstacle) -> KSeFNumber {
    let number: KSeFNumber
    do throws(KSeFNumber.Refusal) {
      number = try KSeFNumber(text)
    } catch {
      throw Obstacle(
        "ksef-number.\(error.code)", error.sentence(of: text),
        remedy: Sentence(
          "Copy the number from KSeF or from the UPO, with its dashes.",
          pl: "Skopiuj numer z KSeF albo z UPO, razem z myślnikami."))
    }
    guard number.seller == identity.seller else {
      throw Obstacle(
        "ksef-number.other-seller",
        at: document.root.at("Podmiot1", "DaneIdentyfikacyjne", "NIP").map(document.place)
          ?? Place(file: document.fileName),
        Sentence(
          "The KSeF number begins with NIP \(number.seller), the invoice's seller has NIP \(identity.seller).",
          pl: "Numer KSeF zaczyna się od NIP \(number.seller), a sprzedawca na fakturze ma NIP \(identity.seller)."),
        remedy: Sentence(
          "Check that number and invoice belong together.", pl: "Sprawdź, czy numer i faktura należą do siebie."))
    }
    guard number.acceptedOn >= identity.issueDate else {
      throw Obstacle(
        "ksef-number.before-issue", at: Place(file: document.fileName),
        Sentence(
          "The KSeF number is of \(number.acceptedOn.printed), the invoice was issued later, on \(identity.issueDate.printed).",
          pl:
            "Numer KSeF jest z dnia \(number.acceptedOn.printed), a fakturę wystawiono później, \(identity.issueDate.printed)."
        ),
        remedy: Sentence(
          "Check that number and invoice belong together.", pl: "Sprawdź, czy numer i faktura należą do siebie."))
    }
    return number
  }

  /// A signed link that is printed again must be of this very invoice.
  private func reprinted(_ text: String, _ identity: InvoiceIdentity) throws(Obstacle) -> CertificateLink {
    func refused(_ code: String, _ sentence: Sentence) -> Obstacle {
      Obstacle(
        "signed-link.\(code)", sentence,
        remedy: Sentence(
          "Give the KOD II link exactly as it was printed first.",
          pl: "Podaj link KODU II dokładnie tak, jak wydrukowano go za pierwszym razem."))
    }
    guard case .certificate(let read) = ReadLink(text) else {
      throw refused("form", Sentence("This is no KOD II link.", pl: "To nie jest link KODU II."))
    }
    guard case .current(let linkEnvironment) = read.host, linkEnvironment == environment else {
      throw refused(
        "environment",
        Sentence(
          "The signed link doesn't lead to the \(environment.rawValue) environment (\(environment.host)).",
          pl: "Podpisany link nie prowadzi do środowiska \(environment.rawValue) (\(environment.host))."))
    }
    guard read.hash == identity.hash, read.seller == identity.seller else {
      throw refused(
        "other-invoice",
        Sentence(
          "The signed link belongs to another invoice: its hash or seller differs from this file's.",
          pl: "Podpisany link należy do innej faktury: skrót lub NIP sprzedawcy różni się od tego pliku."))
    }
    return CertificateLink(
      claim: CertificateClaim(
        environment: environment, context: read.context, seller: read.seller, certificate: read.certificate,
        hash: read.hash), signature: read.signature)
  }
}

extension Obstacle {
  fileprivate static var certificateNeeded: Obstacle {
    Obstacle(
      "codes.certificate-needed", kind: .usage,
      Sentence(
        "This document must carry KOD II, which is signed with the issuer's Offline certificate; none is given.",
        pl: "Ten dokument musi mieć KOD II podpisany certyfikatem Offline wystawcy, a nie podano żadnego."),
      remedy: Sentence(
        "Give --certificate and --key, --pkcs12, or the --signed-link of an earlier print.",
        pl: "Podaj --certificate i --key, --pkcs12 albo --signed-link z wcześniejszego wydruku."))
  }
}
