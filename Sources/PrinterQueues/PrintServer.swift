import CCUPS
import Findings

/// A connection to the print server that the user's settings name; CUPS answers within its own time limits. Owns it.
final class PrintServer {
  let connection: OpaquePointer

  /// - Throws: `printer.no-server`.
  init() throws(Obstacle) {
    guard
      let connection = httpConnect2(cupsServer(), ippPort(), nil, AF_UNSPEC, cupsEncryption(), 1, 10_000, nil)
    else { throw .noServer(String(cString: cupsServer())) }
    self.connection = connection
  }

  deinit { httpClose(connection) }

  /// Asks a question about a queue.
  ///
  /// - Parameters:
  ///   - job: where it is about one of the queue's jobs.
  ///   - attributes: that are wanted.
  /// - Throws: `printer.server-failed`.
  func ask(_ operation: ipp_op_t, queue: String, job: Int32? = nil, _ attributes: [String]) throws(Obstacle) -> Answer {
    guard let request = ippNewRequest(operation) else { throw .serverFailed() }
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nil, PrintServer.address(of: queue))
    if let job { ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job) }
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nil, cupsUser())
    let list = ippAddStrings(
      request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", Int32(attributes.count), nil, nil)
    var wanted = list
    for (index, name) in attributes.enumerated() { ippSetString(request, &wanted, Int32(index), name) }
    guard let response = cupsDoRequest(connection, request, "/") else { throw .serverFailed() }
    let answer = Answer(response)
    guard cupsLastError().rawValue < IPP_STATUS_ERROR_BAD_REQUEST.rawValue else { throw .serverFailed() }
    return answer
  }

  private static func address(of queue: String) -> String {
    var buffer = [CChar](repeating: 0, count: 1024)
    httpAssembleURI(
      HTTP_URI_CODING_ALL, &buffer, Int32(buffer.count), "ipp", nil, "localhost", ippPort(), "/printers/\(queue)")
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What the server answered. Owns it.
  final class Answer {
    private let response: OpaquePointer

    init(_ response: OpaquePointer) { self.response = response }

    deinit { ippDelete(response) }

    /// A number or a state; nil where it isn't there.
    func integer(_ name: String) -> Int32? {
      guard let attribute = ippFindAttribute(response, name, IPP_TAG_ZERO) else { return nil }
      return ippGetInteger(attribute, 0)
    }

    /// Whether something is so; nil where it isn't there.
    func flag(_ name: String) -> Bool? {
      guard let attribute = ippFindAttribute(response, name, IPP_TAG_BOOLEAN) else { return nil }
      return ippGetBoolean(attribute, 0) != 0
    }

    /// Dots per inch, where both directions have the same; nil where it isn't there.
    func resolution(_ name: String) -> Double? {
      guard let attribute = ippFindAttribute(response, name, IPP_TAG_RESOLUTION) else { return nil }
      var down: Int32 = 0
      var unit = IPP_RES_PER_INCH
      let across = ippGetResolution(attribute, 0, &down, &unit)
      guard across > 0, across == down else { return nil }
      return Double(across) * (unit == IPP_RES_PER_CM ? 2.54 : 1)
    }

    /// All values of an attribute of words.
    func words(_ name: String) -> [String] {
      guard let attribute = ippFindAttribute(response, name, IPP_TAG_ZERO) else { return [] }
      return (0..<ippGetCount(attribute)).compactMap { index in
        ippGetString(attribute, index, nil).map { String(cString: $0) }
      }
    }
  }
}
