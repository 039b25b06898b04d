import Foundation

/// Tiny pictures of every kind.
enum Pictures {
  /// 16 by 8 pixels, green.
  static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAIAAAB/FOjAAAAAFklEQVQY02NUWODAQApgIkn1qAYiAQCTtwEQC/lnIwAAAABJRU5E\
    rkJggg==
    """)
  /// 32 by 16 pixels, red; baseline.
  static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO\
    UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P\
    T09PT09PT0//wAARCAAQACADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA\
    FgEBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AjgJrVAAP/9k=
    """)

  /// A blue rectangle, and what a test adds to it.
  static func svg(_ more: String = "", root: String = "viewBox=\"0 0 20 10\"") -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \(root)>
      <rect width="20" height="10" fill="#2040c0"/>\(more)</svg>
      """.utf8)
  }

  private static func bytes(_ base64: String) -> [UInt8] {
    guard let data = Data(base64Encoded: base64) else { preconditionFailure("the test's own picture is whole") }
    return Array(data)
  }
}
