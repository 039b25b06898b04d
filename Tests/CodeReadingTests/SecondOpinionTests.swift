import CodeReading
import Foundation
import Testing

/// What others published or decoded, against what is read here.
@Suite("Second opinion")
struct SecondOpinionTests {
  struct PublishedCode: Sendable, CustomTestStringConvertible {
    let url: String
    let picture: URL
    var testDescription: String { picture.lastPathComponent }
  }

  /// Official and collected pictures with their known links; empty where the shared folder isn't there.
  static let published: [PublishedCode] = ["kod1.json", "kod2.json"].flatMap { list -> [PublishedCode] in
    let vectors = sharedFolder.appending(path: "vectors")
    guard let data = FileManager.default.contents(atPath: vectors.appending(path: list).path),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let codes = object["published"] as? [[String: Any]]
    else { return [] }
    return codes.flatMap { code -> [PublishedCode] in
      let names = code["image"] as? [String] ?? [code["image"] as? String].compactMap(\.self)
      guard let url = code["url"] as? String else { return [] }
      return names.filter { $0.hasSuffix(".png") }.map { PublishedCode(url: url, picture: vectors.appending(path: $0)) }
    }
  }

  @Test("Published pictures hold the published links", .enabled(if: !published.isEmpty, "no shared vectors here"))
  func publishedPictures() throws {
    #expect(Self.published.count >= 4)
    for code in Self.published {
      let file = try [UInt8](Data(contentsOf: code.picture))
      let pages = try CodeReader().read(
        file, fileName: code.testDescription, isEnough: { !$0.flatMap(\.codes).isEmpty }
      ).pages
      #expect(pages.flatMap(\.codes).map(\.text) == [code.url], "\(code.testDescription)")
    }
  }

  @Test(
    "zbar reads the same from clean scans", .enabled(if: zbarimg != nil, "zbarimg isn't installed"),
    arguments: Payload.all)
  func zbar(payload: String) throws {
    let file = try PrintedSheet(payload).scan(dpi: 300).png()
    let picture = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    try Data(file).write(to: picture)
    defer { unlink(picture.path) }
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.zbarimg
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture.path]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let pages = try CodeReader().read(file, fileName: "scan", isEnough: { !$0.flatMap(\.codes).isEmpty }).pages
    #expect(pages.flatMap(\.codes).map { $0.text + "\n" } == [read])
  }

  static let zbarimg: URL? = {
    let path = "/usr/bin/zbarimg"
    return FileManager.default.isExecutableFile(atPath: path) ? URL(filePath: path) : nil
  }()

  /// The folder named by the environment, or the one beside the package.
  static let sharedFolder: URL = {
    if let path = ProcessInfo.processInfo.environment["KSEF_SHARED"] { return URL(filePath: path) }
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    return package.deletingLastPathComponent().appending(path: "shared")
  }()
}
