import CodeReading
import Findings
import Testing

@testable import ReadingWorkers

@Suite("Readings as bytes")
struct ReadingCodingTests {
  private func bytes(_ result: Result<PrintReading, Obstacle>) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(result)
    return writer.bytes
  }

  @Test("What is written is read again, to the last bit", arguments: [Readings.full, Readings.empty])
  func roundTrip(reading: PrintReading) throws {
    #expect(try WorkerAnswer.read(bytes(.success(reading))).get() == reading)
  }

  @Test("An obstacle keeps its code and its words")
  func obstacle() throws {
    let obstacle = Obstacle(
      "evidence.damaged", Sentence("Broken.", pl: "Zepsute."), remedy: Sentence("Mend.", pl: "Napraw."))
    let read = try WorkerAnswer.read(bytes(.failure(obstacle)))
    #expect(throws: obstacle) { try read.get() }
    guard case .failure(let told) = read else { return }
    #expect(told.reason == obstacle.reason)
    #expect(told.remedy == obstacle.remedy)
  }

  @Test("Bytes that are cut anywhere are refused")
  func cut() {
    let whole = bytes(.success(Readings.full))
    for length in whole.indices {
      #expect(throws: MalformedBytes.self) { try WorkerAnswer.read(Array(whole.prefix(length))) }
    }
    #expect(throws: MalformedBytes.self) { try WorkerAnswer.read(whole + [0]) }
  }

  @Test("Whatever byte is changed, what is read keeps the promises of its type")
  func changed() {
    let whole = bytes(.success(Readings.full))
    var accepted = 0
    for index in whole.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = whole
        bytes[index] ^= change
        guard case .success(let reading)? = try? WorkerAnswer.read(bytes) else { continue }
        accepted += 1
        #expect(reading.pages.map(\.page) == Array(1...2))
        for page in reading.pages {
          let regions = page.codes.map(\.region) + page.unreadable.map(\.region) + page.text.words.map(\.region)
          #expect(regions.allSatisfy { abs($0.centerX) <= 1000 && abs($0.centerY) <= 1000 && $0.width >= 0 })
          #expect(page.text.words.allSatisfy { (0...100).contains($0.confidence) })
        }
      }
    }
    #expect(accepted > 0)
  }

  @Test("Bytes of no sense are refused, however much they promise")
  func nonsense() {
    var state: UInt64 = 1
    for length in 0..<400 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
      #expect(throws: MalformedBytes.self) { try WorkerAnswer.read([1] + bytes) }
    }
    var writer = ByteWriter()
    writer.add(true)
    writer.add("pdf")
    writer.add(Int.max)
    #expect(throws: MalformedBytes.self) { try WorkerAnswer.read(writer.bytes) }
  }

  @Test("An obstacle can't take another program's code")
  func foreignCode() {
    let obstacle = Obstacle("file.unreadable", Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    #expect(throws: MalformedBytes.self) { try WorkerAnswer.read(bytes(.failure(obstacle))) }
  }

  @Test("A request comes whole to the worker")
  func request() throws {
    var (wishes, limits) = (CodeReader.Wishes(), ReadingLimits())
    (wishes.words, wishes.thumbnails) = (false, true)
    limits.seconds = 7
    let head = WorkerRequest(name: "a/ż.pdf", wishes: wishes, limits: limits).head(fileSize: 3)
    let (read, file) = try WorkerRequest.read(Array((head + [1, 2, 3]).dropFirst(8)))
    #expect(read.name == "a/ż.pdf")
    #expect(read.wishes == wishes)
    #expect(read.limits == limits)
    #expect(file == [1, 2, 3])
  }
}
