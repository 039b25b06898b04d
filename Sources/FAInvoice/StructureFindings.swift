public import Findings

extension FADocument {
  /// What is worth knowing about the structure that the document declares.
  ///
  /// Codes: `invoice.superseded-structure`, where an FA_RR(1) names the version 1-0E that 1-1E has replaced.
  ///
  /// Source: invoice-rules, "XSD facts a linter must not duplicate wrongly".
  public var structureFindings: [Finding] {
    guard schema == .faRR1, let form = root.at("Naglowek", "KodFormularza"),
      let version = form.attributes.first(where: { $0.name == "wersjaSchemy" })?.value, version != "1-1E"
    else { return [] }
    return [
      Finding(
        "invoice.superseded-structure", .warning, at: place(of: form),
        Sentence(
          "The invoice names version \(version.quotedBriefly) of FA_RR (1); KSeF's production system takes 1-1E since 1 April 2026.",
          pl:
            "Faktura podaje wersję \(version.quotedBriefly) struktury FA_RR (1); produkcyjny KSeF przyjmuje od 1.04.2026 wersję 1-1E."
        ),
        remedy: Sentence(
          "Check with the program that made it before you hand the print over.",
          pl: "Przed wydaniem wydruku sprawdź to w programie, który wystawił fakturę."))
    ]
  }
}
