/// Which document a person is handed.
public enum PrintedDocument: String, Sendable, Hashable, CaseIterable {
  /// The invoice itself.
  case invoice
  /// "Potwierdzenie transakcji": what was agreed, with the codes, for a buyer who gets the invoice in KSeF.
  case confirmation
}

/// How an invoice was issued, where that wasn't by sending it to KSeF first.
///
/// Source: offline-rules, "Provisions".
public enum ModeOfIssue: String, Sendable, Hashable, CaseIterable {
  /// By the issuer's own choice, sent on the next working day at the latest (art. 106nda).
  case offline24
  /// During announced maintenance of KSeF (art. 106nh).
  case unavailability
  /// During an announced failure of KSeF (art. 106nf).
  case emergency
  /// During a failure announced by the media, after which nothing is ever sent (art. 106ng).
  case totalFailure = "total-failure"
}
