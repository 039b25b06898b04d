import Findings

/// What a page holds beside its codes, as far as it was wished for.
struct PageContents {
  var text = PageText.none
  var thumbnail: Thumbnail?
}

extension EvidencePages {
  /// What the page's picture and, in a PDF, its text give.
  ///
  /// - Parameter picture: the page drawn at `resolution`.
  /// - Throws: `evidence.too-large` where the page lacks a picture that couldn't be drawn.
  func contents(
    ofPage page: Int, resolution: Double, drawnAs picture: GrayPicture, _ wishes: CodeReader.Wishes
  ) throws(Obstacle) -> PageContents {
    var contents = PageContents()
    if wishes.thumbnails { contents.thumbnail = Thumbnail(of: picture) }
    if case .document(let pages) = self {
      try pages.checkPictures(ofPage: page, drawnAs: picture)
      guard wishes.words else { return contents }
      contents.text = try pages.text(ofPage: page, resolution: resolution, drawnAs: picture)
    }
    return contents
  }

  /// The pages as they were searched, with what else they hold.
  func completed(
    _ searches: [PageSearch], with contents: [PageContents], _ wishes: CodeReader.Wishes
  ) throws(Obstacle) -> [PageReading] {
    var pages: [PageReading] = []
    for (search, held) in zip(searches, contents) {
      pages.append(try completed(search, with: held, wishes))
    }
    return pages
  }

  /// A page with all that it holds. A page that is only a picture and was scanned sideways or upside down, as its codes
  /// tell, is turned as one looks at it.
  private func completed(
    _ search: PageSearch, with held: PageContents, _ wishes: CodeReader.Wishes
  ) throws(Obstacle) -> PageReading {
    var page = search.outcome
    let isPicture = held.text.source != .textLayer
    let orientation = search.orientations.count == 1 && isPicture ? search.orientations.first ?? .upright : .upright
    page.text = held.text
    page.thumbnail = held.thumbnail
    if orientation != .upright, held.thumbnail != nil {
      let picture = try picture(of: page.page, resolution: SearchRound.firstResolution)
      page.thumbnail = Thumbnail(of: picture.upright(from: orientation))
    }
    page = page.upright(from: orientation)
    if wishes.recognition, isPicture {
      page.text = try recognisedText(ofPage: page.page, from: orientation, insteadOf: page.text)
    }
    return page
  }
}
