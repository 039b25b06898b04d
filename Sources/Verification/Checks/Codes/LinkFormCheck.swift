import Findings
import KSeFLinks

/// A link has the form of KOD I, or of KOD II.
struct LinkFormCheck: Check {
  let kind: LinkKind

  var name: CheckName { kind.form }
  var title: Sentence {
    Sentence("The link has the form of \(kind.words)", pl: "Link ma postać właściwą dla \(kind.words)")
  }
  let proves = Sentence(
    "every part of the link is there, in its order and in its form",
    pl: "każda część linku jest na swoim miejscu i w swojej postaci")
  let cannotProve = Sentence(
    "that what the parts say is true", pl: "że to, co mówią te części, jest prawdą")
  let needs = Sentence(
    "nothing but the codes",
    pl: "nic poza kodami")

  func results(in file: CaseFile) -> [CheckResult] {
    let malformed = file.subject.malformed.filter { ($0.link.kind ?? .invoice) == kind }.map { found in
      CheckResult(name, .failed, found.link.defect.sentence, code: found.origins.first)
    }
    switch kind {
    case .invoice:
      return malformed + file.subject.invoiceLinks.map { result($0.link.remarks, code: $0.origins.first) }
    case .certificate:
      return malformed + file.subject.certificateLinks.map { result($0.link.remarks, code: $0.origins.first) }
    }
  }

  private func result(_ remarks: Set<LinkRemark>, code: Origin?) -> CheckResult {
    let words = kind.words
    guard !remarks.isEmpty else {
      return CheckResult(
        name, .passed, Sentence("The link has the form of \(words).", pl: "Link ma postać właściwą dla \(words)."),
        code: code)
    }
    let listed = LinkRemark.allCases.filter(remarks.contains).map(\.words)
    return CheckResult(
      name, .remark,
      Sentence(
        "The link has the form of \(words), but \(listed.map(\.english).joined(separator: "; ")).",
        pl: "Link ma postać właściwą dla \(words), ale \(listed.map(\.polish).joined(separator: "; "))."),
      code: code)
  }
}
