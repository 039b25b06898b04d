/// What the search of one page has brought so far.
struct PageSearch {
  let page: Int
  private(set) var codes: [FoundCode] = []
  private var unreadable: [PageRegion] = []
  /// Nothing is on the page, or nothing is left to try.
  var isExhausted = false

  init(page: Int) {
    self.page = page
  }

  /// Whether something that looks like a code was seen, so that a longer look is likely to pay.
  var isPromising: Bool { !codes.isEmpty || !unreadable.isEmpty }

  /// Takes one step on the page's picture.
  ///
  /// - Returns: whether a code was found that wasn't known yet.
  mutating func take(_ step: SearchStep, on picture: inout PreparedPicture) -> Bool {
    guard let symbols = picture.picture(for: step.preparation)?.symbols(step.search) else { return false }
    let known = codes.count
    for symbol in symbols {
      if let text = symbol.text {
        note(FoundCode(text: text, page: page, region: symbol.region, isQR: !step.otherKinds))
      } else if !unreadable.contains(where: { $0.isSamePlace(as: symbol.region) }) {
        unreadable.append(symbol.region)
      }
    }
    return codes.count > known
  }

  /// The outcome, in reading order.
  var outcome: PageCodes {
    PageCodes(
      page: page, codes: codes.sorted { $0.region.comesBefore($1.region) },
      unreadable: unreadable.filter { region in !codes.contains { $0.region.isSamePlace(as: region) } },
      isExhausted: isExhausted)
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
