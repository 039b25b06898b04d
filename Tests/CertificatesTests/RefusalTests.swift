import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import OfflineSigning
import Testing

@Suite("Certificates and keys that can't sign a KOD II")
struct RefusalTests {
  private func refusal(
    environment: KSeFEnvironment = .test, now: Int64 = noon, _ change: (inout CertificateRecipe) -> Void = { _ in }
  ) throws -> String? {
    let product = try recipe(change).make()
    return try code {
      _ = try OfflineCredential(
        certificate: product.certificate, key: product.key, environment: environment, now: now)
    }
  }

  @Test("A fitting certificate is accepted, of either kind of key")
  func fitting() throws {
    #expect(try refusal() == nil)
    #expect(try refusal { $0.key = .rsa(bits: 2048) } == nil)
  }

  @Test("A certificate of another purpose is refused, each with its own code")
  func purposes() throws {
    #expect(try refusal { $0.purpose = .authentication } == "certificate.for-authentication")
    #expect(try refusal { $0.purpose = .other } == "certificate.not-offline")
  }

  @Test("An authority's certificate is refused")
  func authority() throws {
    let product = try recipe().make()
    #expect(
      try code {
        _ = try OfflineCredential(
          certificate: product.authority, key: product.key, environment: .test, now: noon)
      } == "certificate.not-offline")
  }

  @Test("A certificate is valid from its first second to its last")
  func validity() throws {
    let last = noon + 1000
    let change = { (recipe: inout CertificateRecipe) in recipe.notAfter = last }
    #expect(try refusal(now: noon - 1, change) == "certificate.not-yet-valid")
    #expect(try refusal(now: noon, change) == nil)
    #expect(try refusal(now: last, change) == nil)
    #expect(try refusal(now: last + 1, change) == "certificate.expired")
  }

  @Test("The refusal of a certificate that waits or has expired says when, by Polish clocks")
  func moments() throws {
    let product = try recipe { $0.notAfter = noon + 1000 }.make()
    let credential = try credential(product)
    do throws(Obstacle) {
      try credential.checkValidity(now: noon - 1)
      Issue.record("accepted too early")
    } catch {
      #expect(error.reason.english.contains("waits until 22.11.2026, 13:00"))
      #expect(error.reason.polish.contains("dopiero 22.11.2026, 13:00"))
    }
    do throws(Obstacle) {
      try credential.checkValidity(now: noon + 1001)
      Issue.record("accepted too late")
    } catch {
      #expect(error.code == "certificate.expired" && error.reason.english.contains("22.11.2026, 13:16"))
    }
  }

  @Test("A key that does not belong is refused, also one of another kind")
  func strangersKey() throws {
    let product = try recipe().make()
    for key in [CertificateRecipe.Key.p256, .rsa(bits: 2048)] {
      let stranger = try recipe { $0.key = key }.make()
      #expect(
        try code {
          _ = try OfflineCredential(
            certificate: product.certificate, key: stranger.key, environment: .test, now: noon)
        } == "key.other-certificate")
    }
  }

  @Test("A short RSA key and another curve are refused")
  func keys() throws {
    for key in [CertificateRecipe.Key.rsa(bits: 1024), .rsa(bits: 2040), .p384] {
      #expect(try refusal { $0.key = key } == "certificate.key-not-supported", "\(key)")
    }
  }

  @Test("A serial number of more than eight octets is refused; of eight or fewer it is padded to sixteen digits")
  func serials() throws {
    #expect(
      try refusal { $0.serialOctets = [1, 2, 3, 4, 5, 6, 7, 8, 9] } == "certificate.serial-too-long")
    let short = try recipe { $0.serialOctets = [1, 0xAB] }.make().certificate
    #expect(short.serialNumber?.text == "00000000000001AB" && short.serialText == "01AB")
    let high = try recipe { $0.serialOctets = [0xFF, 2, 3, 4, 5, 6, 7, 8] }.make().certificate
    #expect(high.serialNumber?.text == "FF02030405060708")
  }

  @Test("A demonstration certificate signs for the test environment only")
  func demonstration() throws {
    #expect(try refusal(environment: .production) == "certificate.demonstration")
    #expect(try refusal(environment: .demo) == "certificate.demonstration")
    #expect(try refusal(environment: .test) == nil)
  }

  @Test("A certificate of the test system isn't taken for production, nor the other way round")
  func otherEnvironment() throws {
    let issuedBy = { (name: String) in
      { (recipe: inout CertificateRecipe) in
        recipe.issuerOrganisation = "Ministerstwo Zmyśleń"
        recipe.issuerCommonName = name
      }
    }
    #expect(try refusal(environment: .production, issuedBy("TEST CCK KSeF")) == "certificate.other-environment")
    #expect(try refusal(environment: .test, issuedBy("TEST CCK KSeF")) == nil)
    #expect(try refusal(environment: .test, issuedBy("CCK KSeF")) == "certificate.other-environment")
    #expect(try refusal(environment: .production, issuedBy("CCK KSeF")) == nil)
  }

  @Test("Files that were mixed up are told by what they hold")
  func mixedUp() throws {
    let papers = try DemonstrationCertificate(recipe().make(), passphrase: Passphrase("zmyślone"))
    let workshop = try Workshop()
    try workshop.write(papers.certificate, to: "certificate.pem")
    try workshop.openssl("x509 -in certificate.pem -noout -pubkey -out public.pem")
    try workshop.openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem")
    try workshop.openssl("req -new -key key.pem -subj /CN=Zmyslona -out request.pem")
    try workshop.openssl("req -new -key key.pem -subj /CN=Zmyslona -outform DER -out request.der")
    try workshop.openssl("pkcs12 -export -nokeys -in certificate.pem -passout pass: -out all.p12")
    let files: [String: [UInt8]] = try [
      "certificate": papers.certificate, "key": papers.encryptedKey, "public-key": workshop.bytes("public.pem"),
      "request": workshop.bytes("request.der"), "pkcs12": workshop.bytes("all.p12"),
      "nothing": Array("to nie jest certyfikat".utf8), "empty": [], "zeros": [UInt8](repeating: 0, count: 100),
      "request.pem": workshop.bytes("request.pem"),
    ]
    for (held, bytes) in files {
      let expected = { (wanted: String) -> String? in
        switch held {
        case wanted: nil
        case "nothing", "empty", "zeros": "\(wanted).unreadable"
        case "request.pem": "\(wanted).holds-request"
        default: "\(wanted).holds-\(held)"
        }
      }
      #expect(try code { _ = try KSeFCertificate(bytes, fileName: held) } == expected("certificate"))
      #expect(try code { _ = try SignaturePublicKey(bytes, fileName: held) } == expected("public-key"))
      #expect(
        try code {
          _ = try SigningKey.open(bytes, fileName: held) { () throws(Obstacle) in Passphrase("zmyślone") }
        } == expected("key"))
    }
  }

  @Test("A file with both certificate and key gives each to whoever asks for it")
  func both() throws {
    let product = try recipe().make()
    let papers = try DemonstrationCertificate(product, passphrase: Passphrase("zmyślone"))
    for file in [papers.certificate + papers.encryptedKey, papers.encryptedKey + papers.certificate] {
      let certificate = try KSeFCertificate(file, fileName: "both.pem")
      let key = try SigningKey.open(file, fileName: "both.pem") { () throws(Obstacle) in Passphrase("zmyślone") }
      #expect(
        try code {
          _ = try OfflineCredential(certificate: certificate, key: key, environment: .test, now: noon)
        } == nil)
    }
  }

  @Test("Certificate and key open from their files; the certificate is judged before a passphrase is asked for")
  func files() throws {
    let workshop = try Workshop()
    let open = { (passphrase: () throws(Obstacle) -> Passphrase?) throws(Obstacle) in
      try OfflineCredential.open(
        certificateFile: workshop.path("a.crt"), keyFile: workshop.path("a.key"), passphrase: passphrase,
        environment: .test, now: noon)
    }
    let right = { () throws(Obstacle) -> Passphrase? in Passphrase("zmyślone") }
    let product = try recipe().make()
    let papers = try DemonstrationCertificate(product, passphrase: Passphrase("zmyślone"))
    try workshop.write(papers.certificate, to: "a.crt")
    try workshop.write(papers.encryptedKey, to: "a.key")
    #expect(try open(right).serialNumber == product.certificate.serialNumber)

    let stranger = try DemonstrationCertificate(recipe().make(), passphrase: Passphrase("zmyślone"))
    try workshop.write(stranger.encryptedKey, to: "a.key")
    #expect(
      throws: Obstacle(
        "key.other-certificate", at: Place(file: workshop.path("a.key")), Sentence("", pl: ""),
        remedy: Sentence("", pl: ""))
    ) { try open(right) }

    let authentication = try DemonstrationCertificate(
      recipe { $0.purpose = .authentication }.make(), passphrase: Passphrase("zmyślone"))
    try workshop.write(authentication.certificate, to: "a.crt")
    #expect(
      throws: Obstacle(
        "certificate.for-authentication", at: Place(file: workshop.path("a.crt")), Sentence("", pl: ""),
        remedy: Sentence("", pl: ""))
    ) { try open(neverAsked) }
  }

  @Test("An obstacle names the file it was met in")
  func place() {
    do {
      _ = try KSeFCertificate([], fileName: "moja firma.crt")
      Issue.record("nothing was taken for a certificate")
    } catch {
      #expect(error.place.file == "moja firma.crt")
    }
  }
}
