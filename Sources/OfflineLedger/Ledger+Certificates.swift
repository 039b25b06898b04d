import Certificates
public import Findings
import GRDB
import JSONWriting
public import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

extension Ledger {
  /// The certificates of an environment, or of all: those that end first come first.
  ///
  /// - Throws: what keeps the register from being read.
  public func certificates(in environment: KSeFEnvironment? = nil) throws(Obstacle) -> [RegisteredCertificate] {
    try read { database in
      try Ledger.certificates(database).filter { environment == nil || $0.environment == environment }
        .sorted { $0.certificate.notAfter < $1.certificate.notAfter }
    }
  }

  /// Takes a certificate into the register.
  ///
  /// - Parameters:
  ///   - bytes: the certificate as PEM.
  ///   - user: the person whose prints it signs.
  ///   - actor: who takes it in.
  ///   - key: its private key as encrypted PKCS#8, PEM; that it opens and belongs to it is the caller's to have checked.
  /// - Throws: `certificate.registered`; what `KSeFCertificate.init(_:fileName:)` throws.
  public func addCertificate(
    _ bytes: [UInt8], key: [UInt8], user: String, by actor: String, in environment: KSeFEnvironment
  ) throws(Obstacle) {
    let certificate = try KSeFCertificate(bytes, fileName: "")
    try write { database, now in
      let owner = try String.fetchOne(
        database, sql: "SELECT user FROM certificate WHERE environment = ? AND fingerprint = ?",
        arguments: [environment.rawValue, Data(certificate.fingerprint)])
      if let owner { throw Obstacle.certificateRegistered(certificate, owner) }
      try database.execute(
        sql: """
          INSERT INTO certificate (fingerprint, environment, user, serial, certificate, key, added)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          Data(certificate.fingerprint), environment.rawValue, user, certificate.serialText, Data(bytes), Data(key),
          now.unixSeconds,
        ])
      try Journal(database: database, now: now).note("added", certificate, user, key, by: actor, environment)
    }
  }

  /// Puts a certificate before the others of its user.
  ///
  /// - Throws: `certificate.unregistered`.
  public func preferCertificate(
    _ serial: String, by actor: String, in environment: KSeFEnvironment
  ) throws(Obstacle) {
    try change(serial, actor, environment, "preferred") { database, registered, _ in
      try database.execute(
        sql: "UPDATE certificate SET preferred = (fingerprint = ?) WHERE environment = ? AND user = ?",
        arguments: [Data(registered.certificate.fingerprint), environment.rawValue, registered.user])
    }
  }

  /// Marks a certificate as withdrawn in KSeF: it stays on record and never signs again.
  ///
  /// - Throws: `certificate.unregistered`.
  public func withdrawCertificate(
    _ serial: String, by actor: String, in environment: KSeFEnvironment
  ) throws(Obstacle) {
    try change(serial, actor, environment, "withdrawn") { database, registered, now in
      try database.execute(
        sql: "UPDATE certificate SET withdrawn = ?, preferred = 0 WHERE environment = ? AND fingerprint = ?",
        arguments: [now.unixSeconds, environment.rawValue, Data(registered.certificate.fingerprint)])
    }
  }

  /// Takes a certificate and its key out of the register; the journal remembers that it was there.
  ///
  /// - Throws: `certificate.unregistered`.
  public func removeCertificate(
    _ serial: String, by actor: String, in environment: KSeFEnvironment
  ) throws(Obstacle) {
    try change(serial, actor, environment, "removed") { database, registered, _ in
      // What is deleted is overwritten: it held a key.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(
        sql: "DELETE FROM certificate WHERE environment = ? AND fingerprint = ?",
        arguments: [environment.rawValue, Data(registered.certificate.fingerprint)])
    }
    // Else the key would lie in the log until others have written over it.
    try Ledger.guarding(database.path) {
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }

  /// The certificate of type Offline with which a user signs at this moment: the one he put first, else the one that is
  /// valid longest.
  ///
  /// - Throws: `desk.no-certificate`, with what is wrong with each that there is.
  public func signingCertificate(of user: String, in environment: KSeFEnvironment) throws(Obstacle)
    -> RegisteredCertificate
  {
    let (now, all) = (clock(), try certificates(in: environment))
    let fit = all.filter { $0.user == user && $0.signs(at: now) }
    if let chosen = fit.first(where: \.isPreferred) ?? fit.last { return chosen }
    throw .noCertificate(of: user, environment, all, now)
  }

  private func change(
    _ serial: String, _ actor: String, _ environment: KSeFEnvironment, _ act: String,
    _ work: (Database, RegisteredCertificate, Moment) throws -> Void
  ) throws(Obstacle) {
    try write { database, now in
      let registered = try Ledger.certificates(database).first {
        $0.environment == environment && $0.certificate.serialText == serial
      }
      guard let registered else { throw Obstacle.certificateUnregistered(serial, environment) }
      try work(database, registered, now)
      try Journal(database: database, now: now).note(
        act, registered.certificate, registered.user, registered.keyBytes, by: actor, environment)
    }
  }

  private static func certificates(_ database: Database) throws -> [RegisteredCertificate] {
    try Row.fetchAll(database, sql: "SELECT * FROM certificate ORDER BY added").map { row in
      let (bytes, key): (Data, Data) = (row["certificate"], row["key"])
      guard let environment = KSeFEnvironment(rawValue: row["environment"]) else {
        throw DamagedRecord("certificate \(row["serial"] as String)")
      }
      return RegisteredCertificate(
        environment: environment, user: row["user"], certificate: try KSeFCertificate(Array(bytes), fileName: ""),
        certificateBytes: Array(bytes), keyBytes: Array(key), isPreferred: (row["preferred"] as Int) != 0,
        withdrawn: (row["withdrawn"] as Int64?).map(Moment.init(unixSeconds:)))
    }
  }
}

extension Journal {
  fileprivate func note(
    _ act: String, _ certificate: KSeFCertificate, _ user: String, _ key: [UInt8], by actor: String,
    _ environment: KSeFEnvironment
  ) throws {
    try add(
      .certificate,
      [
        ("act", .string(act)), ("serial", .string(certificate.serialText)),
        ("fingerprint", .string(Base64URL.encode(certificate.fingerprint))), ("user", .string(user)),
        ("keyHash", .string(InvoiceHash(ofExactBytes: key).base64URL)),
        ("environment", .string(environment.rawValue)), ("by", .string(actor)),
      ])
  }
}

extension Ledger {
  /// A certificate by its serial number.
  ///
  /// - Throws: `certificate.unregistered`.
  public func certificate(_ serial: String, in environment: KSeFEnvironment) throws(Obstacle) -> RegisteredCertificate {
    guard let found = try certificates(in: environment).first(where: { $0.certificate.serialText == serial }) else {
      throw .certificateUnregistered(serial, environment)
    }
    return found
  }
}
