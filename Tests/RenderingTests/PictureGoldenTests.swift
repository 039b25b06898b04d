import CCairo
import CPNG
import CairoDrawing
import Foundation
import InvoiceRendering
import PageLayout
import Testing

/// The looks themselves, few of them: what text dumps can't tell, such as weights, colours and drawing order.
@Suite("Goldens of pictures")
struct PictureGoldenTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    let layout: LayoutGolden
    let page: Int

    init(_ template: String, _ sample: String, page: Int = 1) {
      layout = LayoutGolden(sample: sample, template: template)
      self.page = page
    }

    var file: String { "\(layout.name)-\(page).png" }
    var testDescription: String { file }
  }

  /// An ordinary invoice in every look, a correction, attachments upright and turned, and a UPO.
  static let all = [
    Golden("standard", "fa3-vat"), Golden("compact", "fa3-vat"), Golden("bilingual", "fa3-vat"),
    Golden("brand", "fa3-vat"), Golden("standard", "fa3-kor"), Golden("standard", "fa3-attachment"),
    Golden("standard", "fa3-attachment-wide", page: 2), Golden("standard", "upo"),
  ]

  @Test("A page looks as it looked when a person last looked at it", arguments: all)
  func picture(golden: Golden) throws {
    let (pages, stages) = try golden.layout.pages()
    try #require(pages.count >= golden.page)
    let drawn = try stages.drawing.png(pages[golden.page - 1], pixelsPerPoint: 1)
    let now = try Picture(png: Data(drawn))
    let file = LayoutGolden.folder.appendingPathComponent(golden.file)
    guard !LayoutGolden.isRecording else {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try now.store(in: file)
      Issue.record("recorded \(golden.file): look at it, then run without RECORD_GOLDENS")
      return
    }
    let before = try Picture(png: Data(contentsOf: file))
    try #require(now.width == before.width && now.height == before.height)
    let changed = now.share(differingFrom: before)
    if changed > PictureGoldenTests.mostChanged {
      let kept = House.root.appendingPathComponent("build/pictures/\(golden.file)")
      try FileManager.default.createDirectory(at: kept.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(drawn).write(to: kept)
    }
    #expect(
      changed <= PictureGoldenTests.mostChanged,
      "\(golden.file) has changed; build/pictures/\(golden.file) shows how it looks now")
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

  /// Stores the picture in few colours, so that the file is small: six steps of each channel, and one more for what is
  /// paler than any rule, such as a watermark.
  func store(in file: URL) throws {
    var colours: [[UInt8]] = []
    var places: [[UInt8]: UInt8] = [:]
    var indices: [UInt8] = []
    for start in stride(from: 0, to: pixels.count, by: 3) {
      // Cairo's pixels are blue, green, red.
      let colour = pixels[start..<start + 3].reversed().map { value in
        (230...246).contains(value) ? 238 : UInt8((Int(value) + 25) / 51 * 51)
      }
      if places[colour] == nil {
        try #require(colours.count < 256, "a page has few colours")
        places[colour] = UInt8(colours.count)
        colours.append(colour)
      }
      indices.append(places[colour] ?? 0)
    }
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (UInt32(width), UInt32(height))
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_COLORMAP)
    image.colormap_entries = UInt32(colours.count)
    let isStored = png_image_write_to_file(&image, file.path, 0, indices, 0, colours.flatMap { $0 })
    try #require(isStored == 1, "the picture can be stored")
  }

  /// The share of bytes that differ so much that an eye could see it.
  func share(differingFrom other: Picture) -> Double {
    let visible = zip(pixels, other.pixels).count { abs(Int($0) - Int($1)) > 48 }
    return Double(visible) / Double(pixels.count)
  }
}
