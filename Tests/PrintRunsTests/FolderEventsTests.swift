import Testing

@testable import PrintRuns

@Suite("What the system tells of a folder")
struct FolderEventsTests {
  /// A record as inotify writes it.
  private func record(_ mask: UInt32, _ name: String = "") -> [UInt8] {
    func bytes(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value) { Array($0) } }
    let padded = name.isEmpty ? [] : Array(name.utf8) + [UInt8](repeating: 0, count: 16 - name.utf8.count % 16)
    return bytes(1) + bytes(mask) + bytes(0) + bytes(UInt32(padded.count)) + padded
  }

  @Test("Names end at the first zero, and records follow each other")
  func names() {
    let bytes = record(0x8, "a.xml") + record(0x80, "a name of seventeen") + record(0x200, "b.xml")
    #expect(
      FolderEvents.news(in: bytes) == [.arrived("a.xml"), .arrived("a name of seventeen"), .left("b.xml")])
  }

  @Test("Dropped events are told, so that the folder is looked through")
  func overflow() { #expect(FolderEvents.news(in: record(0x4000)) == [.missed]) }

  @Test("The end of the folder is told, what happens to folders in it isn't")
  func folders() {
    #expect(FolderEvents.news(in: record(0x400)) == [.ended])
    #expect(FolderEvents.news(in: record(0x4000_0080, "sub")) == [])
  }

  @Test("A record that is cut, or a name that isn't UTF-8, is passed over")
  func malformed() {
    #expect(FolderEvents.news(in: Array(record(0x8, "a.xml").prefix(10))) == [])
    #expect(FolderEvents.news(in: Array(record(0x8, "a.xml").prefix(18))) == [.arrived("a.")])
    var bytes = record(0x8, "a.xml")
    bytes[16] = 0xFF
    #expect(FolderEvents.news(in: bytes) == [])
  }
}
