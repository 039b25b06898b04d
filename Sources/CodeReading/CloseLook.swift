/// Tries everything on one small part of a page where a symbol is seen: cut out and brought to the size that ZXing
/// likes, a step costs a hundredth of what it costs on the whole page.
struct CloseLook {
  private let page: GrayPicture
  private let part: PicturePart
  private let module: Double
  private let sign: SymbolSign

  /// ZXing reads best at about this many pixels per module.
  private static let bestModule = 4.0
  /// Around a symbol: its quiet zone of four modules, and room for a sign that isn't quite in its place.
  private static let margin = 6.0
  /// A part isn't brought to more pixels than this.
  private static let mostPixels = 6_000_000.0

  /// - Returns: nil where the sign lies outside the page.
  init?(at sign: SymbolSign, of page: GrayPicture) {
    let (frame, margin) = (sign.frame, Self.margin * sign.module)
    guard
      let part = page.part(
        left: frame.left - margin, top: frame.top - margin, right: frame.right + margin, bottom: frame.bottom + margin)
    else { return nil }
    self.page = page
    self.part = part
    module = sign.module
    self.sign = sign
  }

  /// Modules narrower than this, in pixels, aren't read as they are.
  private static let leastModule = 1.8

  /// The symbols of this part that one look shows, as a clean print's do.
  func symbolsAtFirstSight() -> [SeenSymbol] {
    module >= Self.leastModule ? look(part.picture, [.plain]) ?? [] : []
  }

  /// The symbols of this part, found by the first look that finds one; empty where none does.
  func symbols() -> [SeenSymbol] {
    if module >= Self.leastModule, let seen = look(part.picture) { return seen }
    let factor = min(Self.bestModule / module, (Self.mostPixels / Double(part.picture.pixels.count)).squareRoot())
    let fine = part.picture.scaled(by: factor)
    if let seen = look(fine) { return seen }
    let (soft, sharp) = (fine.blurred(sigma: 1.2), fine.unsharpMasked(sigma: 2))
    if let seen = look(soft) ?? look(sharp) { return seen }
    if let seen = unbentSymbols(soft, scale: factor) ?? unbentSymbols(sharp, scale: factor) { return seen }
    let even = fine.evened()
    if let seen = look(even) ?? look(even.blurred(sigma: 1.2)) ?? look(even.unsharpMasked(sigma: 2)) { return seen }
    if let seen = look(soft.thresholdedByOtsu()) ?? look(fine.blurred(sigma: 2)) { return seen }
    // Another size puts the modules' edges elsewhere on the grid of pixels.
    let finer = part.picture.scaled(by: factor * 1.5)
    return look(finer) ?? look(finer.blurred(sigma: 2)) ?? look(fine.withoutLightSpecks())
      ?? look(part.picture.withoutLightSpecks()) ?? look(finer.unsharpMasked(sigma: 3)) ?? []
  }

  /// How far the middle of a symbol on curled paper lies away from where it should be, as a share of its side: likely
  /// ones first. A slip of 58 mm whose paper keeps a third of its roll's curl bends a large symbol by a sixtieth.
  private static let bends = [0.005, -0.005, 0.01, -0.01, 0.017, -0.017]

  /// The symbols of this part once a bend of the paper along either side is taken out; nil where none shows.
  private func unbentSymbols(_ picture: GrayPicture, scale: Double) -> [SeenSymbol]? {
    guard sign.isClear else { return nil }
    let middles = sign.grid.middles.map { middle in
      (x: (middle.x - Double(part.left)) * scale, y: (middle.y - Double(part.top)) * scale)
    }
    let (corner, first, second) = (middles[0], middles[1], middles[2])
    let (right, down) = (
      (x: first.x - corner.x, y: first.y - corner.y), (x: second.x - corner.x, y: second.y - corner.y)
    )
    for bend in Self.bends {
      for bend in [(right: 0, down: bend), (right: bend, down: 0)] {
        let flat = picture.unbent(corner: corner, right: right, down: down, bend: bend)
        if let seen = look(flat) { return seen }
      }
    }
    return nil
  }

  /// The symbols of this part once its three finder patterns are drawn anew where they should be; empty where none shows.
  ///
  /// What else is damaged, the symbol's own correction of errors mends or refuses.
  func restoredSymbols() -> [SeenSymbol] {
    let factor = min(Self.bestModule / module, (Self.mostPixels / Double(part.picture.pixels.count)).squareRoot())
    let fine = part.picture.scaled(by: factor)
    let even = fine.evened()
    // Beside a crease the shade is steep.
    let steep = fine.evened(reach: 10)
    for picture in [even, steep, even.blurred(sigma: 1.2), steep.blurred(sigma: 1.2), fine.thresholdedByOtsu()] {
      if let seen = look(picture.withPatterns(of: sign, left: part.left, top: part.top, scale: factor)) { return seen }
    }
    return []
  }

  /// Looks with a threshold for each neighbourhood and with one for all; nil where neither finds a symbol.
  private func look(
    _ picture: GrayPicture, _ steps: [SearchStep] = [.plain, .globalThreshold]
  ) -> [SeenSymbol]? {
    for step in steps {
      if let seen = picture.symbols(step.search), !seen.isEmpty {
        return seen.map {
          SeenSymbol(text: $0.text, region: part.region($0.region, in: page), orientation: $0.orientation)
        }
      }
    }
    return nil
  }
}
