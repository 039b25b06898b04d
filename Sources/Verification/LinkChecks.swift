import Findings
import KSeFIdentifiers
import KSeFLinks

/// The checks that need nothing but the links themselves.
struct LinkChecks {
  let subject: Subject
  let expectedEnvironment: KSeFEnvironment?

  func run() -> [CheckResult] {
    var results: [CheckResult] = []
    if let readable { results.append(readable) }
    for found in subject.malformed {
      results.append(
        CheckResult(
          found.link.kind?.form ?? .invoiceLinkForm, .failed, found.link.defect.sentence, code: found.origins.first))
    }
    for found in subject.invoiceLinks {
      results.append(form(.invoice, found.link.remarks, code: found.origins.first))
      results.append(host(.invoice, found.link.host, code: found.origins.first))
    }
    for found in subject.certificateLinks {
      results.append(form(.certificate, found.link.remarks, code: found.origins.first))
      results.append(host(.certificate, found.link.host, code: found.origins.first))
    }
    guard !subject.hashes.isEmpty else { return results }
    results += AgreementChecks(subject: subject, expectedEnvironment: expectedEnvironment).run()
    results += subject.sellers.map(nip)
    results += subject.certificateLinks.map { context($0.link, code: $0.origins.first) }
    return results
  }

  private var readable: CheckResult? {
    guard let first = subject.unreadable.first else { return nil }
    let place = first.words
    if subject.isComplete {
      return CheckResult(
        .codesReadable, .remark,
        Sentence(
          "Both codes were read; another QR code could not be (\(place.english)).",
          pl: "Oba kody odczytano; innego kodu QR nie udało się odczytać (\(place.polish))."))
    }
    let missing = subject.invoiceLinks.isEmpty ? "KOD I" : "KOD II"
    return CheckResult(
      .codesReadable, .undecided,
      Sentence(
        "A QR code could not be read (\(place.english)); it may be the missing \(missing). Scan the print better.",
        pl:
          "Nie udało się odczytać kodu QR (\(place.polish)); może to być brakujący \(missing). Zeskanuj wydruk lepiej."
      ))
  }

  private func form(_ kind: LinkKind, _ remarks: Set<LinkRemark>, code: Origin?) -> CheckResult {
    let name = kind.words
    guard !remarks.isEmpty else {
      return CheckResult(
        kind.form, .passed, Sentence("The link has the form of \(name).", pl: "Link ma postać właściwą dla \(name)."),
        code: code)
    }
    let listed = LinkRemark.allCases.filter(remarks.contains).map(\.words)
    return CheckResult(
      kind.form, .remark,
      Sentence(
        "The link has the form of \(name), but \(listed.map(\.english).joined(separator: "; ")).",
        pl: "Link ma postać właściwą dla \(name), ale \(listed.map(\.polish).joined(separator: "; "))."),
      code: code)
  }

  private func host(_ kind: LinkKind, _ host: LinkHost, code: Origin?) -> CheckResult {
    let hosts = KSeFEnvironment.allCases.map(\.host).joined(separator: ", ")
    switch host {
    case .current(let environment):
      return CheckResult(
        kind.host, .passed,
        Sentence(
          "The link points to \(environment.host) (\(environment.words.english)).",
          pl: "Link prowadzi do \(environment.host) (\(environment.words.polish))."), code: code)
    case .retired(let old):
      return CheckResult(
        kind.host, .failed,
        Sentence(
          "The link points to \(old), an address of KSeF that codes no longer carry; those of today are \(hosts).",
          pl: "Link prowadzi do \(old), adresu KSeF, którego kody już nie zawierają; dzisiejsze to \(hosts)."),
        code: code)
    case .unknown(let stranger):
      return CheckResult(
        kind.host, .failed,
        Sentence(
          "The link points to \(stranger), which isn't KSeF's; the hosts of KSeF's codes are \(hosts).",
          pl: "Link prowadzi do \(stranger), co nie jest adresem KSeF; hosty kodów KSeF to \(hosts)."), code: code)
    }
  }

  private func nip(_ seller: NIP) -> CheckResult {
    if seller.isValid {
      return CheckResult(
        .sellerNIP, .passed,
        Sentence(
          "The seller's NIP \(seller) has a valid checksum.", pl: "NIP sprzedawcy \(seller) ma poprawną sumę kontrolną."
        ))
    }
    return CheckResult(
      .sellerNIP, subject.environments.contains(.production) ? .failed : .remark,
      Sentence(
        "The seller's NIP \(seller) can't be a real one: its checksum or its first digits don't fit.",
        pl: "NIP sprzedawcy \(seller) nie może być prawdziwy: nie zgadza się suma kontrolna lub początkowe cyfry."))
  }

  private func context(_ link: ReadCertificateLink, code: Origin?) -> CheckResult {
    if link.context == .nip(link.seller) {
      return CheckResult(
        .context, .passed,
        Sentence(
          "Issued in the seller's own context (NIP \(link.seller)).",
          pl: "Wystawiono w kontekście samego sprzedawcy (NIP \(link.seller))."), code: code)
    }
    let context = "\(link.context.linkWord) \(link.context.value)"
    return CheckResult(
      .context, .remark,
      Sentence(
        "Issued in another context (\(context)) than the seller's NIP \(link.seller); only KSeF knows if it may be.",
        pl:
          "Wystawiono w innym kontekście (\(context)) niż NIP sprzedawcy \(link.seller); tylko KSeF wie, czy wolno było."
      ), code: code)
  }
}
