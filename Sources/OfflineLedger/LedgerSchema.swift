import GRDB

/// How the records lie in the database.
enum LedgerSchema {
  /// What the database consists of where all steps were taken; nobody adds to it or takes away from it.
  private static let whole = Result { () throws -> Set<String> in
    let empty = try DatabaseQueue()
    try migrator.migrate(empty)
    return try empty.read(parts)
  }

  /// Whether the database has all tables, indexes and triggers that it should, and none besides.
  ///
  /// A trigger of somebody else's could keep what is written from being recorded.
  static func isWhole(_ database: Database) throws -> Bool { try parts(database) == whole.get() }

  private static func parts(_ database: Database) throws -> Set<String> {
    // What SQLite adds for itself begins with sqlite_: indexes that nobody wrote, and tables.
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT type, name, tbl_name, sql FROM sqlite_master "
        + "WHERE NOT (name LIKE 'sqlite\\_%' ESCAPE '\\' AND (sql IS NULL OR type = 'table'))")
    return Set(
      rows.map { row in
        let sql: String? = row["sql"]
        return "\(row["type"] as String) \(row["name"] as String) \(row["tbl_name"] as String) \(sql ?? "")"
      })
  }

  /// All that has ever been changed about it, in order; a step that was published is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: journal)
      try database.execute(sql: certificates)
      try database.execute(sql: issued)
    }
    return migrator
  }

  /// The tables some of whose texts say more than is read of them: they go on behind a NUL, at which a reader stops and
  /// SQLite doesn't.
  static func tablesHidingText(_ database: Database) throws -> [String] {
    try ["certificate", "issued", "journal"].filter { table in
      let texts = try database.columns(in: table).filter { $0.type == "TEXT" }
      let hides = texts.map { "instr(CAST(\($0.name) AS BLOB), x'00') > 0" }.joined(separator: " OR ")
      return try Int.fetchOne(database, sql: "SELECT 1 FROM \(table) WHERE \(hides) LIMIT 1") != nil
    }
  }

  private static let journal = """
    CREATE TABLE journal (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      recorded INTEGER NOT NULL,
      kind TEXT NOT NULL,
      content TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX journal_kind ON journal (kind, number);
    CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
    CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
    """

  private static let certificates = """
    CREATE TABLE certificate (
      fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
      environment TEXT NOT NULL,
      user TEXT NOT NULL,
      serial TEXT NOT NULL,
      certificate BLOB NOT NULL,
      key BLOB NOT NULL,
      added INTEGER NOT NULL,
      preferred INTEGER NOT NULL DEFAULT 0,
      withdrawn INTEGER,
      PRIMARY KEY (environment, fingerprint)
    ) STRICT;
    """

  private static let issued = """
    CREATE TABLE issued (
      id INTEGER PRIMARY KEY,
      environment TEXT NOT NULL,
      seller TEXT NOT NULL,
      issue_date TEXT NOT NULL,
      hash TEXT NOT NULL,
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      buyer TEXT NOT NULL,
      mode TEXT NOT NULL,
      event INTEGER,
      document TEXT NOT NULL,
      certificate TEXT,
      user TEXT NOT NULL,
      signed_link TEXT,
      corrects TEXT,
      replaces TEXT,
      xml BLOB NOT NULL,
      recorded INTEGER NOT NULL,
      first_recorded INTEGER NOT NULL,
      entry INTEGER NOT NULL REFERENCES journal (number),
      ksef_number TEXT,
      sent INTEGER,
      sent_at INTEGER,
      rejected INTEGER,
      rejection TEXT,
      closed INTEGER,
      closure TEXT,
      replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1)),
      UNIQUE (environment, hash),
      CHECK ((ksef_number IS NULL) = (sent IS NULL)),
      CHECK (sent_at IS NULL OR sent IS NOT NULL),
      CHECK ((rejected IS NULL) = (rejection IS NULL)),
      CHECK ((closed IS NULL) = (closure IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX issued_once ON issued (environment, seller, kind, number)
      WHERE replaced = 0 AND closed IS NULL;
    CREATE INDEX issued_waiting ON issued (environment, issue_date) 
      WHERE ksef_number IS NULL AND replaced = 0 AND closed IS NULL;
    """
}
