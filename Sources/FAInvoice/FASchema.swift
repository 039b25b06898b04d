/// A structure of invoices that KSeF knows and this product reads.
public enum FASchema: String, Sendable, Hashable, CaseIterable {
  case fa2 = "FA(2)"
  case fa3 = "FA(3)"
  case faRR1 = "FA_RR(1)"

  /// The XML namespaces that identify the structure, the one in force first.
  ///
  /// FA_RR(1) was published twice, as 1-0E and 1-1E, with the same content: both are read.
  ///
  /// Source: the official XSDs, `targetNamespace`.
  public var namespaces: [String] {
    switch self {
    case .fa2: ["http://crd.gov.pl/wzor/2023/06/29/12648/"]
    case .fa3: ["http://crd.gov.pl/wzor/2025/06/25/13775/"]
    case .faRR1: ["http://crd.gov.pl/wzor/2026/03/06/14189/", "http://crd.gov.pl/wzor/2026/02/17/14164/"]
    }
  }

  /// The element that holds the invoice's own data.
  public var bodyName: String { self == .faRR1 ? "FakturaRR" : "Fa" }
}
