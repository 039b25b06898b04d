import CZXing

/// One step of the search: how the picture is prepared and how it is then looked at.
///
/// A plain look needs two pixels per module; the later steps win back prints that are coarser, faded, smeared or noisy.
struct SearchStep: Sendable {
  enum Preparation: Sendable {
    case none
    /// Twice as wide and high.
    case doubled
    case softened
    case doubledAndSharpened
    case doubledAndSoftened
    /// Doubled, softened and split into black and white.
    case doubledAndSplit
    case withoutLightSpecks
  }

  var preparation = Preparation.none
  var globalThreshold = false
  var anyDirection = false
  var otherKinds = false

  /// How ZXing is to look at the prepared picture.
  var search: CZXingSearch {
    CZXingSearch(global_threshold: globalThreshold, any_direction: anyDirection, other_kinds: otherKinds)
  }

  static let plain = SearchStep()
  /// Finds large symbols in clean pictures, where the local threshold trips over their many like modules.
  static let globalThreshold = SearchStep(globalThreshold: true)
}

/// Steps that are taken together on a page before the next page has its turn.
struct SearchRound: Sendable {
  /// Pixels per inch at which a PDF's page is drawn; a picture has the pixels it has.
  let resolution: Double
  let steps: [SearchStep]

  /// Pixels per inch of the first look at a PDF's page, and of a closer one.
  static let (firstResolution, closerResolution) = (200.0, 300.0)

  /// The round of every page to which a code may still be owing.
  static let second = SearchRound(
    resolution: firstResolution,
    steps: [.globalThreshold, SearchStep(preparation: .softened), SearchStep(preparation: .doubledAndSharpened)])

  /// The rounds of a page on which something is seen, or of a file in which nothing was read at all.
  static func further(for kind: EvidenceKind) -> [SearchRound] {
    let slow = SearchRound(
      resolution: firstResolution,
      steps: [
        SearchStep(preparation: .doubled),
        SearchStep(preparation: .doubledAndSoftened),
        SearchStep(preparation: .doubledAndSplit),
        SearchStep(preparation: .withoutLightSpecks),
        SearchStep(anyDirection: true),
        SearchStep(otherKinds: true),
      ])
    guard kind == .pdf else { return [slow] }
    return [
      SearchRound(resolution: closerResolution, steps: [.plain, .globalThreshold]),
      slow,
      SearchRound(
        resolution: closerResolution,
        steps: [SearchStep(preparation: .softened), SearchStep(preparation: .withoutLightSpecks)]),
    ]
  }
}
