import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@Suite("Keys at rest")
struct StoredKeyTests {
  private static let secret = "zmyślone hasło"

  private func secret() throws(Obstacle) -> Passphrase? { Passphrase(StoredKeyTests.secret) }
  private func other() throws(Obstacle) -> Passphrase? { Passphrase("inne zmyślone") }
  private func none() throws(Obstacle) -> Passphrase? { nil }
  private func empty() throws(Obstacle) -> Passphrase? { Passphrase("") }

  /// A certificate with its key in the Ministry's form (`locked.pem`) and in the clear (`clear.pem`).
  private func workshop(
    _ change: (inout CertificateRecipe) -> Void = { _ in }
  ) throws -> (Workshop, KSeFCertificate) {
    let product = try recipe(change).make()
    let workshop = try Workshop()
    let papers = try DemonstrationCertificate(product, passphrase: Passphrase(StoredKeyTests.secret))
    try workshop.write(papers.encryptedKey, to: "locked.pem")
    try workshop.write(papers.certificate, to: "certificate.pem")
    try workshop.write(Array(StoredKeyTests.secret.utf8), to: "pass")
    try workshop.openssl("pkey -in locked.pem -passin file:pass -out clear.pem")
    return (workshop, product.certificate)
  }

  /// The scheme of a stored key, as `openssl asn1parse` writes it.
  private func scheme(_ key: StoredKey, in workshop: Workshop) throws -> String {
    try workshop.write(key.pem, to: "stored.pem")
    return try workshop.openssl("asn1parse -in stored.pem")
  }

  private let ministrys = ["PBES2", "PBKDF2", "INTEGER           :0186A0", "hmacWithSHA256", "aes-256-cbc"]

  @Test("A key that is encrypted PKCS#8 already keeps its encryption, as PEM, DER or among other text")
  func kept() throws {
    let (workshop, certificate) = try workshop()
    try workshop.openssl("asn1parse -in locked.pem -noout -out locked.der")
    try workshop.write(workshop.bytes("certificate.pem") + workshop.bytes("locked.pem"), to: "both.pem")
    let before = try workshop.bytes("locked.pem")
    for name in ["locked.pem", "locked.der", "both.pem"] {
      let stored = try StoredKey.sealing(
        file: workshop.path(name), for: certificate, passphrase: secret, newPassphrase: neverAsked)
      #expect(stored.pem == before, Comment(rawValue: name))
    }
  }

  @Test("A key encrypted in another way is encrypted anew with the passphrase it had")
  func sealedAnew() throws {
    let (workshop, certificate) = try workshop()
    try workshop.openssl("pkey -in clear.pem -traditional -aes256 -passout file:pass -out headers.pem")
    try workshop.openssl("pkcs8 -topk8 -in clear.pem -out scrypt.pem -passout file:pass -scrypt")
    try workshop.openssl("pkcs8 -topk8 -in clear.pem -out old.pem -passout file:pass -v1 PBE-SHA1-3DES")
    for name in ["headers.pem", "scrypt.pem", "old.pem"] {
      let stored = try StoredKey.sealing(
        file: workshop.path(name), for: certificate, passphrase: secret, newPassphrase: neverAsked)
      let scheme = try scheme(stored, in: workshop)
      #expect(ministrys.allSatisfy(scheme.contains), Comment(rawValue: name))
      #expect(try stored.open(fileName: "stored", passphrase: secret).kind == .p256)
    }
  }

  @Test("A key in the clear is encrypted with a new passphrase, never without one")
  func clear() throws {
    let (workshop, certificate) = try workshop { $0.key = .rsa(bits: 2048) }
    let path = workshop.path("clear.pem")
    let stored = try StoredKey.sealing(file: path, for: certificate, passphrase: neverAsked, newPassphrase: other)
    let scheme = try scheme(stored, in: workshop)
    #expect(ministrys.allSatisfy(scheme.contains))
    #expect(try stored.open(fileName: "stored", passphrase: other).kind == .rsa(bits: 2048))
    for missing in [none, empty] {
      let met = try code {
        _ = try StoredKey.sealing(file: path, for: certificate, passphrase: neverAsked, newPassphrase: missing)
      }
      #expect(met == "passphrase.needed-to-seal")
    }
  }

  @Test("A key encrypted with an empty passphrase counts as one in the clear")
  func emptyPassphrase() throws {
    let (workshop, certificate) = try workshop()
    try workshop.openssl("pkcs8 -topk8 -in clear.pem -out open.pem -passout pass:")
    let stored = try StoredKey.sealing(
      file: workshop.path("open.pem"), for: certificate, passphrase: empty, newPassphrase: other)
    #expect(try stored.open(fileName: "stored", passphrase: other).kind == .p256)
  }

  @Test("The key of another certificate, a wrong passphrase and another file are refused")
  func refused() throws {
    let (workshop, certificate) = try workshop()
    let (_, stranger) = try self.workshop()
    func met(_ name: String, _ certificate: KSeFCertificate, _ passphrase: () throws(Obstacle) -> Passphrase?) throws
      -> String?
    {
      try code {
        _ = try StoredKey.sealing(
          file: workshop.path(name), for: certificate, passphrase: passphrase, newPassphrase: neverAsked)
      }
    }
    #expect(try met("locked.pem", stranger, secret) == "key.other-certificate")
    #expect(try met("clear.pem", stranger, neverAsked) == "key.other-certificate")
    #expect(try met("locked.pem", certificate, other) == "passphrase.wrong")
    #expect(try met("locked.pem", certificate, none) == "passphrase.missing")
    #expect(try met("certificate.pem", certificate, neverAsked) == "key.holds-certificate")
    #expect(try met("none", certificate, neverAsked) == "file.unreadable")
  }

  @Test("The key of a certificate that can't sign is stored all the same; only signing refuses")
  func unfit() throws {
    let changes: [(String, (inout CertificateRecipe) -> Void)] = [
      ("certificate.for-authentication", { $0.purpose = .authentication }),
      ("certificate.expired", { $0.notAfter = noon - 1 }), ("certificate.not-yet-valid", { $0.notBefore = noon + 1 }),
    ]
    for (expected, change) in changes {
      let (workshop, certificate) = try workshop(change)
      let stored = try StoredKey.sealing(
        file: workshop.path("locked.pem"), for: certificate, passphrase: secret, newPassphrase: neverAsked)
      let met = try code {
        _ = try OfflineCredential.open(
          certificate: certificate.pem, key: stored, name: "stored", passphrase: neverAsked, environment: .test,
          now: noon)
      }
      #expect(met == expected)
    }
  }

  @Test("A PKCS#12 file gives its certificate and its key, encrypted with its passphrase or with a new one")
  func container() throws {
    let (workshop, certificate) = try workshop()
    let export = "pkcs12 -export -inkey clear.pem -in certificate.pem"
    try workshop.openssl("\(export) -passout file:pass -out locked.p12")
    try workshop.openssl("\(export) -legacy -passout file:pass -out old.p12")
    try workshop.openssl("\(export) -passout pass: -out open.p12")
    for name in ["locked.p12", "old.p12"] {
      let found = try StoredKey.sealing(pkcs12: workshop.path(name), passphrase: secret, newPassphrase: neverAsked)
      #expect(found.certificate.fingerprint == certificate.fingerprint)
      let scheme = try scheme(found.key, in: workshop)
      #expect(ministrys.allSatisfy(scheme.contains), Comment(rawValue: name))
      #expect(try found.key.open(fileName: "stored", passphrase: secret).kind == .p256)
    }
    let found = try StoredKey.sealing(
      pkcs12: workshop.path("open.p12"), passphrase: neverAsked, newPassphrase: other)
    #expect(try found.key.open(fileName: "stored", passphrase: other).kind == .p256)
    let met = try code {
      _ = try StoredKey.sealing(pkcs12: workshop.path("open.p12"), passphrase: neverAsked, newPassphrase: none)
    }
    #expect(met == "passphrase.needed-to-seal")
  }

  @Test("A stored certificate and its stored key sign")
  func signs() throws {
    let (workshop, certificate) = try workshop()
    let sealed = try StoredKey.sealing(
      file: workshop.path("clear.pem"), for: certificate, passphrase: neverAsked, newPassphrase: secret)
    let stored = try StoredKey(sealed.pem, fileName: "stored")
    #expect(stored == sealed)
    #expect(try KSeFCertificate(certificate.pem, fileName: "stored").fingerprint == certificate.fingerprint)
    let credential = try OfflineCredential.open(
      certificate: certificate.pem, key: stored, name: "stored", passphrase: secret, environment: .test, now: noon)
    let claim = try claim(credential.serialNumber)
    let link = try credential.sign(claim)
    #expect(certificate.publicKey.check(signature: link.signature, over: claim.signedText).isValid)
  }

  @Test("What isn't encrypted as stored keys are is not taken up as one")
  func notSealed() throws {
    let (workshop, _) = try workshop()
    #expect(try code { _ = try StoredKey(workshop.bytes("clear.pem"), fileName: "x") } == "key.not-sealed")
    #expect(try code { _ = try StoredKey(workshop.bytes("certificate.pem"), fileName: "x") } == "key.holds-certificate")
    #expect(try code { _ = try StoredKey([], fileName: "x") } == "key.unreadable")
  }
}
