package import Findings

extension CodeReader {
  /// The least that reading can take: every page drawn or decoded, and looked at once, plainly.
  ///
  /// What speed is measured against; it answers no question of an auditor.
  ///
  /// - Returns: how many symbols that shows.
  /// - Throws: as `read`.
  package func plainLook(at bytes: [UInt8]) throws(Obstacle) -> Int {
    guard let kind = EvidenceKind.of(bytes) else { throw .unknownKind }
    let evidence = try EvidencePages(bytes, kind, limits: limits)
    var symbols = 0
    for page in 1...evidence.count {
      let picture = try evidence.picture(of: page, resolution: SearchRound.firstResolution)
      symbols += picture.symbols(SearchStep.plain.search)?.count ?? 0
    }
    return symbols
  }
}
