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
  /// The steps that win back bad prints, cheapest and most fruitful first.
  static let slow = [
    SearchStep(preparation: .doubled),
    SearchStep(preparation: .softened),
    SearchStep(preparation: .doubledAndSharpened),
    SearchStep(preparation: .doubledAndSoftened),
    SearchStep(preparation: .doubledAndSplit),
    SearchStep(preparation: .withoutLightSpecks),
    SearchStep(anyDirection: true),
    SearchStep(otherKinds: true),
  ]
}

/// Steps that are taken together on a page before the next page has its turn.
struct SearchRound: Sendable {
  /// Pixels per inch at which a PDF's page is drawn; a picture has the pixels it has.
  let resolution: Double
  let steps: [SearchStep]

  /// The round that every page gets, so that no code that is easily read goes unmentioned.
  static let first = SearchRound(resolution: 200, steps: [.plain])

  /// The rounds that follow while codes are missing.
  static func further(for kind: EvidenceKind) -> [SearchRound] {
    switch kind {
    case .pdf:
      [
        SearchRound(resolution: 200, steps: [.globalThreshold]),
        SearchRound(resolution: 300, steps: [.plain, .globalThreshold]),
        SearchRound(resolution: 200, steps: SearchStep.slow),
        SearchRound(
          resolution: 300, steps: [SearchStep(preparation: .softened), SearchStep(preparation: .withoutLightSpecks)]),
      ]
    case .png, .jpeg, .tiff:
      [SearchRound(resolution: 200, steps: [.globalThreshold] + SearchStep.slow)]
    }
  }
}
