/// Names that systems leave in folders, and that nobody means when he gives the folder.
enum SkippedNames {
  private static let names: Set<[UInt8]> = Set(["__MACOSX", "Thumbs.db", "desktop.ini"].map { Array($0.utf8) })

  /// Whether a file or folder of this name is skipped: hidden ones (`.` and `..` among them) and those left behind.
  static func contain(_ name: some Collection<UInt8>) -> Bool {
    name.first == 0x2E || names.contains(Array(name))
  }
}
