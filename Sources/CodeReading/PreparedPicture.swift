/// A page's picture and what the steps make of it; the doubled picture is made once for all steps that need it.
struct PreparedPicture {
  let original: GrayPicture
  private var doubledOnce: GrayPicture?

  /// Doubling gains nothing on a picture that is already this large, and would cost much memory.
  private static let mostPixelsToDouble = 20_000_000

  init(_ original: GrayPicture) {
    self.original = original
  }

  /// The picture for a step; nil where the picture is too large to be doubled.
  mutating func picture(for preparation: SearchStep.Preparation) -> GrayPicture? {
    switch preparation {
    case .none: original
    case .softened: original.blurred(sigma: 1)
    case .withoutLightSpecks: original.withoutLightSpecks()
    case .doubled: doubled()
    case .doubledAndSharpened: doubled()?.unsharpMasked(sigma: 2)
    case .doubledAndSoftened: doubled()?.blurred(sigma: 1.6)
    case .doubledAndSplit: doubled()?.blurred(sigma: 1.6).thresholdedByOtsu()
    }
  }

  private mutating func doubled() -> GrayPicture? {
    guard original.pixels.count <= Self.mostPixelsToDouble else { return nil }
    let doubled = doubledOnce ?? original.doubled()
    doubledOnce = doubled
    return doubled
  }
}
