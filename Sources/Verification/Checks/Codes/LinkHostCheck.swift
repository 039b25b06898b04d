import Findings
import KSeFIdentifiers
import KSeFLinks

/// A link points to a host that KSeF's service answers on.
struct LinkHostCheck: Check {
  let kind: LinkKind

  var name: CheckName { kind.host }
  var title: Sentence {
    Sentence("\(kind.words) points to KSeF", pl: "\(kind.words) prowadzi do KSeF")
  }
  let proves = Sentence(
    "the address is one of the three that KSeF's codes carry, letter by letter",
    pl: "adres jest jednym z trzech, które zawierają kody KSeF, co do litery")
  let cannotProve = Sentence(
    "that KSeF knows the invoice: anybody can write a link with the right host",
    pl: "że KSeF zna fakturę: link z właściwym hostem może napisać każdy")
  let needs = Sentence(
    "nothing but the codes",
    pl: "nic poza kodami")

  func results(in file: CaseFile) -> [CheckResult] {
    switch kind {
    case .invoice: file.subject.invoiceLinks.map { result($0.link.host, code: $0.origins.first) }
    case .certificate: file.subject.certificateLinks.map { result($0.link.host, code: $0.origins.first) }
    }
  }

  private func result(_ host: LinkHost, code: Origin?) -> CheckResult {
    let hosts = KSeFEnvironment.allCases.map(\.host).joined(separator: ", ")
    switch host {
    case .current(let environment):
      return CheckResult(
        name, .passed,
        Sentence(
          "The link points to \(environment.host) (\(environment.words.english)).",
          pl: "Link prowadzi do \(environment.host) (\(environment.words.polish))."), code: code)
    case .retired(let old):
      return CheckResult(
        name, .failed,
        Sentence(
          "The link points to \(old), an address of KSeF that codes no longer carry; those of today are \(hosts).",
          pl: "Link prowadzi do \(old), adresu KSeF, którego kody już nie zawierają; dzisiejsze to \(hosts)."),
        code: code)
    case .unknown(let stranger):
      return CheckResult(
        name, .failed,
        Sentence(
          "The link points to \(stranger), which isn't KSeF's; the hosts of KSeF's codes are \(hosts).",
          pl: "Link prowadzi do \(stranger), co nie jest adresem KSeF; hosty kodów KSeF to \(hosts)."), code: code)
    }
  }
}
