import InvoiceTemplate
import Testing

@testable import PageLayout

@Suite("Stacking strips on pages")
struct PaginationTests {
  /// A strip that can be told by the width of its rule.
  private func strip(_ mark: Double, height: Double, keepsWithNext: Bool = false, head: [Strip] = []) -> Strip {
    let black = Template.Rule(width: 1, colour: Template.Colour(red: 0, green: 0, blue: 0))
    return Strip(
      height: height, items: [.rule(x: 0, y: 0, width: mark, rule: black)], keepsWithNext: keepsWithNext, head: head)
  }

  /// The marks of each page with their heights.
  private func marks(_ pagination: Pagination) -> [[[Double]]] {
    pagination.pages.map { page in
      page.items.map { item in
        guard case .rule(_, let y, let width, _) = item else { return [] }
        return [width, y]
      }
    }
  }

  private let sheet = Sheet(
    width: 120, height: 120, isTurned: false, x: 10, contentWidth: 100, top: 10, laterTop: 10, bottom: 110,
    isRoll: false)

  private func paginated(_ flow: [Flow]) -> [[[Double]]] {
    var pagination = Pagination(on: sheet)
    pagination.place(flow)
    return marks(pagination)
  }

  @Test("Strips follow each other, and go on at the next page's top")
  func stacking() {
    let pages = paginated([1, 2, 3].map { .strip(strip($0, height: 40)) })
    #expect(pages == [[[1, 10], [2, 50]], [[3, 10]]])
  }

  @Test("A heading goes to the next page with what it heads")
  func keepingTogether() {
    let pages = paginated([
      .strip(strip(1, height: 80)), .strip(strip(2, height: 10, keepsWithNext: true)), .strip(strip(3, height: 30)),
    ])
    #expect(pages == [[[1, 10]], [[2, 10], [3, 20]]])
  }

  @Test("A table's head is repeated where its row begins a page")
  func repeatedHead() {
    let head = strip(9, height: 5)
    let pages = paginated([
      .strip(head), .strip(strip(1, height: 60, head: [head])), .strip(strip(2, height: 60, head: [head])),
    ])
    #expect(pages == [[[9, 10], [1, 15]], [[9, 10], [2, 15]]])
  }

  @Test("A strip taller than a page is placed all the same")
  func tooTall() {
    let pages = paginated([.strip(strip(1, height: 10)), .strip(strip(2, height: 500)), .strip(strip(3, height: 10))])
    #expect(pages == [[[1, 10]], [[2, 10]], [[3, 10]]])
  }

  @Test("Space is dropped at the top of a page")
  func space() {
    let pages = paginated([
      .strip(.space(20)), .strip(strip(1, height: 90)), .strip(.space(30)), .strip(strip(2, height: 20)),
    ])
    #expect(pages == [[[1, 10]], [[2, 10]]])
  }

  @Test("Columns start together, and what follows stands under the longest")
  func parallel() {
    let pages = paginated([
      .parallel([[strip(1, height: 20)], [strip(2, height: 10), strip(3, height: 30)]]), .strip(strip(4, height: 5)),
    ])
    #expect(pages == [[[1, 10], [2, 10], [3, 20], [4, 50]]])
  }

  @Test("Long columns go on over the page's end, each where it was")
  func longColumns() {
    let pages = paginated([
      .parallel([(1...3).map { strip(Double($0), height: 45) }, [strip(7, height: 10)]]), .strip(strip(9, height: 5)),
    ])
    #expect(pages == [[[1, 10], [2, 55], [7, 10]], [[3, 10], [9, 55]]])
  }
}

@Suite("Dividing a table's width")
struct ColumnWidthsTests {
  private func wish(
    _ natural: Double, least: Double, title: Double = 0, rest: Bool = false, breaks: Bool = false
  ) -> ColumnWidths.Wish {
    ColumnWidths.Wish(
      title: title, titleWord: 0, natural: natural, least: least, takesRest: rest,
      narrowest: breaks ? min(least, 28) : least)
  }

  @Test("Where there is room, every column gets what it asks for and one takes the rest")
  func room() {
    let widths = ColumnWidths.divide([wish(20, least: 20), wish(80, least: 30, rest: true)], available: 200)
    #expect(widths == [20, 180])
  }

  @Test("Where there is none, columns shrink towards their widest piece, and fill the width exactly")
  func shrinking() {
    let widths = ColumnWidths.divide(
      [wish(100, least: 40), wish(100, least: 80), wish(60, least: 60)], available: 220)
    #expect(abs(widths.reduce(0, +) - 220) < 0.01)
    #expect(widths[0] >= 40 && widths[1] >= 80 && abs(widths[2] - 60) < 0.01)
  }

  @Test("Titles break before names do")
  func titlesFirst() {
    let widths = ColumnWidths.divide(
      [wish(120, least: 40, rest: true), wish(40, least: 40, title: 90)], available: 180)
    #expect(widths[0] >= 120 && widths[1] < 90)
    #expect(abs(widths.reduce(0, +) - 180) < 0.01)
  }

  @Test("Words break before figures do")
  func wordsFirst() {
    let widths = ColumnWidths.divide(
      [wish(300, least: 150, rest: true, breaks: true), wish(60, least: 60), wish(70, least: 70)], available: 180)
    #expect(abs(widths[1] - 60) < 0.05 && abs(widths[2] - 70) < 0.05)
    #expect(abs(widths.reduce(0, +) - 180) < 0.05)
  }

  @Test("Whatever is asked, no column is negative and the table stays on the paper")
  func absurd() {
    let widths = ColumnWidths.divide((0..<40).map { wish(50 + Double($0), least: 50) }, available: 100)
    #expect(widths.allSatisfy { $0 > 0 })
    #expect(widths.reduce(0, +) <= 100.5)
  }
}
