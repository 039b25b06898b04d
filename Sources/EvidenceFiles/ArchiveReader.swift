import CArchive
import Findings
import Glibc

/// Owns libarchive's reader of one archive. Nothing is ever unpacked to disk.
///
/// A ZIP file (APPNOTE.TXT of PKWARE) is read by its central directory only: the members that the directory lists are
/// the members, whatever else lies between them. A tar archive (POSIX.1-2017, pax; GNU tar) is read from its beginning
/// to its end, through gzip (RFC 1952) where it is packed.
final class ArchiveReader {
  private let reader: OpaquePointer
  private let form: ArchiveForm
  private let name: String
  private let memberLimit: Int
  /// How many bytes the members that are still to come may have.
  private var bytesLeft: Int
  /// Of the member that was read last, of a tar archive only.
  private var unread = 0
  private var members = 0
  private var isAtEnd = false
  /// Kept open or in place as long as the reader works on them.
  private let file: OpenFile?
  private let memory: UnsafeMutableRawBufferPointer?

  /// - Throws: `archive.damaged`.
  init(_ file: OpenFile, _ form: ArchiveForm, name: String, limits: ArchiveLimits) throws(Obstacle) {
    reader = form.newReader()
    self.form = form
    self.file = file
    memory = nil
    self.name = name
    memberLimit = limits.members
    bytesLeft = limits.bytes(ofArchiveOf: file.size ?? 0)
    guard lseek(file.descriptor, 0, SEEK_SET) == 0,
      archive_read_open_fd(reader, file.descriptor, 1 << 16) == ARCHIVE_OK
    else { throw .archiveDamaged(name) }
  }

  /// - Throws: `archive.damaged`.
  init(_ bytes: [UInt8], _ form: ArchiveForm, name: String, limits: ArchiveLimits) throws(Obstacle) {
    reader = form.newReader()
    self.form = form
    file = nil
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    memory.copyBytes(from: bytes)
    self.memory = memory
    self.name = name
    memberLimit = limits.members
    bytesLeft = limits.bytes(ofArchiveOf: bytes.count)
    guard archive_read_open_memory(reader, memory.baseAddress, bytes.count) == ARCHIVE_OK else {
      throw .archiveDamaged(name)
    }
  }

  deinit {
    archive_read_free(reader)
    memory?.deallocate()
  }

  /// The next member's name, without a look at its content; nil at the end, or where the archive can't be read on.
  func nextName() -> String? {
    while !isAtEnd, case .member(_, let path)? = nextMember() {
      if let path { return path }
    }
    return nil
  }

  /// The next member; nil at the end.
  ///
  /// - Parameters:
  ///   - place: what stands before the archive's members in the name under the folder that was named.
  ///   - naming: makes a name unlike all others.
  ///   - acceptance: as `EvidenceFiles` has it.
  func next(
    under place: String, naming: (String) -> String, accepting acceptance: EvidenceFiles.Acceptance
  ) -> FoundFile? {
    while !isAtEnd {
      switch nextMember() {
      case nil: return nil
      case .obstacle(let obstacle): return .obstacle(obstacle)
      case .member(_, nil): continue
      case .member(let entry, let path?):
        let member = naming("\(name)/\(path)")
        do throws(Obstacle) {
          if archive_entry_is_data_encrypted(entry) != 0 { throw .memberEncrypted(member) }
          return try content(of: member, place + path, accepting: acceptance)
        } catch {
          return .obstacle(error)
        }
      }
    }
    return nil
  }

  private enum Member {
    /// A member and its path; without a path where it is to be skipped.
    case member(OpaquePointer, String?)
    case obstacle(Obstacle)
  }

  private func nextMember() -> Member? {
    NameEncoding.utf8.applied { memberAhead() }
  }

  private func memberAhead() -> Member? {
    var entry: OpaquePointer?
    let outcome = archive_read_next_header(reader, &entry)
    guard outcome == ARCHIVE_OK || outcome == ARCHIVE_WARN, let entry else {
      isAtEnd = true
      return outcome == ARCHIVE_EOF ? nil : .obstacle(.archiveDamaged(name))
    }
    members += 1
    guard passes(archive_entry_size(entry)) else {
      isAtEnd = true
      return .obstacle(.archiveGrows(name))
    }
    guard members <= memberLimit else {
      isAtEnd = true
      return .obstacle(.tooManyMembers(name, limit: memberLimit))
    }
    // Folders, links and the like have nothing to read; what a tar archive calls a hard link is another member.
    guard archive_entry_filetype(entry) & 0o170000 == 0o100000, archive_entry_hardlink(entry) == nil else {
      return .member(entry, nil)
    }
    return .member(entry, path(of: entry))
  }

  /// Whether the next member of a tar archive may be unpacked: its size counts even where nobody reads it, since it has
  /// to be unpacked all the same to come to the one behind it.
  private func passes(_ size: Int64) -> Bool {
    guard form.isPassedThrough else { return true }
    bytesLeft -= max(0, unread)
    unread = Int(size)
    return bytesLeft >= 0 && unread >= 0 && unread <= bytesLeft
  }

  /// The member's path as it can be shown; nothing is ever opened by it. Nil for what is skipped.
  private func path(of entry: OpaquePointer) -> String? {
    // What isn't marked as UTF-8 comes as it stands: in the code page of the machine that packed it.
    guard let text = archive_entry_pathname(entry) else { return "?" }
    let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
    let parts = bytes.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C })
    // `..` is somebody's mischief, not a hidden file: it is shown and read, since nothing is ever written there.
    if parts.contains(where: { SkippedNames.contain($0) && !$0.elementsEqual([0x2E, 0x2E]) && $0.count > 1 }) {
      return nil
    }
    let path = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    return path.isEmpty ? "?" : path.printable(upTo: 1000)
  }

  private func content(
    of member: String, _ placeName: String, accepting acceptance: EvidenceFiles.Acceptance
  ) throws(Obstacle) -> FoundFile {
    var bytes: [UInt8] = []
    while bytes.count < FileHead.length {
      let more = try read(atMost: FileHead.length - bytes.count, of: member)
      if more.isEmpty { break }
      bytes += more
    }
    if ArchiveForm(head: bytes) != nil { throw .archiveWithin(member) }
    guard let limit = acceptance(FileHead(name: member, bytes: bytes)) else { return .passedOver(member) }
    while true {
      let more = try read(atMost: 1 << 20, of: member)
      if more.isEmpty { return .file(EvidenceFile(name: member, placeName: placeName, bytes: bytes, isNamed: false)) }
      guard bytes.count + more.count <= limit else { throw .fileTooLarge(member, limit: limit) }
      bytes += more
    }
  }

  private func read(atMost count: Int, of member: String) throws(Obstacle) -> [UInt8] {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      got = archive_read_data(reader, buffer.baseAddress, count)
      filled = max(0, got)
    }
    // A wrong checksum is told in place of the last bytes.
    guard got >= 0 else { throw .memberDamaged(member) }
    unread -= got
    bytesLeft -= got
    guard bytesLeft >= 0 else {
      isAtEnd = true
      throw .archiveGrows(name)
    }
    return bytes
  }
}
