import CCairo
import Findings
import Glibc
import InvoiceTemplate

/// librsvg, opened only when a template's logo is an SVG.
///
/// Linked, it would bring Pango, GLib and a decoder of pictures into every start of the program. It reads from memory
/// and is told no address, so that it looks for no other file.
struct SVGLibrary {
  private typealias Pointer = OpaquePointer
  private typealias NewFromData =
    @convention(c) (UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<Pointer?>?) -> Pointer?
  /// The rectangle is four doubles: x, y, width, height.
  private typealias RenderDocument =
    @convention(c) (Pointer?, Pointer?, UnsafePointer<Double>?, UnsafeMutablePointer<Pointer?>?) -> Int32
  private typealias Release = @convention(c) (Pointer?) -> Void

  private let newFromData: NewFromData
  private let renderDocument: RenderDocument
  private let unref: Release
  private let freeError: Release

  /// - Throws: `template.no-svg` where the library isn't installed.
  static func open(at place: Place) throws(Obstacle) -> SVGLibrary {
    // Never closed: what it registers in the process can't be taken back.
    let library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL)
    guard let library, let newFromData = dlsym(library, "rsvg_handle_new_from_data"),
      let renderDocument = dlsym(library, "rsvg_handle_render_document"),
      let unref = dlsym(library, "g_object_unref"), let freeError = dlsym(library, "g_error_free")
    else {
      throw Obstacle(
        "template.no-svg", at: place,
        Sentence("SVG logos need librsvg, which isn't installed.", pl: "Logo SVG wymaga librsvg, której nie ma."),
        remedy: Sentence(
          "Install it (Debian: librsvg2-2), or save the logo as PNG.",
          pl: "Zainstaluj ją (Debian: librsvg2-2) albo zapisz logo jako PNG."))
    }
    return SVGLibrary(
      newFromData: unsafeBitCast(newFromData, to: NewFromData.self),
      renderDocument: unsafeBitCast(renderDocument, to: RenderDocument.self),
      unref: unsafeBitCast(unref, to: Release.self), freeError: unsafeBitCast(freeError, to: Release.self))
  }

  /// The picture's strokes, recorded, so that they stay strokes in a PDF.
  ///
  /// - Throws: `template.damaged-picture`.
  func surface(_ logo: Template.Logo) throws(Obstacle) -> OpaquePointer {
    var error: OpaquePointer?
    guard let handle = newFromData(logo.bytes, UInt(logo.bytes.count), &error) else {
      throw refusal(&error, logo)
    }
    defer { unref(handle) }
    var extents = cairo_rectangle_t(x: 0, y: 0, width: logo.width, height: logo.height)
    let surface = try checked(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents), logo)
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    guard renderDocument(handle, context, [0, 0, logo.width, logo.height], &error) != 0,
      cairo_status(context) == CAIRO_STATUS_SUCCESS
    else {
      cairo_surface_destroy(surface)
      throw refusal(&error, logo)
    }
    return surface
  }

  private func refusal(_ error: inout OpaquePointer?, _ logo: Template.Logo) -> Obstacle {
    if error != nil { freeError(error) }
    error = nil
    return damaged(logo)
  }
}
