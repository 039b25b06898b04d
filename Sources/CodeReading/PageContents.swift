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
  func contents(
    ofPage page: Int, resolution: Double, drawnAs picture: GrayPicture, _ wishes: CodeReader.Wishes
  ) throws(Obstacle) -> PageContents {
    var contents = PageContents()
    if wishes.thumbnails { contents.thumbnail = Thumbnail(of: picture) }
    if wishes.words, case .document(let pages) = self {
      contents.text = try pages.text(ofPage: page, resolution: resolution, drawnAs: picture)
    }
    return contents
  }

  /// The whole file: its pages as they were searched, with what else they hold, and the files attached to it.
  func reading(
    _ kind: EvidenceKind, _ pages: [PageReading], with contents: [PageContents], _ wishes: CodeReader.Wishes
  ) throws(Obstacle) -> PrintReading {
    var pages = pages
    for (index, held) in contents.enumerated() {
      pages[index].text = held.text
      pages[index].thumbnail = held.thumbnail
      if wishes.recognition, held.text.source == .none || held.text.source == .hiddenLayer {
        pages[index].text = try recognisedText(ofPage: index + 1, insteadOf: held.text)
      }
    }
    guard wishes.attachments, case .document(let document) = self else { return PrintReading(kind: kind, pages: pages) }
    return PrintReading(kind: kind, pages: pages, attachments: document.attachments())
  }
}
