import Findings
import KSeFIdentifiers

/// The checks of the codes of one invoice against each other, and against the environment that the caller expects.
struct AgreementChecks {
  let subject: Subject
  let expectedEnvironment: KSeFEnvironment?

  func run() -> [CheckResult] { [sameInvoice, sameEnvironment, ofExpectedEnvironment] }

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
}
