import CCairo
import CairoDrawing
import FAInvoice
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import PageLayout
import Presentation
import Testing

/// The looks themselves, few of them: what text dumps can't tell, such as weights, colours and drawing order.
@Suite("Pictures of pages")
struct PictureTests {
  @Test(
    "A page looks as it looked when a person last looked at it",
    arguments: [("fa3-vat", 1), ("fa3-kor", 1), ("fa3-attachment", 1)])
  func pictures(sample: String, page: Int) throws {
    let stages = try House.stages()
    let document = try House.document(sample)
    let codes = try House.codes(of: document)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording([.polish]), codes: codes)
    let pages = try stages.layout.pages(of: presentation)
    try #require(pages.count >= page)
    let drawn = try stages.drawing.png(pages[page - 1], pixelsPerPoint: 1)

    let name = "\(sample)-\(page).png"
    let golden = House.root.appendingPathComponent("Tests/RenderingTests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(drawn).write(to: golden)
      Issue.record("recorded \(name): look at it, then run without RECORD_GOLDENS")
      return
    }
    let (now, before) = (try Picture(png: Data(drawn)), try Picture(png: Data(contentsOf: golden)))
    try #require(now.width == before.width && now.height == before.height)
    let changed = now.share(differingFrom: before)
    if changed > PictureTests.mostChanged {
      let kept = House.root.appendingPathComponent("build/pictures")
      try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
      try Data(drawn).write(to: kept.appendingPathComponent(name))
    }
    #expect(
      changed <= PictureTests.mostChanged, "\(name) has changed; build/pictures/\(name) shows how it looks now")
  }

  /// Another version of Cairo or FreeType smooths edges a little differently; a moved word changes far more pixels.
  private static let mostChanged = 0.0005
}

/// The pixels of a PNG file.
private struct Picture {
  let width: Int
  let height: Int
  private let pixels: [UInt8]

  init(png: Data) throws {
    try self = House.withFolder { folder in
      let file = folder.appendingPathComponent("picture.png")
      try png.write(to: file)
      let surface = cairo_image_surface_create_from_png(file.path)
      defer { cairo_surface_destroy(surface) }
      try #require(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "the picture can be read")
      return try Picture(of: surface)
    }
  }

  private init(of surface: OpaquePointer?) throws {
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = try #require(cairo_image_surface_get_data(surface))
    // Four bytes a pixel, the fourth of them unused.
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height * 3)
    for row in 0..<height {
      for column in 0..<width {
        for channel in 0..<3 { pixels.append(data[row * stride + column * 4 + channel]) }
      }
    }
    self.pixels = pixels
  }

  /// The share of bytes that differ so much that an eye could see it.
  func share(differingFrom other: Picture) -> Double {
    let visible = zip(pixels, other.pixels).count { abs(Int($0) - Int($1)) > 48 }
    return Double(visible) / Double(pixels.count)
  }
}
