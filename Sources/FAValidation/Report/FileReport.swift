public import FAInvoice
public import Findings

/// What a check has to say about one file.
public struct FileReport: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The structure that the file declares; nil where it isn't an invoice that can be read.
  public let structure: FASchema?
  /// In how few words it can be said.
  public let verdict: Verdict
  /// The heaviest first, each weight in the order of the document.
  public let findings: [Finding]

  /// The four things that can be said of a file; other programs read their names.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// There is nothing to say that would need a person's look.
    case inOrder = "in-order"
    /// Nothing that KSeF would refuse was found; a person should look.
    case warnings
    /// KSeF would refuse it, or it is no invoice at all.
    case refused
    /// The file itself couldn't be opened or read: nothing is known about it.
    case unreadable
  }

  /// What was found about an invoice that could be read.
  public init(_ document: FADocument, findings: [Finding]) {
    file = document.fileName
    structure = document.schema
    self.findings = findings.inReportOrder
    switch findings.map(\.severity).min() {
    case .refused: verdict = .refused
    case .warning: verdict = .warnings
    case .info, nil: verdict = .inOrder
    }
  }

  /// What kept a file from being read, as a finding of the same form.
  public init(file: String, obstacle: Obstacle) {
    self.file = file
    structure = nil
    verdict = obstacle.kind == .inputOutput ? .unreadable : .refused
    let meaning = CodeMeaning.all.first { $0.code == obstacle.code }
    findings = [
      Finding(
        obstacle.code, .refused, at: obstacle.inFile(file).place, obstacle.reason, remedy: obstacle.remedy,
        source: meaning?.source)
    ]
  }

  /// How many findings have this weight.
  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension [Finding] {
  /// The heaviest first, each weight in the order of the document; what has no line stays behind what it was told after.
  package var inReportOrder: [Finding] {
    var line = (0, 0)
    let placed = enumerated().map { index, finding in
      if let own = finding.place.line { line = (own, finding.place.column ?? 0) }
      return (finding: finding, key: (finding.severity, line.0, line.1, index))
    }
    return placed.sorted { $0.key < $1.key }.map(\.finding)
  }
}
