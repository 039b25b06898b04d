import Findings
import KSeFIdentifiers

extension KSeFNumber.Refusal {
  /// The end of the obstacle's code.
  var code: String {
    switch self {
    case .form: "form"
    case .sellerNIP: "nip"
    case .date: "date"
    case .checksum: "checksum"
    case .collectivePayment: "collective-payment"
    }
  }

  /// What is wrong with the number that somebody wrote.
  func sentence(of text: String) -> Sentence {
    switch self {
    case .form:
      Sentence(
        "\"\(text)\" doesn't have the form of a KSeF number (9999999999-20260201-0100001AF629-8D).",
        pl: "„\(text)” nie ma postaci numeru KSeF (9999999999-20260201-0100001AF629-8D).")
    case .sellerNIP:
      Sentence(
        "The KSeF number \(text) begins with a NIP that can't exist.",
        pl: "Numer KSeF \(text) zaczyna się od NIP, który nie może istnieć.")
    case .date:
      Sentence(
        "The KSeF number \(text) holds a day that no calendar has.",
        pl: "Numer KSeF \(text) zawiera dzień, którego nie ma w kalendarzu.")
    case .checksum(let expected):
      Sentence(
        "The KSeF number \(text) is mistyped: its check digits should be \(expected).",
        pl: "Numer KSeF \(text) zawiera błąd: jego cyfry kontrolne powinny brzmieć \(expected).")
    case .collectivePayment:
      Sentence(
        "\(text) identifies a collective payment, not an invoice.",
        pl: "\(text) to identyfikator płatności zbiorczej, a nie numer faktury.")
    }
  }
}
