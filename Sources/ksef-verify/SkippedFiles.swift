import Findings

/// Files that were passed over for the same reason.
struct SkippedFiles {
  private(set) var count = 0
  private var shown: [String] = []

  mutating func add(_ name: String) {
    count += 1
    if shown.count < 5 { shown.append(name) }
  }

  /// The remark, where there is something to remark on.
  ///
  /// - Parameter reason: why they were passed over, to stand before their names.
  func remark(_ reason: Sentence) -> [Sentence] {
    guard count > 0 else { return [] }
    let names = shown.joined(separator: ", ") + (count > shown.count ? ", …" : "")
    return [
      Sentence("\(reason.english) (\(count)): \(names)", pl: "\(reason.polish) (\(count)): \(names)")
    ]
  }
}

extension Obstacle {
  static func textTooLarge(_ name: String, limit: Int) -> Obstacle {
    Obstacle(
      "file.too-large", at: Place(file: name),
      Sentence("The text is larger than \(limit) bytes.", pl: "Tekst jest większy niż \(limit) bajtów."),
      remedy: Sentence("Divide it into several files.", pl: "Podziel go na kilka plików."))
  }
}
