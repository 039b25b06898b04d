import CTIFF
import Glibc

/// A file in memory as libtiff reads it, and whether libtiff found fault with it.
///
/// libtiff's own handlers of errors and warnings are global and print; a file opened with handlers of its own
/// leaves them alone.
final class TIFFSource {
  private let bytes: [UInt8]
  private var position = 0
  /// An error was reported since this was last set to false; warnings, which many sound files earn, don't count.
  var isFaulty = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Opens the file; whoever asks closes it, before the source goes.
  ///
  /// - Parameter memoryLimit: the most bytes that libtiff may ask for at once, whatever the file's numbers say.
  func open(memoryLimit: Int) -> OpaquePointer? {
    guard let options = TIFFOpenOptionsAlloc() else { return nil }
    defer { TIFFOpenOptionsFree(options) }
    let handle = Unmanaged.passUnretained(self).toOpaque()
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, tmsize_t(memoryLimit))
    TIFFOpenOptionsSetWarningHandlerExtR(options, { _, _, _, _, _ in 1 }, nil)
    TIFFOpenOptionsSetErrorHandlerExtR(
      options,
      { _, source, _, _, _ in
        TIFFSource.of(source)?.isFaulty = true
        return 1
      }, handle)
    // "m" reads through the functions below instead of mapping the file.
    return TIFFClientOpenExt(
      "evidence", "rm", handle,
      { source, buffer, count in TIFFSource.of(source)?.read(into: buffer, count) ?? -1 },
      { _, _, _ in -1 },
      { source, offset, origin in TIFFSource.of(source)?.seek(offset, from: origin) ?? UInt64.max },
      { _ in 0 },
      { source in UInt64(TIFFSource.of(source)?.bytes.count ?? 0) },
      { _, _, _ in 0 }, { _, _, _ in }, options)
  }

  private static func of(_ handle: UnsafeMutableRawPointer?) -> TIFFSource? {
    handle.map { Unmanaged<TIFFSource>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into buffer: UnsafeMutableRawPointer?, _ count: tmsize_t) -> tmsize_t {
    let available = min(Int(count), bytes.count - position)
    guard available > 0, let buffer else { return 0 }
    UnsafeMutableRawBufferPointer(start: buffer, count: available).copyBytes(
      from: bytes[position..<position + available])
    position += available
    return tmsize_t(available)
  }

  /// The new position, never beyond the end; the largest number where there is none.
  private func seek(_ offset: toff_t, from origin: Int32) -> toff_t {
    let start = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? position : bytes.count
    // Steps back come as two's complement.
    let (target, overflows) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !overflows, (0...bytes.count).contains(target) else { return toff_t.max }
    position = target
    return toff_t(target)
  }
}
