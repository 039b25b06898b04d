import InvoiceTemplate
import Presentation

/// A page before anything stands on it, upright or turned. Lengths are points.
struct Sheet: Sendable {
  let width: Double
  let height: Double
  /// Whether the paper lies on its side.
  let isTurned: Bool
  /// Left edge of the content.
  let x: Double
  let contentWidth: Double
  /// Where content begins on the first page.
  let top: Double
  /// Where content begins on a page under a running head.
  let laterTop: Double
  /// Where content ends.
  let bottom: Double
  /// Whether the page ends where its content does.
  let isRoll: Bool
}

/// Sheets of one shape with what stands on each of them.
struct Stationery {
  let sheet: Sheet
  private let runningHead: RunningHeadLayout?
  private let footer: FooterLayout
  private let footerTop: Double
  private let distance: Double
  private let margin: Double
  private let watermark: WatermarkLayout?

  /// - Parameter isTurned: the paper lies on its side; its margins stay at the top, the right, the bottom and the left.
  init(for presentation: Presentation, setter: TextSetter, isTurned: Bool) {
    let paper = setter.template.paper
    let (width, height) = isTurned ? (paper.height, paper.width) : (paper.width, paper.height)
    let x = paper.margins.left
    let contentWidth = width - paper.margins.left - paper.margins.right
    let top = paper.margins.top
    footer = FooterLayout(
      presentation.footer, number: presentation.head.number, languages: presentation.languages, setter: setter, x: x,
      width: contentWidth)
    (distance, margin) = (setter.template.spacing.block, paper.margins.bottom)
    footerTop = height - paper.margins.bottom - footer.height
    let room = height - paper.margins.bottom - top
    let head = presentation.runningHead.map { RunningHeadLayout($0, setter: setter, x: x, width: contentWidth) }
    // On paper as small as a till's a long number would leave no room for what it is the number of.
    runningHead = head.flatMap { $0.height <= room / 6 ? $0 : nil }
    sheet = Sheet(
      width: width, height: height, isTurned: isTurned, x: x, contentWidth: contentWidth, top: top,
      laterTop: top + (runningHead?.height ?? 0),
      // A template of huge type or distances may leave the content less than it takes; half a page always remains.
      bottom: max(footerTop - setter.template.spacing.block, top + room / 2), isRoll: paper.isRoll && !isTurned)
    watermark = WatermarkLayout(setter.template, languages: presentation.languages, fonts: setter.fonts)
  }

  /// A page with its content, its foot, and from the second on its running head.
  ///
  /// - Parameter end: where the content ends; on a roll the foot follows there, and the paper ends under it.
  func page(_ items: [Item], number: Int, of count: Int, end: Double) -> Page {
    let footerTop = sheet.isRoll && number == count ? end + distance : footerTop
    let height = sheet.isRoll && number == count ? footerTop + footer.height + margin : sheet.height
    let head = number > 1 ? runningHead?.items(top: sheet.top) ?? [] : []
    return Page(
      width: sheet.width, height: height,
      items: (watermark?.items(under: items, width: sheet.width, height: height) ?? []) + head + items
        + footer.items(page: number, of: count, top: footerTop))
  }
}
