/// What the search of one page has brought so far.
struct PageSearch {
  let page: Int
  private(set) var codes: [FoundCode] = []
  /// How the page lies, as far as its codes tell.
  private(set) var orientations: Set<PictureOrientation> = []
  /// Where a code is seen and wasn't read.
  private(set) var unread: [UnreadCode] = []
  /// All that is seen was read, and the patterns of what was read were seen: another code would have been seen too.
  private(set) var isSeenWhole = false
  /// How many finder patterns are seen that belong to no code that was read; print alone makes one now and then.
  private(set) var strayPatterns = 0
  /// Nothing is on the page, or nothing is left to try.
  private(set) var isExhausted = false

  /// On a page with more signs than this, the smallest of them are looked at closely.
  private static let mostCloseLooks = 24

  init(page: Int) {
    self.page = page
  }

  /// Ends the search.
  mutating func exhaust() { isExhausted = true }

  /// Looks where codes are seen; where this doesn't read them all, at the whole page once, and closely where a code is
  /// seen that this didn't read either.
  ///
  /// A look at a code costs a tenth of a look at the page, and a clean page needs no more.
  mutating func takeFirstLook(at picture: GrayPicture) {
    let light = LightField(picture)
    if light.isBlank { return exhaust() }
    let patterns = FinderPatternScan.patterns(of: picture, light)
    lookClosely(at: picture, patterns) { $0.symbolsAtFirstSight() }
    if isSeenWhole { return }
    var prepared = PreparedPicture(picture)
    _ = take(.plain, on: &prepared)
    lookClosely(at: picture, patterns)
  }

  /// Looks closely at every sign of a code that wasn't read.
  ///
  /// - Returns: whether a code was found that wasn't known yet.
  @discardableResult
  mutating func lookClosely(at picture: GrayPicture) -> Bool {
    lookClosely(at: picture, FinderPatternScan.patterns(of: picture, LightField(picture)))
  }

  @discardableResult
  private mutating func lookClosely(
    at picture: GrayPicture, _ patterns: [FinderPattern], _ look: (CloseLook) -> [SeenSymbol] = { $0.symbols() }
  ) -> Bool {
    let known = codes.count
    let signs = SymbolSign.all(among: unclaimed(patterns, in: picture)).prefix(Self.mostCloseLooks)
    for sign in signs where !isRead(sign.region(in: picture)) {
      for symbol in CloseLook(at: sign, of: picture).map(look) ?? [] { note(symbol, isQR: true) }
    }
    unread = signs.map { $0.unread(in: picture) }.filter { !isRead($0.region) }
    strayPatterns = unclaimed(patterns, in: picture).count
    isSeenWhole =
      !codes.isEmpty && unread.isEmpty && strayPatterns < 2 && patterns.count - strayPatterns >= 3 * codes.count
    return codes.count > known
  }

  /// Looks closely where a finder pattern is seen that belongs to no code: for the other two of its symbol on the
  /// flattened picture, where creases and the edges of shadows are gone, then for damaged ones where they should be.
  ///
  /// - Returns: whether a code was found that wasn't known yet.
  @discardableResult
  mutating func lookAtDamaged(in picture: GrayPicture) -> Bool {
    let known = codes.count
    let stray = unclaimed(FinderPatternScan.patterns(of: picture, LightField(picture)), in: picture)
    guard let module = stray.map(\.module).max() else { return false }
    // Wider than a finder pattern, the widest print in a symbol.
    let flat = picture.flattened(reach: min(64, Int(4 * module) + 1))
    let patterns = unclaimed(FinderPatternScan.patterns(of: flat, LightField(flat)), in: flat)
    for sign in SymbolSign.all(among: patterns).prefix(Self.mostCloseLooks) where !isRead(sign.region(in: flat)) {
      for symbol in CloseLook(at: sign, of: flat)?.symbols() ?? [] { note(symbol, isQR: true) }
    }
    for picture in [flat, picture] {
      for grain in [LightField.Grain.coarse, .fine] { lookAtDamaged(in: picture, grain) }
    }
    unread = unread.filter { !isRead($0.region) }
    return codes.count > known
  }

  private mutating func lookAtDamaged(in picture: GrayPicture, _ grain: LightField.Grain) {
    let whole = unclaimed(FinderPatternScan.patterns(of: picture, LightField(picture, grain: grain)), in: picture)
    guard !whole.isEmpty else { return }
    let damaged = unclaimed(DamagedPatternScan.patterns(of: picture, grain), in: picture)
    for sign in SymbolSign.all(among: whole, and: damaged).prefix(Self.mostCloseLooks)
    where !isRead(sign.region(in: picture)) {
      for symbol in CloseLook(at: sign, of: picture)?.restoredSymbols() ?? [] { note(symbol, isQR: true) }
    }
  }

  /// The patterns that belong to no code that was read.
  private func unclaimed(_ patterns: [FinderPattern], in picture: GrayPicture) -> [FinderPattern] {
    patterns.filter { pattern in
      let (x, y) = (pattern.x / Double(picture.width), pattern.y / Double(picture.height))
      return !codes.contains { $0.region.contains(x: x, y: y) }
    }
  }

  private func isRead(_ region: PageRegion) -> Bool {
    codes.contains { $0.region.contains(x: region.centerX, y: region.centerY) }
  }

  /// Takes one step on the page's picture.
  ///
  /// - Returns: whether a code was found that wasn't known yet.
  mutating func take(_ step: SearchStep, on picture: inout PreparedPicture) -> Bool {
    guard let symbols = picture.picture(for: step.preparation)?.symbols(step.search) else { return false }
    let known = codes.count
    for symbol in symbols { note(symbol, isQR: !step.otherKinds) }
    unread = unread.filter { !isRead($0.region) }
    return codes.count > known
  }

  /// The outcome, in reading order.
  var outcome: PageReading {
    PageReading(
      page: page, codes: codes.sorted { $0.region.comesBefore($1.region) },
      unreadable: isExhausted ? unread : [], isExhausted: isExhausted)
  }

  /// Keeps a code unless the same text was already read at the same place.
  private mutating func note(_ symbol: SeenSymbol, isQR: Bool) {
    let code = FoundCode(text: symbol.text, page: page, region: symbol.region, isQR: isQR)
    guard !codes.contains(where: { $0.text == code.text && $0.region.isSamePlace(as: code.region) }) else { return }
    codes.append(code)
    if let orientation = symbol.orientation { orientations.insert(orientation) }
  }
}

extension PageRegion {
  fileprivate func comesBefore(_ other: PageRegion) -> Bool {
    (centerY, centerX) < (other.centerY, other.centerX)
  }

  /// Whether a point lies in the rectangle.
  fileprivate func contains(x: Double, y: Double) -> Bool {
    abs(x - centerX) <= width / 2 && abs(y - centerY) <= height / 2
  }
}
