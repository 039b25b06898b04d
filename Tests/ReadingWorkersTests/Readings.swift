import ArchivePDF
import CodeReading

/// Readings of every shape.
enum Readings {
  static func region(_ value: Double) -> PageRegion {
    PageRegion(centerX: value, centerY: 1 - value, width: value / 3, height: value / 7)
  }

  static let full = PrintReading(
    kind: .pdf,
    pages: [
      PageReading(
        page: 1,
        codes: [
          FoundCode(text: "https://example.com/żółć\u{0}\u{1F600}", page: 1, region: region(0.1)),
          FoundCode(text: "", page: 1, region: region(0.2), isQR: false),
        ],
        unreadable: [0.3, 0.4].map { UnreadCode(region: region($0), pixelsPerModule: $0 * 5) }, isExhausted: true,
        text: PageText(
          source: .recognised,
          words: [
            PageWord(text: "Razem", region: region(0.5), confidence: 0), PageWord(text: "1,00", region: region(0.6)),
          ]),
        thumbnail: Thumbnail(jpeg: [0xFF, 0xD8, 0, 1, 2], width: 10_000, height: 1)),
      PageReading(page: 2, codes: [], isExhausted: false),
    ],
    attachments: [AttachedFile(name: "a.xml", bytes: [1, 2, 3]), AttachedFile(name: "", bytes: [])])

  static let empty = PrintReading(kind: .png, pages: [])
}
