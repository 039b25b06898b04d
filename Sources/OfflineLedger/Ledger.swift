public import Findings
import GRDB
import Glibc
public import OfflineRules
import WholeFiles

/// The records of one offline desk: certificates, the journal, what was issued offline.
///
/// One SQLite file in one folder, which only its owner may read (mode 0600: it holds encrypted keys and whole invoices).
/// Several programs may have it open at once; what one of them writes is there whole or not at all, and is on the disk
/// before the call returns.
public final class Ledger: Sendable {
  /// The folder of the desk.
  public let folder: String
  let database: DatabaseQueue
  let clock: @Sendable () -> Moment

  /// The file's name in its folder.
  package static let fileName = "ledger.sqlite"

  /// Opens a desk, and sets one up where there is none.
  ///
  /// - Parameters:
  ///   - folder: made where it is missing, for its owner alone.
  ///   - isNew: whether a desk is set up where there is none.
  ///   - clock: tells the time; the system's by default.
  /// - Throws: `desk.none`, `desk.permissions`, `desk.altered`, `desk.newer`, `desk.read-only`, `desk.full`, `desk.damaged`, `desk.busy`,
  ///   `desk.unusable`, each with what can be done.
  public init(
    _ folder: String, settingUp isNew: Bool = true, clock: @escaping @Sendable () -> Moment = { .ofSystem }
  ) throws(Obstacle) {
    self.folder = folder
    self.clock = clock
    let path = "\(folder)/\(Ledger.fileName)"
    if !isNew {
      var information = stat()
      // An emptied file is no desk either; one with records has a page at least.
      let found = stat(path, &information)
      if found != 0 && errno == ENOENT || found == 0 && information.st_size == 0 { throw .deskNone(folder) }
    }
    let lock = try Ledger.lock(folder)
    defer { close(lock) }
    try Ledger.prepareFile(path)
    database = try Ledger.guarding(path) {
      var configuration = Configuration()
      // As long as a till can wait for another one's print to be written down.
      configuration.busyMode = .timeout(20)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        // What is recorded must outlive a power cut.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // A file from elsewhere may hold anything.
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        try database.execute(sql: "PRAGMA cell_size_check = ON")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let schema = LedgerSchema.migrator
      guard try queue.read(schema.hasBeenSuperseded) == false else { throw Obstacle.deskNewer(path) }
      if try queue.read(schema.hasCompletedMigrations) == false { try schema.migrate(queue) }
      guard try queue.read(LedgerSchema.isWhole) else { throw Obstacle.deskAltered(path) }
      return queue
    }
  }

  /// The moment that it is, as the desk's clock tells it.
  public var now: Moment { clock() }

  /// Reads at one moment in the life of the records.
  func read<Value>(_ work: (Database) throws -> Value) throws(Obstacle) -> Value {
    try Ledger.guarding(database.path) { try database.read(work) }
  }

  /// Writes all or nothing; nobody else writes meanwhile.
  func write<Value>(_ work: (Database, Moment) throws -> Value) throws(Obstacle) -> Value {
    try Ledger.guarding(database.path) {
      try database.write { database in try work(database, clock()) }
    }
  }

  static func guarding<Value>(_ path: String, _ work: () throws -> Value) throws(Obstacle) -> Value {
    do {
      return try work()
    } catch let obstacle as Obstacle {
      throw obstacle
    } catch let damaged as DamagedRecord {
      throw .deskDamaged(path, damaged.what)
    } catch let error as DatabaseError {
      throw .database(error, path)
    } catch {
      throw .deskUnusable(path, "\(error)")
    }
  }

  /// One program at a time looks whether the records must be set up.
  private static func lock(_ folder: String) throws(Obstacle) -> Int32 {
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      try makeDirectory(folder)
      chmod(folder, 0o700)
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .deskUnusable(folder, String(cString: strerror(errno))) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & 0o022 == 0 else {
      close(descriptor)
      throw .folderPermissions(folder)
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        throw .deskUnusable(folder, reason)
      }
    }
    return descriptor
  }

  private static func prepareFile(_ path: String) throws(Obstacle) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .deskUnopened(path, errno) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .deskUnopened(path, errno) }
    guard information.st_mode & 0o077 == 0 else { throw .deskPermissions(path) }
  }
}

/// A record that says what no version of this program writes.
struct DamagedRecord: Error {
  /// Which one.
  let what: String

  init(_ what: String) { self.what = what }
}

extension Moment {
  /// The moment that the system's clock shows.
  public static var ofSystem: Moment { Moment(unixSeconds: Int64(time(nil))) }
}
