import Certificates
import Findings
import KSeFIdentifiers

/// The certificate was valid on the invoice's day of issue (`P_1`).
struct ValidOnDayCheck: Check {
  let name = CheckName.certificateValidOnDay
  let title = Sentence(
    "The certificate was valid on the day of issue",
    pl: "Certyfikat był ważny w dniu wystawienia")
  let proves = Sentence(
    "some moment of that day, by Polish clocks, lies in the certificate's validity",
    pl: "któraś chwila tego dnia, według polskiego czasu, mieści się w okresie ważności certyfikatu")
  let cannotProve = Sentence(
    "the day itself: KOD II doesn't sign it, so that without the XML it is only what KOD I says",
    pl: "samego dnia: KOD II go nie podpisuje, więc bez pliku XML jest to tylko słowo KOD I")
  let needs = Sentence(
    "the issuer's certificate, and KOD I or the XML",
    pl: "certyfikat wystawcy oraz KOD I lub plik XML")

  func results(in file: CaseFile) -> [CheckResult] { file.heldResults(name) { answer($0) } }

  private func answer(_ held: HeldCertificate) -> (Outcome, Sentence) {
    let certificate = held.certificate
    let (from, to) = (printed(certificate.notBefore), printed(certificate.notAfter))
    guard let day = held.issueDates.first(where: { !certificate.covers($0) }) ?? held.issueDates.first else {
      return (
        .undecided,
        Sentence(
          "The day of issue is known neither from KOD I nor from an XML; the certificate is valid \(from) to \(to).",
          pl: "Dnia wystawienia nie podaje ani KOD I, ani plik XML; certyfikat jest ważny od \(from) do \(to).")
      )
    }
    guard certificate.covers(day) else {
      return (
        .failed,
        Sentence(
          "The invoice was issued on \(day), the certificate is valid from \(from) to \(to).",
          pl: "Fakturę wystawiono \(day), a certyfikat jest ważny od \(from) do \(to).")
      )
    }
    guard held.hasInvoice else {
      return (
        .passed,
        Sentence(
          "The certificate was valid on \(day), the day that only KOD I names; KOD II doesn't sign it (\(from) to \(to)).",
          pl:
            "Certyfikat był ważny \(day); dzień ten podaje tylko KOD I, a KOD II go nie podpisuje (od \(from) do \(to))."
        )
      )
    }
    return (
      .passed,
      Sentence(
        "The certificate was valid on the day of issue, \(day) (from \(from) to \(to)).",
        pl: "Certyfikat był ważny w dniu wystawienia, \(day) (od \(from) do \(to)).")
    )
  }
}

/// A moment as Polish clocks show it: `2025-11-13 06:03`.
private func printed(_ instant: Int64) -> String {
  guard let (day, hour, minute) = WarsawTime.clock(at: instant) else { return "\(instant) s" }
  func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  return "\(day.iso) \(padded(hour)):\(padded(minute))"
}
