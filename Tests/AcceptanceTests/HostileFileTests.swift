import Foundation
import Testing

/// Files made to do harm are refused, soon, cheaply, and with a sentence.
@Suite("Hostile invoices")
struct HostileFileTests {
  private struct Cost: Decodable {
    let code: Int32
    let errors: String
    let processorSeconds: Double
    let peakKilobytes: Int

    enum CodingKeys: String, CodingKey {
      case code, errors
      case processorSeconds = "processor-seconds"
      case peakKilobytes = "peak-kilobytes"
    }
  }

  private func measured(_ program: Program, _ arguments: [String]) throws -> Cost {
    let answer = try Script.measuredRun.run([program.path] + arguments)
    return try JSONDecoder().decode(Cost.self, from: answer.output)
  }

  /// A second and 100 MB, of processor time: how busy the machine is with other things is none of the file's doing.
  private func expectCheap(_ cost: Cost, location: SourceLocation = #_sourceLocation) {
    #expect(cost.processorSeconds < 1, sourceLocation: location)
    #expect(cost.peakKilobytes < 100_000, sourceLocation: location)
  }

  @Test("ksef-render refuses it in a second and 100 MB, and writes nothing", arguments: HostileFile.all)
  func render(file: HostileFile) throws {
    let folder = try WorkFolder()
    let path = try file.write(to: folder)
    let cost = try measured(.render, [path, "-o", folder.file("print.pdf"), "--environment", "test"])
    #expect(cost.code == 2, "\(cost.errors)")
    #expect(!cost.errors.isEmpty)
    #expect(!cost.errors.contains("root:"), "it read /etc/passwd")
    #expect(!cost.errors.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(cost.errors)")
    #expect(cost.errors.utf8.count < 2_000, "the message is as long as the file")
    expectCheap(cost)
    #expect(try folder.names() == ["hostile.xml"])
  }

  @Test("ksef-verify takes it for no invoice of the codes'", arguments: HostileFile.all)
  func verify(file: HostileFile) throws {
    let folder = try WorkFolder()
    let path = try file.write(to: folder)
    let sample = try #require(Corpus.samples.first)
    let link = try #require(try Program.render.run("link", sample.path, "--environment", "test").lines.first)
    let cost = try measured(.verify, [link, "--invoice", path])
    #expect(cost.code == 2 || cost.code == 3, "\(cost.errors)")
    expectCheap(cost)
  }

  @Test("An endless file is refused")
  func endless() throws {
    let cost = try measured(.render, ["/dev/zero", "-o", "/dev/null"])
    #expect(cost.code == 2, "\(cost.errors)")
    expectCheap(cost)
  }
}
