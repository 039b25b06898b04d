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
    results.append(sameInvoice)
    results.append(sameEnvironment)
    results.append(ofExpectedEnvironment)
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

  private var sameInvoice: CheckResult {
    guard subject.isComplete || subject.invoiceLinks.count + subject.certificateLinks.count > 1 else {
      return subject.invoiceLinks.isEmpty ? withoutInvoiceLink : withoutCertificateLink
    }
    let hashes = subject.hashes.map(\.base64URL)
    guard hashes.count == 1 else {
      return CheckResult(
        .sameInvoice, .failed,
        Sentence(
          "The codes name different invoices: SHA-256 \(hashes.joined(separator: " and ")).",
          pl: "Kody wskazują różne faktury: SHA-256 \(hashes.joined(separator: " i "))."))
    }
    let sellers = subject.sellers.map(\.digits)
    guard sellers.count == 1 else {
      return CheckResult(
        .sameInvoice, .failed,
        Sentence(
          "The codes name different sellers: NIP \(sellers.joined(separator: " and ")).",
          pl: "Kody wskazują różnych sprzedawców: NIP \(sellers.joined(separator: " i "))."))
    }
    let dates = subject.issueDates.map(\.iso)
    guard dates.count <= 1 else {
      return CheckResult(
        .sameInvoice, .failed,
        Sentence(
          "The KOD I codes name different days of issue: \(dates.joined(separator: " and ")).",
          pl: "Kody KOD I podają różne daty wystawienia: \(dates.joined(separator: " i "))."))
    }
    guard subject.isComplete else {
      return subject.invoiceLinks.isEmpty ? withoutInvoiceLink : withoutCertificateLink
    }
    return CheckResult(
      .sameInvoice, .passed,
      Sentence(
        "KOD I and KOD II name the same invoice: seller \(sellers[0]), SHA-256 \(hashes[0]).",
        pl: "KOD I i KOD II wskazują tę samą fakturę: sprzedawca \(sellers[0]), SHA-256 \(hashes[0])."))
  }

  private var withoutCertificateLink: CheckResult {
    CheckResult(
      .sameInvoice, .notRun,
      Sentence(
        "There is only KOD I, as on an invoice sent online or already accepted; nothing here proves who issued it.",
        pl:
          "Jest tylko KOD I, jak na fakturze wysłanej online lub już przyjętej; nic tu nie dowodzi, kto ją wystawił."))
  }

  private var withoutInvoiceLink: CheckResult {
    guard !subject.standsAmongOthers else {
      return CheckResult(
        .sameInvoice, .undecided,
        Sentence(
          "This KOD II stands among KOD I codes of other invoices, and none is of its own.",
          pl: "Ten KOD II stoi wśród kodów KOD I innych faktur, a żaden nie dotyczy jego faktury."))
    }
    return CheckResult(
      .sameInvoice, .notRun,
      Sentence(
        "There is only KOD II, though an offline invoice carries KOD I as well.",
        pl: "Jest tylko KOD II, choć faktura offline ma także KOD I."))
  }

  private var sameEnvironment: CheckResult {
    let environments = subject.environments
    guard environments.count == subject.hosts.count else {
      return CheckResult(
        .sameEnvironment, .notRun,
        Sentence(
          "A code points to no environment of KSeF's.", pl: "Któryś kod nie prowadzi do żadnego środowiska KSeF."))
    }
    guard environments.count > 1 else {
      guard subject.isComplete else {
        return CheckResult(
          .sameEnvironment, .notRun, Sentence("There is only one code.", pl: "Jest tylko jeden kod."))
      }
      return CheckResult(
        .sameEnvironment, .passed,
        Sentence("Both codes point to the same environment.", pl: "Oba kody prowadzą do tego samego środowiska."))
    }
    return CheckResult(
      .sameEnvironment, .failed,
      Sentence(
        "The codes point to different environments: \(environments.map(\.words.english).joined(separator: ", ")).",
        pl: "Kody prowadzą do różnych środowisk: \(environments.map(\.words.polish).joined(separator: ", "))."))
  }

  private var ofExpectedEnvironment: CheckResult {
    let environments = subject.environments
    let english = environments.map(\.words.english).joined(separator: ", ")
    let polish = environments.map(\.words.polish).joined(separator: ", ")
    guard let expected = expectedEnvironment else {
      guard environments.contains(where: { $0 != .production }) else {
        return CheckResult(
          .expectedEnvironment, .notRun,
          Sentence("No environment was asked for.", pl: "Nie wskazano oczekiwanego środowiska."))
      }
      return CheckResult(
        .expectedEnvironment, .remark,
        Sentence(
          "The codes are of a rehearsal environment (\(english)): such an invoice has no legal effect.",
          pl: "Kody są ze środowiska próbnego (\(polish)): taka faktura nie ma skutków prawnych."))
    }
    guard !environments.isEmpty, environments.count == subject.hosts.count, environments.allSatisfy({ $0 == expected })
    else {
      return CheckResult(
        .expectedEnvironment, .failed,
        Sentence(
          "The codes should be of \(expected.words.english) and are of \(english.isEmpty ? "no environment" : english).",
          pl:
            "Kody powinny dotyczyć środowiska \(expected.words.polish), a dotyczą: \(polish.isEmpty ? "żadnego" : polish)."
        ))
    }
    return CheckResult(
      .expectedEnvironment, .passed,
      Sentence(
        "The codes are of the environment asked for (\(expected.words.english)).",
        pl: "Kody są z oczekiwanego środowiska (\(expected.words.polish))."))
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
