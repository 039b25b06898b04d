/// What the search of one page has brought so far.
struct PageSearch {
  let page: Int
  private(set) var codes: [FoundCode] = []
  private var unreadable: [PageRegion] = []
  /// Nothing is on the page, or nothing is left to try.
  private(set) var isExhausted = false

  init(page: Int) {
    self.page = page
  }

  /// Ends the search of a page on which nothing can be.
  mutating func skip() { isExhausted = true }

  /// Whether a code was read, so that a longer look for its companion is likely to pay.
  var isPromising: Bool { !codes.isEmpty }

  /// Takes one step on the page's picture.
  ///
  /// - Returns: whether a code was found that wasn't known yet.
  mutating func take(_ step: SearchStep, on picture: inout PreparedPicture) -> Bool {
    guard let symbols = picture.picture(for: step.preparation)?.symbols(step.search) else { return false }
    let known = codes.count
    for symbol in symbols {
      note(FoundCode(text: symbol.text, page: page, region: symbol.region, isQR: !step.otherKinds))
    }
    return codes.count > known
  }

  /// Ends the search: notes where codes seem to be that couldn't be read.
  mutating func exhaust(_ picture: GrayPicture) {
    unreadable = picture.qrOutlines(besides: codes.map(\.region))
    isExhausted = true
  }

  /// The outcome, in reading order.
  var outcome: PageReading {
    PageReading(
      page: page, codes: codes.sorted { $0.region.comesBefore($1.region) },
      unreadable: unreadable, isExhausted: isExhausted)
  }

  /// Keeps a code unless the same text was already read at the same place.
  private mutating func note(_ code: FoundCode) {
    guard !codes.contains(where: { $0.text == code.text && $0.region.isSamePlace(as: code.region) }) else { return }
    codes.append(code)
  }
}

extension PageRegion {
  fileprivate func comesBefore(_ other: PageRegion) -> Bool {
    (centerY, centerX) < (other.centerY, other.centerX)
  }
}
