import Certificates
import Findings
import KSeFIdentifiers

/// What one revocation list says of one certificate on the invoice's day of issue.
enum ListedRevocation {
  /// Revoked before the day of issue, or suspended all the while.
  case revoked
  /// Revoked after the day of issue.
  case revokedLater
  /// Listed, in a way that decides nothing: the words say why.
  case listed(Sentence)
  /// Not listed, by an authority that spoke on or after the day.
  case clear
  /// Not listed, which says nothing: the words say why.
  case silent(Sentence)

  /// - Parameter days: of issue, as the codes say them; empty where none does.
  init(_ register: RevocationRegister.Entry, _ certificate: KSeFCertificate, days: [CalendarDate]) {
    let list = register.list
    guard let entry = list.entry(of: certificate) else {
      self = ListedRevocation.absent(list, isSigned: register.signer != nil, certificate, days: days)
      return
    }
    guard register.signer != nil else {
      self = .listed(
        Sentence(
          "the list's signature couldn't be checked without the certificate of its authority",
          pl: "podpisu listy nie dało się sprawdzić bez certyfikatu jej centrum"))
      return
    }
    guard entry.isUnderstood, entry.reason != .removeFromList, let revokedAt = entry.revokedAt else {
      self = .listed(Sentence("its entry isn't understood", pl: "jej wpis jest niezrozumiały"))
      return
    }
    guard let last = days.max() else {
      self = .listed(Sentence("the day of issue isn't known", pl: "nie wiadomo, kiedy wystawiono fakturę"))
      return
    }
    let dayEnd = WarsawTime.end(of: last)
    if revokedAt <= WarsawTime.start(of: last) {
      let mayHaveEnded = entry.reason == .certificateHold && list.thisUpdate < WarsawTime.start(of: last)
      self =
        mayHaveEnded
        ? .listed(
          Sentence(
            "it was only suspended, and the list is older than the invoice",
            pl: "był tylko zawieszony, a lista jest starsza niż faktura"))
        : .revoked
    } else if revokedAt < dayEnd {
      self = .listed(
        Sentence(
          "it was revoked in the course of the day of issue, \(clock(revokedAt)), before or after the invoice was issued",
          pl: "unieważniono go w ciągu dnia wystawienia, \(clock(revokedAt)), przed wystawieniem faktury albo po nim"))
    } else if let since = entry.invalidSince, since < dayEnd {
      self = .listed(
        Sentence(
          "it was revoked later, because its key hadn't been safe since \(clock(since))",
          pl: "unieważniono go później, bo jego klucz nie był bezpieczny od \(clock(since))"))
    } else if let reason = entry.reason, [.keyCompromise, .authorityCompromise].contains(reason) {
      // The day of issue is only the word of whoever had the key.
      self = .listed(
        Sentence(
          "it was revoked later, \(clock(revokedAt)), because its key had fallen into other hands, and with a key one can sign any day of issue",
          pl:
            "unieważniono go później, \(clock(revokedAt)), bo klucz wpadł w cudze ręce, a mając klucz, można podpisać każdą datę wystawienia"
        ))
    } else {
      self = .revokedLater
    }
  }

  private static func absent(
    _ list: RevocationList, isSigned: Bool, _ certificate: KSeFCertificate, days: [CalendarDate]
  ) -> ListedRevocation {
    guard isSigned else {
      return .silent(
        Sentence(
          "the list's signature couldn't be checked without the certificate of its authority",
          pl: "podpisu listy nie dało się sprawdzić bez certyfikatu jej centrum"))
    }
    guard !list.isPartial else {
      return .silent(
        Sentence(
          "the list is of some of the authority's certificates only",
          pl: "lista dotyczy tylko części certyfikatów centrum"
        ))
    }
    guard let last = days.max() else {
      return .silent(Sentence("the day of issue isn't known", pl: "nie wiadomo, kiedy wystawiono fakturę"))
    }
    guard list.thisUpdate >= WarsawTime.start(of: last) else {
      return .silent(
        Sentence("the list is older than the invoice", pl: "lista jest starsza niż faktura"))
    }
    // Authorities drop what has expired from their lists (RFC 5280, clause 3.3).
    guard list.thisUpdate <= certificate.notAfter else {
      return .silent(
        Sentence(
          "the list was issued after the certificate expired, when it may have been dropped",
          pl: "listę wydano po upływie ważności certyfikatu, kiedy mógł już z niej zniknąć"))
    }
    return .clear
  }
}

/// A moment as Polish clocks show it: `2025-11-13 06:03`.
func clock(_ instant: Int64) -> String {
  guard let (day, hour, minute) = WarsawTime.clock(at: instant) else { return "\(instant) s" }
  func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  return "\(day.iso) \(padded(hour)):\(padded(minute))"
}
