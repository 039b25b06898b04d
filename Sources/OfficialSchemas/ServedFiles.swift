import CLibXML2

/// What libxml2 may open on this thread: a few files in memory, under names of our own, and nothing else in the world.
///
/// libxml2 opens whatever it reads by name (schemas, what they include, entities, catalogs, network addresses) through
/// one function, which can be replaced. Its external entity loader and its input callbacks are the process's, so setting
/// them would race with other threads; this function is each thread's own (libxml2 keeps it in thread-local storage).
/// It is replaced, the work runs to its end on the same thread without a suspension, and it is put back. What it may
/// serve is a task-local value, which belongs to the same thread for the same time. So no thread sees another's files,
/// and other users of libxml2 in the process go on opening theirs. One trace is left: a catalog that the environment
/// names (`XML_CATALOG_FILES`) can't be opened here either, and libxml2 doesn't try it again; nothing of ours uses one.
enum ServedFiles {
  @TaskLocal private static var files: [String: [UInt8]] = [:]

  /// Does some work during which libxml2 finds these files by these names, and no other file or address.
  static func only<Result>(_ served: [String: [UInt8]], during work: () -> Result) -> Result {
    _ = libraryIsReady
    return $files.withValue(served) {
      let usual = xmlParserInputBufferCreateFilenameDefault { name, encoding in
        guard let name, let bytes = ServedFiles.files[String(cString: name)] else { return nil }
        return bytes.withUnsafeBytes { raw in
          // libxml2 copies the bytes.
          xmlParserInputBufferCreateMem(
            raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), encoding)
        }
      }
      defer { _ = xmlParserInputBufferCreateFilenameDefault(usual) }
      return work()
    }
  }
}

/// libxml2's one-time set-up. The parser's part locks itself; that of the schema types doesn't, and would race if the
/// first two schemas of the process were compiled at once.
private let libraryIsReady: Void = {
  xmlInitParser()
  xmlSchemaInitTypes()
}()
