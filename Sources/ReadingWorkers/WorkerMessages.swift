package import CodeReading
package import Findings

/// What a worker is asked: all it needs to know about one file.
struct WorkerRequest {
  let name: String
  let wishes: CodeReader.Wishes
  let limits: ReadingLimits

  /// The most bytes of a file that is sent to a worker.
  static let fileLimit = 1 << 30

  /// The message without the file's bytes, which follow it; both behind the length of the whole.
  func head(fileSize: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(name)
    writer.add(wishes.byte)
    writer.add(limits.seconds)
    writer.add(limits.memory)
    writer.add(fileSize)
    var message = ByteWriter()
    message.add(writer.bytes.count + fileSize)
    return message.bytes + writer.bytes
  }

  /// The request and the file's bytes out of what follows the length.
  static func read(_ bytes: [UInt8]) throws(MalformedBytes) -> (request: WorkerRequest, file: [UInt8]) {
    var reader = ByteReader(bytes)
    let name = try reader.text()
    let wishes = try CodeReader.Wishes(byte: reader.byte())
    var limits = ReadingLimits()
    limits.seconds = try reader.integer(in: 1...1_000_000)
    limits.memory = try reader.integer(in: 1...Int.max)
    let file = try reader.byteList()
    try reader.end()
    return (WorkerRequest(name: name, wishes: wishes, limits: limits), file)
  }
}

/// What a worker answers.
package enum WorkerAnswer {
  /// The most bytes of an answer that are taken from a worker.
  static let limit = 256_000_000

  /// The message behind its length.
  package static func message(_ result: Result<PrintReading, Obstacle>) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(result)
    var message = ByteWriter()
    message.add(writer.bytes)
    return message.bytes
  }

  /// What an answer says; its length isn't part of the bytes.
  ///
  /// - Throws: where no worker of ours can have written it.
  package static func read(_ bytes: [UInt8]) throws(MalformedBytes) -> Result<PrintReading, Obstacle> {
    var reader = ByteReader(bytes)
    let result = try reader.result()
    try reader.end()
    return result
  }
}

extension CodeReader.Wishes {
  /// One bit for each wish.
  var byte: UInt8 {
    [words, attachments, thumbnails, recognition].reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }

  init(byte: UInt8) throws(MalformedBytes) {
    self.init()
    guard byte < 16 else { throw MalformedBytes() }
    (words, attachments) = (byte & 1 != 0, byte & 2 != 0)
    (thumbnails, recognition) = (byte & 4 != 0, byte & 8 != 0)
  }
}
