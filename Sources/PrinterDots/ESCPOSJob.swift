/// A picture in the language of receipt printers (ESC/POS): raster bands, so that neither letters nor codes need
/// anything of the printer's firmware.
///
/// Source: point-of-sale, "Devices" (raster instead of the printer's own letters and QR codes).
package struct ESCPOSJob: Sendable, Hashable {
  /// What is printed.
  package let picture: DotPicture
  /// Whether the printer cuts the paper.
  package let isCut: Bool

  /// Rows sent at a time: cheap printers have a few kilobytes to keep a band in, and wait in the middle of a longer one.
  static let rowsInBand = 64
  /// Lines of the printer's own by which what isn't cut is fed out to be torn off.
  static let linesFed: UInt8 = 5

  /// - Parameters:
  ///   - picture: at most 524,280 dots wide; without real-time commands, which it is made free of here.
  ///   - isCut: else the paper is only fed far enough to be torn off.
  package init(_ picture: DotPicture, isCut: Bool = true) {
    precondition(picture.bytesInRow <= 0xFFFF, "a row's length fits two bytes")
    self.picture = picture.withoutRealTimeCommands()
    self.isCut = isCut
  }

  /// The whole job: reset, bands (`GS v 0`), feed, cut (`GS V 66`).
  package var bytes: [UInt8] {
    let stride = picture.bytesInRow
    var job: [UInt8] = [0x1B, 0x40]
    job.reserveCapacity(picture.bytes.count + 64 + 8 * (picture.height / ESCPOSJob.rowsInBand + 1))
    for top in Swift.stride(from: 0, to: picture.height, by: ESCPOSJob.rowsInBand) {
      let rows = top..<min(top + ESCPOSJob.rowsInBand, picture.height)
      job += [0x1D, 0x76, 0x30, 0x00, UInt8(stride & 0xFF), UInt8(stride >> 8), UInt8(rows.count), 0]
      job += picture.rows(rows)
    }
    // Function B: fed to where the knife is, then cut but for one point, so that the slip doesn't fall.
    job += isCut ? [0x1D, 0x56, 0x42, 0x00] : [0x1B, 0x64, ESCPOSJob.linesFed]
    return job
  }
}
