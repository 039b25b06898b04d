import CLibQPDF
import Findings

/// Owns a PDF that qpdf has read from memory and writes anew.
///
/// qpdf keeps its first error to itself, so that a row of changes is judged once, when the document is written.
final class QPDFDocument {
  /// A handle of qpdf's on one of the document's objects.
  typealias Object = qpdf_oh

  private let document: qpdf_data

  /// - Parameter bytes: a PDF that we made; qpdf reads in it for as long as the document lives.
  /// - Throws: `archive.failed`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Obstacle) {
    guard let document = qpdf_init() else { preconditionFailure("qpdf_init gives a document or ends the process") }
    self.document = document
    qpdf_set_suppress_warnings(document, QPDF_TRUE)
    qpdf_silence_errors(document)
    _ = bytes.withMemoryRebound(to: CChar.self) {
      qpdf_read_memory(document, "print", $0.baseAddress, UInt64($0.count), nil)
    }
    try check()
  }

  deinit {
    var owned: qpdf_data? = document
    qpdf_cleanup(&owned)
  }

  /// The document's catalogue (ISO 32000-1, 7.7.2).
  var catalogue: Object { qpdf_get_root(document) }

  /// The document's information dictionary (ISO 32000-1, 14.3.3), in place of the one that is there.
  func replaceInformation(by dictionary: Object) {
    set("/Info", of: qpdf_get_trailer(document), to: indirect(dictionary))
  }

  /// The dictionary of every object that has one, streams' too.
  func forEachDictionary(_ body: (Object) -> Void) {
    let size = qpdf_oh_get_int_value_as_int(document, qpdf_oh_get_key(document, qpdf_get_trailer(document), "/Size"))
    for number in 1..<max(1, size) {
      let object = qpdf_get_object_by_id(document, number, 0)
      if qpdf_oh_is_stream(document, object) == QPDF_TRUE {
        body(qpdf_oh_get_dict(document, object))
      } else if qpdf_oh_is_dictionary(document, object) == QPDF_TRUE {
        body(object)
      }
    }
  }

  /// Whether an entry of a dictionary is a certain name, such as `/Link`.
  func has(_ key: String, of dictionary: Object, as name: String) -> Bool {
    qpdf_oh_is_name_and_equals(document, qpdf_oh_get_key(document, dictionary, key), name) == QPDF_TRUE
  }

  func set(_ key: String, of dictionary: Object, to value: Object) {
    qpdf_oh_replace_key(document, dictionary, key, value)
  }

  func remove(_ key: String, from dictionary: Object) { qpdf_oh_remove_key(document, dictionary, key) }

  /// An object as PDF writes it; constants and numbers only, never what somebody else said.
  func object(_ syntax: StaticString, _ numbers: Int...) -> Object {
    var parts = "\(syntax)".split(separator: "#", omittingEmptySubsequences: false)
    precondition(parts.count == numbers.count + 1, "each # stands for a number")
    for (index, number) in numbers.enumerated() { parts[index] += "\(number)" }
    return qpdf_oh_parse(document, parts.joined())
  }

  /// A name, whose own slashes qpdf writes as PDF wants them.
  func name(_ name: StaticString) -> Object { qpdf_oh_new_name(document, "\(name)") }

  /// A text string (ISO 32000-1, 7.9.2.2).
  func text(_ text: String) -> Object { qpdf_oh_new_unicode_string(document, text) }

  /// A stream of the document's own.
  ///
  /// - Parameter entries: what its dictionary holds beside the length.
  func stream(_ bytes: [UInt8], _ entries: [(key: String, value: Object)]) -> Object {
    let stream = qpdf_oh_new_stream(document)
    for entry in entries { set(entry.key, of: qpdf_oh_get_dict(document, stream), to: entry.value) }
    let none = qpdf_oh_new_null(document)
    qpdf_oh_replace_stream_data(document, stream, bytes, bytes.count, none, none)
    return stream
  }

  func array(_ items: [Object]) -> Object {
    let array = qpdf_oh_new_array(document)
    for item in items { qpdf_oh_append_item(document, array, item) }
    return array
  }

  /// The object as one that others refer to.
  func indirect(_ object: Object) -> Object { qpdf_make_indirect_object(document, object) }

  /// The whole document, the same for the same content: its identifier is made from that.
  ///
  /// - Throws: `archive.failed`.
  func written() throws(Obstacle) -> [UInt8] {
    qpdf_init_write_memory(document)
    // PDF/A-3 is made of PDF 1.7 (ISO 19005-3, 5.1).
    qpdf_set_minimum_pdf_version(document, "1.7")
    qpdf_set_deterministic_ID(document, QPDF_TRUE)
    qpdf_set_object_stream_mode(document, qpdf_o_generate)
    // ISO 19005-3, 6.1.7.1.
    qpdf_set_newline_before_endstream(document, QPDF_TRUE)
    qpdf_write(document)
    try check()
    let length = qpdf_get_buffer_length(document)
    guard let buffer = qpdf_get_buffer(document), length > 0 else { throw .archiveFailed("no output") }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  private func check() throws(Obstacle) {
    guard qpdf_has_error(document) == QPDF_TRUE else { return }
    throw .archiveFailed(String(cString: qpdf_get_error_full_text(document, qpdf_get_error(document))))
  }
}

extension Obstacle {
  fileprivate static func archiveFailed(_ reason: String) -> Obstacle {
    Obstacle(
      "archive.failed",
      Sentence(
        "Making the PDF an archive copy failed: \(reason.printable).",
        pl: "Nie udało się utworzyć kopii archiwalnej PDF: \(reason.printable)."),
      remedy: Sentence(
        "Print with --plain, and report this with the program's version.",
        pl: "Wydrukuj z opcją --plain i zgłoś to, podając wersję programu."))
  }
}
