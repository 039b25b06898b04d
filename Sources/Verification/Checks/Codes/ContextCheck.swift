import Findings
import KSeFIdentifiers
import KSeFLinks

/// In whose context the invoice was issued (kontekst).
struct ContextCheck: Check {
  let name = CheckName.context
  let title = Sentence(
    "In whose context the invoice was issued",
    pl: "W czyim kontekście wystawiono fakturę")
  let proves = Sentence(
    "KOD II says that the seller himself issued the invoice",
    pl: "KOD II mówi, że fakturę wystawił sam sprzedawca")
  let cannotProve = Sentence(
    "that another context is unlawful: buyers, representatives and groups may issue for the seller; only KSeF knows their rights",
    pl:
      "że inny kontekst jest niedozwolony: nabywcy, przedstawiciele i grupy mogą wystawiać w imieniu sprzedawcy; uprawnienia zna tylko KSeF"
  )
  let needs = Sentence(
    "nothing but the codes",
    pl: "nic poza kodami")

  func results(in file: CaseFile) -> [CheckResult] {
    file.subject.certificateLinks.map { result($0.link, code: $0.origins.first) }
  }

  private func result(_ link: ReadCertificateLink, code: Origin?) -> CheckResult {
    if link.context == .nip(link.seller) {
      return CheckResult(
        name, .passed,
        Sentence(
          "Issued in the seller's own context (NIP \(link.seller)).",
          pl: "Wystawiono w kontekście samego sprzedawcy (NIP \(link.seller))."), code: code)
    }
    let context = "\(link.context.linkWord) \(link.context.value)"
    return CheckResult(
      name, .remark,
      Sentence(
        "Issued in another context (\(context)) than the seller's NIP \(link.seller); only KSeF knows if it may be.",
        pl:
          "Wystawiono w innym kontekście (\(context)) niż NIP sprzedawcy \(link.seller); tylko KSeF wie, czy wolno było."
      ), code: code)
  }
}
