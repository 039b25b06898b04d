import Findings
import KSeFLinks

extension OpenQuestion {
  /// What nobody can tell about an invoice without asking KSeF.
  static func all(of subject: Subject) -> [OpenQuestion] {
    var questions: [OpenQuestion] = []
    if !subject.hashes.isEmpty {
      questions.append(
        OpenQuestion(
          question: Sentence("whether KSeF holds this invoice", pl: "czy faktura jest w KSeF"),
          link: subject.invoiceLinks.first?.link.address))
    }
    if let certificate = subject.certificateLinks.first {
      questions += [
        OpenQuestion(
          question: Sentence(
            "whether the certificate is in KSeF's register, and not revoked or blocked there",
            pl: "czy certyfikat jest w rejestrze KSeF i nie został tam unieważniony ani zablokowany"),
          link: certificate.link.address),
        OpenQuestion(
          question: Sentence(
            "whether its holder may issue invoices in the context, and the context for the seller",
            pl: "czy jego posiadacz może wystawiać faktury w tym kontekście, a kontekst – w imieniu sprzedawcy"),
          link: certificate.link.address),
      ]
    }
    return questions
  }
}
