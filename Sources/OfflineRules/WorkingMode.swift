/// How a taxpayer works with KSeF at a moment.
///
/// Source: offline-rules, "Provisions".
public enum WorkingMode: String, Sendable, Hashable, CaseIterable {
  /// Invoices are sent to KSeF first.
  case online
  /// Offline by the taxpayer's own choice (`offline24`, art. 106nda).
  case offline24
  /// During announced maintenance of KSeF (art. 106nh).
  case unavailability
  /// During an announced failure of KSeF (`tryb awaryjny`, art. 106nf).
  case emergency
  /// During a failure announced by the media, after which nothing is ever sent (`awaria całkowita`, art. 106ng).
  case totalFailure = "total-failure"
}
