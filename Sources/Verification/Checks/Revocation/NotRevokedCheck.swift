import Certificates
import Findings

/// The certificate, and those of the authorities above it, weren't revoked on the invoice's day of issue.
struct NotRevokedCheck: Check {
  let name = CheckName.certificateNotRevoked
  let title = Sentence("The certificate wasn't revoked", pl: "Certyfikat nie był unieważniony")
  let proves = Sentence(
    "a list that the certificate's authority signed on or after the day of issue doesn't name it",
    pl: "lista, którą centrum podpisało w dniu wystawienia lub później, nie wymienia tego certyfikatu")
  let cannotProve = Sentence(
    "what KSeF's own register says, or that it wasn't revoked later on the day of the list",
    pl: "co mówi własny rejestr KSeF ani że nie unieważniono go później w dniu wydania listy")
  let needs = Sentence(
    "the authority's revocation list, and its certificate", pl: "lista unieważnień centrum i jego certyfikat")

  func results(in file: CaseFile) -> [CheckResult] {
    file.heldResults(name, isNeeded: false) { held in
      guard !file.revocations.isEmpty else {
        return (
          .notRun,
          Sentence(
            "No revocation list was given; KSeF's register knows.",
            pl: "Nie podano listy unieważnień; wie to rejestr KSeF.")
        )
      }
      return aboveAll(held, file) ?? answer(held.certificate, held, file.revocations)
    }
  }

  /// An authority of the chain that was revoked, or may have been, outweighs what is said of the certificate itself.
  private func aboveAll(_ held: HeldCertificate, _ file: CaseFile) -> (Outcome, Sentence)? {
    let search = CertificateChain.search(
      from: held.certificate, through: file.material.certificates, validOn: held.issueDates)
    guard case .found(let chain) = search else { return nil }
    let own = answer(held.certificate, held, file.revocations)
    guard own.0 != .failed else { return own }
    let above = chain.certificates.dropFirst().map { answer($0, held, file.revocations) }
    return above.first { $0.0 == .failed } ?? above.first { $0.0 == .undecided }
  }

  private func answer(
    _ certificate: KSeFCertificate, _ held: HeldCertificate, _ register: RevocationRegister
  ) -> (Outcome, Sentence) {
    let word = certificate.shortName
    let entries = register.entries(for: certificate)
    guard !entries.isEmpty else {
      return (
        .notRun,
        Sentence(
          "None of the revocation lists is of the issuer of \(word).",
          pl: "Żadna z list nie pochodzi od wystawcy \(word).")
      )
    }
    let said = entries.map { ($0, ListedRevocation($0, certificate, days: held.issueDates)) }
    let clearing = said.filter { if case .clear = $0.1 { true } else { false } }.map(\.0.list)
    if let (entry, _) = said.first(where: { if case .revoked = $0.1 { true } else { false } }) {
      return (.failed, revoked(certificate, entry.list, "before the day of issue", "przed dniem wystawienia faktury"))
    }
    for case (let entry, .listed(let why)) in said {
      // Anybody may write a list; a signed one that is no older, and doesn't name the certificate, is the better word.
      if entry.signer == nil, clearing.contains(where: { $0.thisUpdate >= entry.list.thisUpdate }) { continue }
      return (
        .undecided,
        Sentence(
          "\(word) is listed as revoked in \(entry.list.name), but \(why.english).",
          pl: "\(word) jest na liście unieważnień \(entry.list.name), ale \(why.polish).")
      )
    }
    if let (entry, _) = said.first(where: { if case .revokedLater = $0.1 { true } else { false } }) {
      return (
        .remark,
        revoked(certificate, entry.list, "after the day of issue", "po dniu wystawienia faktury")
      )
    }
    if let list = clearing.max(by: { $0.thisUpdate < $1.thisUpdate }) {
      return (
        .passed,
        Sentence(
          "\(word) isn't on its authority's revocation list \(list.name) of \(clock(list.thisUpdate)).",
          pl: "\(word) nie figuruje na liście unieważnień swojego centrum, \(list.name) z \(clock(list.thisUpdate)).")
      )
    }
    return silent(said, word)
  }

  private func revoked(
    _ certificate: KSeFCertificate, _ list: RevocationList, _ english: String, _ polish: String
  ) -> Sentence {
    let entry = list.entry(of: certificate)
    let moment = entry?.revokedAt.map(clock) ?? "?"
    let reason = entry?.reason?.words
    return Sentence(
      "\(certificate.shortName) was revoked \(english): \(moment)\(reason.map { " (\($0.english))" } ?? ""), says \(list.name).",
      pl:
        "\(certificate.shortName) unieważniono \(polish): \(moment)\(reason.map { " (\($0.polish))" } ?? "") według \(list.name)."
    )
  }

  /// None of the lists names the certificate, and none can clear it.
  private func silent(
    _ said: [(RevocationRegister.Entry, ListedRevocation)], _ word: String
  ) -> (Outcome, Sentence) {
    for case (let entry, .silent(let why)) in said {
      return (
        entry.signer == nil ? .remark : .notRun,
        Sentence(
          "\(word) isn't listed in \(entry.list.name), which doesn't clear it: \(why.english).",
          pl: "\(word) nie ma na liście \(entry.list.name), co jednak niczego nie dowodzi: \(why.polish).")
      )
    }
    return (
      .notRun,
      Sentence("The lists say nothing of \(word).", pl: "Listy nic nie mówią o \(word).")
    )
  }
}

extension RevocationEntry.Reason {
  /// The reason in a few words.
  fileprivate var words: Sentence {
    switch self {
    case .unspecified: Sentence("no reason given", pl: "bez podania przyczyny")
    case .keyCompromise: Sentence("the key was compromised", pl: "klucz został ujawniony")
    case .authorityCompromise: Sentence("the authority was compromised", pl: "naruszono bezpieczeństwo centrum")
    case .affiliationChanged: Sentence("the holder's data changed", pl: "zmieniły się dane posiadacza")
    case .superseded: Sentence("another replaced it", pl: "zastąpił go inny")
    case .cessationOfOperation: Sentence("no longer needed", pl: "nie jest już potrzebny")
    case .certificateHold: Sentence("suspended", pl: "zawieszony")
    case .removeFromList: Sentence("no longer suspended", pl: "już nie zawieszony")
    case .privilegeWithdrawn: Sentence("a right was withdrawn", pl: "cofnięto uprawnienie")
    case .attributeAuthorityCompromise:
      Sentence("an attribute authority was compromised", pl: "naruszono bezpieczeństwo centrum atrybutów")
    }
  }
}
