import Findings
import KSeFIdentifiers

/// The hash of the invoice's exact bytes is the one in the codes.
struct InvoiceHashCheck: Check {
  let name = CheckName.invoiceHash
  let title = Sentence("The XML is the one that the codes name", pl: "Plik XML jest tym, który wskazują kody")
  let proves = Sentence(
    "the file given is the invoice of the codes, to the last byte",
    pl: "podany plik jest fakturą z kodów, co do bajtu")
  let cannotProve = Sentence(
    "that KSeF has received it, or that the paper shows what it says; nor, of a file that came with the print and of which only KOD I speaks, anything at all: whoever made one made the other",
    pl:
      "że KSeF go otrzymał ani że papier pokazuje to, co on mówi; a plik, który przyszedł z wydrukiem i o którym mówi tylko KOD I, nie dowodzi niczego: kto zrobił jedno, mógł zrobić i drugie"
  )
  let needs = Sentence(
    "the invoice's XML; for a print with KOD I alone one from KSeF or from your own books",
    pl: "plik XML faktury; dla wydruku z samym KOD I – z KSeF albo z własnej dokumentacji")

  func results(in file: CaseFile) -> [CheckResult] {
    guard !file.subject.hashes.isEmpty else { return [] }
    guard let invoice = file.invoice else { return [withoutMatch(file)] }
    return file.subject.hashes.map { hash in
      guard hash == invoice.hash else { return differs(hash, from: invoice) }
      // A signature over the hash says whose it is, whoever brought the file.
      guard file.isInvoiceVouchedFor || !file.subject.certificateLinks.isEmpty else { return broughtAlong(invoice) }
      if let differences = invoice.respelling { return respelled(invoice, differences, hash) }
      return CheckResult(
        name, .passed,
        Sentence(
          "The bytes of \(invoice.name) have the SHA-256 that the code names: \(hash).",
          pl: "Bajty pliku \(invoice.name) mają skrót SHA-256 podany w kodzie: \(hash)."))
    } + file.echoes.map { echo($0.name, of: invoice) } + misgiven(file)
  }

  /// What the auditor gave as this invoice and isn't, though the print brought the right one along.
  private func misgiven(_ file: CaseFile) -> [CheckResult] {
    guard let hash = file.subject.hashes.first, let nearest = file.nearestInvoice else { return [] }
    return [differs(hash, from: nearest)]
  }

  /// A KOD I and its file, both perhaps of one maker.
  private func broughtAlong(_ invoice: GivenInvoice) -> CheckResult {
    CheckResult(
      name, .undecided,
      Sentence(
        "\(invoice.name) has the SHA-256 of KOD I, but came with the print: whoever makes up an invoice makes both. Give the file from KSeF or from your own books with --invoices.",
        pl:
          "\(invoice.name) ma skrót SHA-256 z KOD I, ale przyszedł razem z wydrukiem: kto zmyśla fakturę, robi jedno i drugie. Podaj plik z KSeF albo z własnej dokumentacji w opcji --invoices."
      ))
  }

  /// The same content in other bytes: written anew in the right spelling, the file has the hash.
  private func respelled(_ invoice: GivenInvoice, _ differences: [Sentence], _ hash: InvoiceHash) -> CheckResult {
    CheckResult(
      name, .remark,
      Sentence(
        "\(invoice.name) has the same content in other bytes: the invoice, SHA-256 \(hash), has \(differences.map(\.english).joined(separator: ", ")).",
        pl:
          "\(invoice.name) ma tę samą treść w innych bajtach: faktura o skrócie SHA-256 \(hash) ma \(differences.map(\.polish).joined(separator: ", "))."
      ))
  }

  /// A given file that isn't the invoice of the codes, and says the same.
  private func echo(_ name: String, of invoice: GivenInvoice) -> CheckResult {
    CheckResult(
      self.name, .remark,
      Sentence(
        "\(name) has the same content as \(invoice.name), in other bytes and so with another hash.",
        pl: "\(name) ma tę samą treść co \(invoice.name), ale w innych bajtach, a więc inny skrót."))
  }

  private func differs(_ hash: InvoiceHash, from invoice: GivenInvoice) -> CheckResult {
    let own = invoice.hash?.base64URL ?? "?"
    return CheckResult(
      name, .failed,
      Sentence(
        "The code names SHA-256 \(hash), the bytes of \(invoice.name) have \(own): it is another file, or was changed.",
        pl: "Kod podaje SHA-256 \(hash), a bajty pliku \(invoice.name) mają \(own): to inny plik albo go zmieniono."))
  }

  /// No invoice has a hash of this case's.
  private func withoutMatch(_ file: CaseFile) -> CheckResult {
    let named = file.namedInvoices
    if let hash = file.subject.hashes.first, let nearest = file.nearestInvoice { return differs(hash, from: nearest) }
    if let unread = named.first(where: { $0.hash == nil }), case .failure(let reason) = unread.identity {
      return CheckResult(
        name, .undecided,
        Sentence(
          "\(unread.name) could not be read: \(reason.reason.english)",
          pl: "Nie udało się odczytać pliku \(unread.name): \(reason.reason.polish)"))
    }
    guard named.isEmpty || !file.isOnlyWithoutInvoice else {
      return CheckResult(
        name, .failed,
        Sentence(
          "None of the \(named.count) invoices left has the SHA-256, or the seller and the date, of the code.",
          pl: "Żadna z pozostałych faktur (\(named.count)) nie ma ani skrótu SHA-256, ani sprzedawcy i daty z kodu."))
    }
    let neighbours = file.unclaimedInvoices.filter(file.subject.hasSellerAndDay)
    guard let neighbour = neighbours.first else { return notGiven(file) }
    guard neighbours.count == 1 else {
      return CheckResult(
        name, .undecided,
        Sentence(
          "No XML given has the SHA-256 of this code; \(neighbours.count) of the same seller and day belong to no code.",
          pl:
            "Żaden podany plik XML nie ma skrótu SHA-256 z tego kodu; plików tego samego sprzedawcy i dnia, których nie wskazuje żaden kod: \(neighbours.count)."
        ))
    }
    return CheckResult(
      name, .undecided,
      Sentence(
        "No XML given has the SHA-256 of this code; \(neighbour.name), of the same seller and day, has another.",
        pl:
          "Żaden podany plik XML nie ma skrótu SHA-256 z tego kodu; \(neighbour.name), tego samego sprzedawcy i dnia, ma inny."
      ))
  }

  private func notGiven(_ file: CaseFile) -> CheckResult {
    let outcome: Outcome = file.subject.certificateLinks.isEmpty ? .undecided : .notRun
    guard !file.material.invoices.isEmpty || file.material.otherInvoices > 0 else {
      return CheckResult(
        name, outcome,
        Sentence(
          "No invoice XML was given, so that the hash could not be compared.",
          pl: "Nie podano pliku XML faktury, więc nie porównano skrótu."))
    }
    return CheckResult(
      name, outcome,
      Sentence(
        "No invoice XML given has the SHA-256 of this code.",
        pl: "Żaden z podanych plików XML nie ma skrótu SHA-256 z tego kodu."))
  }
}

extension CaseFile {
  /// The invoice that was meant to be this case's though its hash is another: the only one named, or one of those named
  /// with this case's seller and day.
  ///
  /// One of a collection may have them by chance, as any other invoice of that seller's day.
  var nearestInvoice: GivenInvoice? {
    guard ownInvoices.allSatisfy(\.comesWithPrints) else { return nil }
    let named = namedInvoices
    if isOnlyWithoutInvoice, named.count == 1, named[0].hash != nil { return named[0] }
    return named.first { $0.hash != nil && subject.hasSellerAndDay(of: $0) }
  }

  /// Those that the auditor named one by one, and that no code claims. `box/*` names what lies among the prints, too.
  var namedInvoices: [GivenInvoice] { unclaimedInvoices.filter { !$0.isOfCollection && !$0.comesWithPrints } }

  /// The invoice whose fields are compared with the codes: that of their hash, or else the one that was meant.
  var comparedInvoice: GivenInvoice? { subject.hashes.isEmpty ? nil : invoice ?? nearestInvoice }
}
