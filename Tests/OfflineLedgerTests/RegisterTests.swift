import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import OfflineSigning
import Testing

@Suite("The register of certificates")
struct RegisterTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk(at: "2026-06-15T10:00:00Z") }

  /// Adds a certificate of a validity, and says its serial number.
  @discardableResult
  private func add(
    _ serial: UInt8, user: String = "anna", from begin: String = "2026-01-01T00:00:00Z",
    to end: String = "2027-12-31T00:00:00Z", purpose: CertificatePurpose = .offline,
    environment: KSeFEnvironment = .test
  ) throws -> String {
    var recipe = CertificateRecipe(nip: try #require(NIP("9999999999")), organisation: "Zmyślona Sp. z o.o.", now: 0)
    recipe.notBefore = try #require(Moment(iso: begin)).unixSeconds
    recipe.notAfter = try #require(Moment(iso: end)).unixSeconds
    recipe.purpose = purpose
    recipe.serialOctets = [1, 0, 0, 0, 0, 0, 0, serial]
    let product = try recipe.make()
    try desk.ledger.addCertificate(
      product.certificate.pem, key: RegisterTests.key(serial), user: user, by: "boss", in: environment)
    return product.certificate.serialText
  }

  /// Stands for an encrypted key; the ledger keeps it and never opens it.
  private static func key(_ serial: UInt8) -> [UInt8] { Array("made-up encrypted key \(serial)".utf8) }

  private func chosen(_ user: String = "anna", _ environment: KSeFEnvironment = .test) throws -> String {
    try desk.ledger.signingCertificate(of: user, in: environment).certificate.serialText
  }

  private func states() throws -> [RegisteredCertificate.State] {
    try desk.ledger.certificates().map { $0.state(at: desk.ledger.now) }
  }

  @Test("A certificate waits until its first moment, serves, is warned of for 30 days, and expires")
  func life() throws {
    try add(1, from: "2026-06-16T08:00:00Z", to: "2026-12-31T12:00:00Z")
    #expect(try states() == [.waits(from: try #require(Moment(iso: "2026-06-16T08:00:00Z")))])
    #expect(code { _ = try chosen() } == "desk.no-certificate")
    try desk.set("2026-06-16T08:00:00Z")
    #expect(try states() == [.usable])
    #expect(try chosen() == "0100000000000001")
    try desk.set("2026-11-30T11:59:59Z")
    #expect(try states() == [.usable])
    try desk.set("2026-12-01T12:00:00Z")
    #expect(try states() == [.expiring(days: 30)])
    try desk.set("2026-12-31T12:00:00Z")
    #expect(try states() == [.expiring(days: 0)])
    #expect(try chosen() == "0100000000000001")
    try desk.set("2026-12-31T12:00:01Z")
    #expect(try states() == [.expired(at: try #require(Moment(iso: "2026-12-31T12:00:00Z")))])
    #expect(code { _ = try chosen() } == "desk.no-certificate")
  }

  @Test("The one that is valid longest signs, unless another was put first; what was withdrawn never does")
  func choice() throws {
    let long = try add(1, to: "2028-01-01T00:00:00Z")
    let short = try add(2, to: "2027-01-01T00:00:00Z")
    #expect(try chosen() == long)
    try desk.ledger.preferCertificate(short, by: "boss", in: .test)
    #expect(try chosen() == short)
    try desk.ledger.withdrawCertificate(short, by: "boss", in: .test)
    #expect(try chosen() == long)
    #expect(
      code { _ = try desk.ledger.preferCertificate("0100000000000009", by: "boss", in: .test) }
        == "certificate.unregistered")
  }

  @Test("Nobody signs with another one's certificate, nor with one of another environment or type")
  func bounds() throws {
    try add(1, user: "jan")
    try add(2, purpose: .authentication)
    try add(3, environment: .demo)
    do {
      _ = try chosen()
      Issue.record("none of them is fit")
    } catch let obstacle as Obstacle {
      #expect(obstacle.code == "desk.no-certificate")
      #expect(
        obstacle.findings.map(\.sentence.english) == ["belongs to jan", "is of type Authentication, not Offline"])
    }
  }

  @Test("The same certificate is registered once in an environment, for one user")
  func once() throws {
    let serial = try add(1)
    let registered = try desk.ledger.certificate(serial, in: .test)
    func again(_ environment: KSeFEnvironment) throws {
      try desk.ledger.addCertificate(
        registered.certificateBytes, key: registered.keyBytes, user: "jan", by: "boss", in: environment)
    }
    #expect(code { try again(.test) } == "certificate.registered")
    try again(.demo)
  }

  @Test("What is removed leaves no trace of its key in the file; the journal remembers the certificate")
  func removed() throws {
    let serial = try add(7)
    func isKeyOnDisk() throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: desk.folder).contains { name in
        try Data(contentsOf: URL(fileURLWithPath: "\(desk.folder)/\(name)")).range(of: Data(RegisterTests.key(7)))
          != nil
      }
    }
    #expect(try isKeyOnDisk())
    try desk.ledger.removeCertificate(serial, by: "boss", in: .test)
    #expect(try !isKeyOnDisk())
    #expect(try desk.ledger.certificates().isEmpty)
    let acts = try desk.ledger.journal([.certificate]).map { entry in
      try entry.particulars.first { $0.name == "act" }?.value
    }
    #expect(acts == ["added", "removed"])
  }
}
