import CTIFF
import Findings

/// The pages of a TIFF, decoded by libtiff on demand.
///
/// All that libtiff can turn into RGB is read: black and white (CCITT groups 3 and 4), gray, palettes, RGB, YCbCr and
/// CMYK, in strips and tiles, with any of its compressions. Pictures marked as a smaller copy or as a mask of another
/// (TIFF 6.0, `NewSubfileType`) are no pages.
final class TIFFPages {
  private let source: TIFFSource
  private let tiff: OpaquePointer
  /// Where each page's directory lies in the file.
  private var directories: [UInt64] = []
  private let pixelLimit: Int

  var count: Int { directories.count }

  /// - Parameters:
  ///   - pageLimit: the most directories that are followed.
  ///   - pixelLimit: the most pixels of a page; checked before anything is decoded.
  /// - Throws: `evidence.damaged`, `evidence.too-large`.
  init(_ bytes: [UInt8], pageLimit: Int, pixelLimit: Int) throws(Obstacle) {
    source = TIFFSource(bytes)
    // A strip may hold a whole page, in at most four samples of 16 bits.
    guard let tiff = source.open(memoryLimit: max(1 << 20, 8 * pixelLimit)) else { throw .damaged(.tiff) }
    self.tiff = tiff
    self.pixelLimit = pixelLimit
    var followed = 0
    // libtiff notices a chain of directories that bites its own tail, and reports an error.
    repeat {
      followed += 1
      guard followed <= pageLimit else { throw .tooManyPages(of: .tiff, limit: pageLimit) }
      if isPage { directories.append(TIFFCurrentDirOffset(tiff)) }
    } while TIFFReadDirectory(tiff) != 0
    guard TIFFLastDirectory(tiff) != 0, !source.isFaulty, !directories.isEmpty else { throw .damaged(.tiff) }
  }

  deinit { TIFFClose(tiff) }

  /// A page as it is to be looked at, in shades of gray; what is transparent becomes white, as on paper.
  ///
  /// - Parameter number: from 1 to `count`.
  /// - Throws: `evidence.damaged` (also where the file ends early: a code may lie in the missing part),
  ///   `evidence.too-large`, `evidence.unsupported`.
  func picture(ofPage number: Int) throws(Obstacle) -> GrayPicture {
    source.isFaulty = false
    guard TIFFSetSubDirectory(tiff, directories[number - 1]) != 0, var raster = TIFFRaster(tiff) else {
      throw source.isFaulty ? .damaged(.tiff) : .unsupported(.tiff)
    }
    guard isWithin(pixelLimit, width: raster.width, height: raster.height) else {
      throw .tooManyPixels(width: raster.width, height: raster.height, limit: pixelLimit)
    }
    guard let picture = raster.picture(), !source.isFaulty else { throw .damaged(.tiff) }
    return picture.upright(from: raster.orientation)
  }

  /// Whether the current directory is a picture of its own.
  private var isPage: Bool {
    var kind = UInt32(0)
    let isMarked = withUnsafeMutablePointer(to: &kind) { kind in
      withVaList([kind]) { TIFFVGetField(tiff, UInt32(TIFFTAG_SUBFILETYPE), $0) != 0 }
    }
    return directories.isEmpty || !isMarked || kind & UInt32(FILETYPE_REDUCEDIMAGE | FILETYPE_MASK) == 0
  }
}

/// Owns what libtiff holds while it turns one page into RGBA.
private struct TIFFRaster: ~Copyable {
  private var image = TIFFRGBAImage()

  var width: Int { Int(image.width) }
  var height: Int { Int(image.height) }
  var orientation: PictureOrientation { PictureOrientation(rawValue: Int(image.orientation)) ?? .upright }

  /// Nil where libtiff can't turn the current directory's picture into RGBA.
  init?(_ tiff: OpaquePointer) {
    var message = [CChar](repeating: 0, count: 1_024)
    guard TIFFRGBAImageOK(tiff, &message) != 0, TIFFRGBAImageBegin(&image, tiff, 1, &message) != 0 else { return nil }
    guard image.width > 0, image.height > 0 else {
      TIFFRGBAImageEnd(&image)
      return nil
    }
  }

  deinit {
    var image = image
    TIFFRGBAImageEnd(&image)
  }

  /// The picture in the file's own order of rows and columns; nil where not all of it can be decoded.
  mutating func picture() -> GrayPicture? {
    // libtiff turns nothing where it is asked for the orientation that the file has.
    image.req_orientation = image.orientation
    var pixels = [UInt32](repeating: 0, count: width * height)
    guard TIFFRGBAImageGet(&image, &pixels, image.width, image.height) != 0 else { return nil }
    return GrayPicture(width: width, height: height) { to in
      for (index, pixel) in pixels.enumerated() {
        // From the lowest byte: red, green, blue, already multiplied by the opacity in the highest.
        let (red, green, blue) = (pixel & 0xFF, pixel >> 8 & 0xFF, pixel >> 16 & 0xFF)
        let ink = (77 * red + 150 * green + 29 * blue + 128) >> 8
        to[index] = UInt8(clamping: ink + 255 - pixel >> 24)
      }
    }
  }
}
