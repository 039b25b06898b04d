import CCUPS
import Findings

/// A printer as CUPS knows it, with the paper that it reports. Owns what CUPS hands out.
final class QueueMedia {
  private let destination: UnsafeMutablePointer<cups_dest_t>
  private let information: OpaquePointer
  private let server: PrintServer
  private let queue: String

  /// - Throws: `printer.unknown`, `printer.server-failed`.
  init(of queue: String, _ server: PrintServer) throws(Obstacle) {
    guard let destination = cupsGetNamedDest(server.connection, queue, nil) else {
      throw .unknownQueue(queue, QueueMedia.names(server))
    }
    guard let information = cupsCopyDestInfo(server.connection, destination) else {
      cupsFreeDests(1, destination)
      throw .serverFailed()
    }
    (self.destination, self.information, self.server, self.queue) = (destination, information, server, queue)
  }

  deinit {
    cupsFreeDestInfo(information)
    cupsFreeDests(1, destination)
  }

  private static func names(_ server: PrintServer) -> [String] {
    var list: UnsafeMutablePointer<cups_dest_t>?
    let count = cupsGetDests2(server.connection, &list)
    defer { cupsFreeDests(count, list) }
    return (0..<Int(count)).compactMap { index in list?[index].name.map { String(cString: $0) } }
  }

  /// The printer's name for paper of exactly this size.
  ///
  /// - Parameters:
  ///   - width: in points, as `height`.
  /// - Throws: `printer.no-media`, with what the printer reports.
  func name(width: Double, height: Double) throws(Obstacle) -> String {
    // CUPS counts in hundredths of a millimetre.
    let (wide, long) = (QueueMedia.hundredths(width), QueueMedia.hundredths(height))
    var size = cups_size_t()
    if cupsGetDestMediaBySize(
      server.connection, destination, information, wide, long, UInt32(CUPS_MEDIA_FLAGS_EXACT), &size) != 0
    {
      return withUnsafeBytes(of: &size.media) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
    // A size of one's own isn't among the named ones, and is asked for by a name made of its measures. Drivers count in
    // whole points and cut the rest off, which would take the last rows of dots: the length is rounded up to a point.
    var name = [CChar](repeating: 0, count: 128)
    let whole = (width.rounded(), height.rounded(.up))
    let (roundWide, roundLong) = (Int32((whole.0 / 72 * 2540).rounded(.up)), Int32((whole.1 / 72 * 2540).rounded(.up)))
    guard pwgFormatSizeName(&name, name.count, "custom", nil, roundWide, roundLong, "mm") != 0,
      cupsCheckDestSupported(server.connection, destination, information, "media", name) != 0
    else { throw .noMedia(queue, wide: wide, long: long, reported: reported) }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The first names of paper that the printer reports.
  private var reported: [String] {
    let count = cupsGetDestMediaCount(server.connection, destination, information, UInt32(CUPS_MEDIA_FLAGS_DEFAULT))
    return (0..<min(count, 12)).compactMap { index in
      var size = cups_size_t()
      guard
        cupsGetDestMediaByIndex(
          server.connection, destination, information, index, UInt32(CUPS_MEDIA_FLAGS_DEFAULT), &size) != 0
      else { return nil }
      return withUnsafeBytes(of: &size.media) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }
  }

  private static func hundredths(_ points: Double) -> Int32 { Int32((points / 72 * 2540).rounded()) }
}
