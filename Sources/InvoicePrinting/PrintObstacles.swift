package import Findings

/// What can't be asked of one document.
extension Obstacle {
  static var signedLinkAtDesk: Obstacle {
    Obstacle(
      "desk.signed-link", kind: .usage,
      Sentence(
        "At a desk, KOD II is signed with the desk's certificates, and printed again from its records.",
        pl: "W biurze offline KOD II podpisuje się certyfikatami z rejestru, a ponownie drukuje z zapisów."),
      remedy: Sentence("Leave out the signed link.", pl: "Pomiń podpisany link."))
  }

  static var noCodesInTotalFailure: Obstacle {
    Obstacle(
      "codes.total-failure", kind: .usage,
      Sentence(
        "An invoice of a total failure never gets a KSeF number and carries no codes.",
        pl: "Faktura z czasu awarii całkowitej nigdy nie dostaje numeru KSeF i nie ma kodów."),
      remedy: Sentence(
        "Leave out the number and the signed link, or say how the invoice was issued.",
        pl: "Pomiń numer i podpisany link albo podaj, jak wystawiono fakturę."))
  }

  package static func receiptHasNoCodes(_ file: String) -> Obstacle {
    Obstacle(
      "receipt.no-codes", kind: .usage, at: Place(file: file),
      Sentence(
        "This is a UPO: it carries no codes, and isn't issued to a buyer.",
        pl: "To UPO: nie ma kodów i nie jest wydawane nabywcy."),
      remedy: Sentence(
        "Leave out the options of codes and --issued, --document.",
        pl: "Pomiń opcje kodów oraz --issued i --document."))
  }

  /// - Parameter text: what was written in place of a context.
  package static func noContext(_ text: String) -> Obstacle {
    Obstacle(
      "context.form", kind: .usage,
      Sentence("\"\(text)\" is no context.", pl: "„\(text)” nie jest kontekstem."),
      remedy: Sentence(
        "Write nip:9999999999, internal-id:9999999999-12345, nip-vat-ue:9999999999-DE123456789 or peppol-id:PPL123456.",
        pl: "Podaj nip:9999999999, internal-id:9999999999-12345, nip-vat-ue:9999999999-DE123456789 "
          + "albo peppol-id:PPL123456."))
  }
}
