import Findings

/// What is wrong with a file and those that it extends, gathered while they are read.
final class Mistakes {
  /// The first word of every code: `template` or `fonts`.
  private let subject: String
  private var found: [Finding] = []
  /// More mistakes than a person reads at once.
  private static let limit = 100
  private var isCutShort = false

  init(subject: String) {
    self.subject = subject
  }

  func add(_ code: String, at place: Place, _ sentence: Sentence, remedy: Sentence? = nil) {
    guard found.count < Self.limit else {
      isCutShort = true
      return
    }
    found.append(Finding("\(subject).\(code)", .refused, at: place, sentence, remedy: remedy))
  }

  var isEmpty: Bool { found.isEmpty }

  /// Whether another mistake would only be counted: nobody need look for its remedy.
  var isFull: Bool { isCutShort }

  /// In the order of the files; the last says so where there were more than are listed.
  var findings: [Finding] {
    // A file's own mistakes come before those of the file that it extends.
    var files: [String?] = []
    for finding in found where !files.contains(finding.place.file) { files.append(finding.place.file) }
    func position(_ finding: Finding) -> (Int, Int, Int) {
      let place = finding.place
      return (files.firstIndex(of: place.file) ?? 0, place.line ?? 0, place.column ?? 0)
    }
    let sorted = found.sorted { position($0) < position($1) }
    guard isCutShort else { return sorted }
    let more = Finding(
      "\(subject).more-mistakes", .refused, at: Place(file: sorted.first?.place.file),
      Sentence("There are more mistakes than are listed.", pl: "Błędów jest więcej, niż wypisano."))
    return sorted + [more]
  }
}
