import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@Suite("Containers of private keys, written by OpenSSL's own command")
struct KeyContainerTests {
  /// OpenSSL's command dates a certificate from the moment it makes it.
  private var today: Int64 { Int64(Date().timeIntervalSince1970) }

  static let secret = "Zażółć-gęślą-42"

  /// Opens a file of the workshop and says whether it holds the key that `key.pem` holds.
  private func opens(_ name: String, in workshop: Workshop, passphrase: String? = nil) throws -> Bool {
    var asked = 0
    let key = try SigningKey.open(workshop.bytes(name), fileName: name) { () throws(Obstacle) -> Passphrase? in
      asked += 1
      return passphrase.map(Passphrase.init)
    }
    #expect(asked == (passphrase == nil ? 0 : 1), Comment(rawValue: name))
    let certificate = try KSeFCertificate(workshop.bytes("certificate.pem"), fileName: "certificate")
    #expect(key.kind == certificate.key)
    return try code {
      _ = try OfflineCredential(certificate: certificate, key: key, environment: .test, now: today)
    } == nil
  }

  private func workshop(_ algorithm: String) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.openssl("genpkey -algorithm \(algorithm) -out key.pem")
    try workshop.openssl(
      "req -x509 -key key.pem -out certificate.pem -subj /CN=Zmyslona -set_serial 0x0123456789ABCDEF"
        + " -days 30 -addext keyUsage=critical,nonRepudiation -addext basicConstraints=critical,CA:FALSE")
    try workshop.write(Array(KeyContainerTests.secret.utf8), to: "pass")
    return workshop
  }

  static let algorithms = ["EC -pkeyopt ec_paramgen_curve:P-256", "RSA -pkeyopt rsa_keygen_bits:2048"]

  @Test(
    "Keys in the clear open without a passphrase: PKCS#8 and the older form, PEM, DER and bare Base64",
    arguments: algorithms)
  func clear(algorithm: String) throws {
    let workshop = try workshop(algorithm)
    try workshop.openssl("pkey -in key.pem -traditional -out old.pem")
    for form in ["key", "old"] {
      let isOld = form == "old"
      try workshop.openssl("pkey -in \(form).pem \(isOld ? "-traditional " : "")-outform DER -out \(form).der")
      let base64 = try Data(workshop.bytes("\(form).der")).base64EncodedString(options: .lineLength64Characters)
      try workshop.write(Array(base64.utf8), to: "\(form).txt")
      for ending in ["pem", "der", "txt"] {
        #expect(try opens("\(form).\(ending)", in: workshop), Comment(rawValue: "\(form).\(ending)"))
      }
    }
  }

  @Test("Encrypted PKCS#8 opens with its passphrase, whatever the algorithms of its time", arguments: algorithms)
  func encrypted(algorithm: String) throws {
    let workshop = try workshop(algorithm)
    let schemes = [
      "-v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 100000", "-v2 aes-128-cbc -v2prf hmacWithSHA1", "-v2 des3",
      "-v1 PBE-SHA1-3DES", "-v1 PBE-MD5-DES -provider legacy -provider default", "-scrypt",
    ]
    for scheme in schemes {
      try workshop.openssl("pkcs8 -topk8 -in key.pem -out locked.pem -passout file:pass \(scheme)")
      try workshop.openssl("pkcs8 -topk8 -in key.pem -outform DER -out locked.der -passout file:pass \(scheme)")
      for name in ["locked.pem", "locked.der"] {
        #expect(
          try opens(name, in: workshop, passphrase: KeyContainerTests.secret), Comment(rawValue: "\(name) \(scheme)"))
      }
    }
  }

  @Test("The old encrypted PEM opens with its passphrase", arguments: algorithms)
  func encryptedByHeaders(algorithm: String) throws {
    let workshop = try workshop(algorithm)
    for cipher in ["aes256", "des3"] {
      try workshop.openssl("pkey -in key.pem -traditional -\(cipher) -passout file:pass -out old.pem")
      #expect(try String(decoding: workshop.bytes("old.pem"), as: UTF8.self).contains("Proc-Type: 4,ENCRYPTED"))
      #expect(
        try opens("old.pem", in: workshop, passphrase: KeyContainerTests.secret), Comment(rawValue: cipher))
    }
  }

  @Test("A key in the Ministry's very form opens: PBKDF2 whose PRF has absent parameters, 16 bytes of salt")
  func ministry() throws {
    let workshop = try workshop(KeyContainerTests.algorithms[0])
    let salt = "00112233445566778899AABBCCDDEEFF"
    let vector = "0F0E0D0C0B0A09080706050403020100"
    let secretDigits = KeyContainerTests.secret.utf8.map { String(format: "%02X", $0) }.joined()
    let derived = try workshop.openssl(
      "kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexpass:\(secretDigits) -kdfopt hexsalt:\(salt)"
        + " -kdfopt iter:100000 PBKDF2")
    let keyDigits = derived.filter(\.isHexDigit)
    try workshop.openssl("pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out plain.der")
    try workshop.openssl("enc -aes-256-cbc -K \(keyDigits) -iv \(vector) -in plain.der -out sealed.bin")

    let prf = der(0x30, der(0x06, "2A864886F70D0209".hexadecimalBytes))
    let derivation = der(
      0x30,
      der(0x06, "2A864886F70D01050C".hexadecimalBytes)
        + der(0x30, der(0x04, salt.hexadecimalBytes) + der(0x02, [0x01, 0x86, 0xA0]) + prf))
    let cipher = der(0x30, der(0x06, "60864801650304012A".hexadecimalBytes) + der(0x04, vector.hexadecimalBytes))
    let scheme = der(0x30, der(0x06, "2A864886F70D01050D".hexadecimalBytes) + der(0x30, derivation + cipher))
    let file = der(0x30, scheme + der(0x04, try workshop.bytes("sealed.bin")))
    let base64 = Data(file).base64EncodedString(options: [.lineLength64Characters, .endLineWithCarriageReturn])
    let label = "ENCRYPTED PRIVATE KEY"
    try workshop.write(
      Array("-----BEGIN \(label)-----\r\n\(base64)\r\n-----END \(label)-----\r\n".utf8), to: "offline.key")
    #expect(try opens("offline.key", in: workshop, passphrase: KeyContainerTests.secret))
  }

  @Test("PKCS#12 opens in today's form and in the old one, with and without a passphrase", arguments: algorithms)
  func pkcs12(algorithm: String) throws {
    let workshop = try workshop(algorithm)
    let export = "pkcs12 -export -inkey key.pem -in certificate.pem -out all.p12"
    let forms: [(options: String, secret: String?)] = [
      ("-passout file:pass", KeyContainerTests.secret),
      ("-passout file:pass -legacy", KeyContainerTests.secret),
      ("-passout file:pass -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1", KeyContainerTests.secret),
      ("-passout pass:", nil),
      ("-passout pass: -legacy", nil),
    ]
    for form in forms {
      try workshop.openssl("\(export) \(form.options)")
      var asked = 0
      let credential = try OfflineCredential.pkcs12(
        workshop.bytes("all.p12"), fileName: "all.p12",
        passphrase: { () throws(Obstacle) -> Passphrase? in
          asked += 1
          return form.secret.map(Passphrase.init)
        }, environment: .test, now: today)
      let comment = Comment(rawValue: form.options)
      #expect(asked == (form.secret == nil ? 0 : 1), comment)
      #expect(credential.serialNumber.text == "0123456789ABCDEF", comment)
      #expect(try !credential.sign(claim(credential.serialNumber)).signature.isEmpty, comment)
    }
  }

  @Test("A wrong passphrase is told as wrong even where it decrypts to an ending that looks right")
  func luckyWrongPassphrase() throws {
    let workshop = try workshop(KeyContainerTests.algorithms[0])
    try workshop.openssl("pkey -in key.pem -traditional -aes256 -passout file:pass -out headers.pem")
    let file = try workshop.bytes("headers.pem")
    // One in 256 is lucky: among so many there is one, but for once in a thousand runs.
    for number in 1...1_800 {
      let outcome = Result { () throws(Obstacle) in
        try SigningKey.open(file, fileName: "headers.pem") { () throws(Obstacle) in Passphrase("wrong \(number)") }
      }
      guard case .failure(let obstacle) = outcome else {
        Issue.record("opened with wrong \(number)")
        return
      }
      #expect(obstacle.code == "passphrase.wrong")
    }
  }

  @Test("A wrong or missing passphrase is refused as such, and no error repeats it")
  func wrongPassphrase() throws {
    let workshop = try workshop(KeyContainerTests.algorithms[0])
    try workshop.openssl("pkcs8 -topk8 -in key.pem -out locked.pem -passout file:pass")
    try workshop.openssl(
      "pkcs8 -topk8 -in key.pem -out locked-old.pem -passout file:pass -v1 PBE-SHA1-RC2-40 -provider legacy -provider default"
    )
    try workshop.openssl("pkey -in key.pem -traditional -aes256 -passout file:pass -out headers.pem")
    let export = "pkcs12 -export -inkey key.pem -in certificate.pem -passout file:pass"
    try workshop.openssl("\(export) -out new.p12")
    try workshop.openssl("\(export) -legacy -out old.p12")
    for name in ["locked.pem", "locked-old.pem", "headers.pem", "new.p12", "old.p12"] {
      for wrong in ["Tajne-hasło-7", "", nil] {
        do {
          let answer = { () throws(Obstacle) -> Passphrase? in wrong.map(Passphrase.init) }
          if name.hasSuffix("p12") {
            _ = try OfflineCredential.pkcs12(
              workshop.bytes(name), fileName: name, passphrase: answer, environment: .test, now: today)
          } else {
            _ = try SigningKey.open(workshop.bytes(name), fileName: name, passphrase: answer)
          }
          Issue.record("\(name) opened with \(wrong ?? "nothing")")
        } catch let obstacle as Obstacle {
          #expect(obstacle.code == (wrong == nil ? "passphrase.missing" : "passphrase.wrong"), Comment(rawValue: name))
          let said = "\(obstacle) " + obstacle.text(in: .english) + obstacle.text(in: .polish)
          #expect(!said.contains("Tajne") && !said.contains("Zażółć"))
        }
      }
    }
  }

  @Test("A file read by its name opens as its bytes do")
  func byName() throws {
    let workshop = try workshop(KeyContainerTests.algorithms[0])
    #expect(try SigningKey.open(file: workshop.path("key.pem"), passphrase: neverAsked).kind == .p256)
    #expect(
      try code { _ = try SigningKey.open(file: workshop.path("none"), passphrase: neverAsked) } == "file.unreadable")
    try workshop.openssl("pkcs12 -export -inkey key.pem -in certificate.pem -passout pass: -out all.p12")
    let credential = try OfflineCredential.pkcs12(
      file: workshop.path("all.p12"), passphrase: neverAsked, environment: .test, now: today)
    #expect(credential.serialNumber.text == "0123456789ABCDEF")
  }

  @Test("A container without its key, or without its certificate, is told from a broken one")
  func incomplete() throws {
    let workshop = try workshop(KeyContainerTests.algorithms[0])
    try workshop.openssl("pkcs12 -export -nokeys -in certificate.pem -passout pass: -out no-key.p12")
    try workshop.openssl("pkcs12 -export -nocerts -inkey key.pem -passout pass: -out no-certificate.p12")
    try workshop.openssl("pkcs12 -export -inkey key.pem -in certificate.pem -passout pass: -out whole.p12")
    try workshop.openssl("pkcs12 -export -nomac -inkey key.pem -in certificate.pem -passout pass: -out no-mac.p12")
    let whole = try workshop.bytes("whole.p12")
    try workshop.write(Array(whole[..<(whole.count / 2)]), to: "cut.p12")
    try workshop.write(whole.enumerated().map { $0.offset == 60 ? $0.element ^ 0xFF : $0.element }, to: "damaged.p12")
    let expected = [
      "no-key.p12": "pkcs12.no-key", "no-certificate.p12": "pkcs12.no-certificate", "no-mac.p12": "pkcs12.no-mac",
      "key.pem": "pkcs12.holds-key",
      "certificate.pem": "pkcs12.holds-certificate", "cut.p12": "pkcs12.unreadable",
      "damaged.p12": "passphrase.missing",
    ]
    for (name, wanted) in expected {
      let met = try code {
        _ = try OfflineCredential.pkcs12(
          workshop.bytes(name), fileName: name, passphrase: { () throws(Obstacle) -> Passphrase? in nil },
          environment: .test, now: today)
      }
      #expect(met == wanted, Comment(rawValue: name))
    }
  }
}

/// One DER element.
func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
  switch content.count {
  case ..<0x80: [tag, UInt8(content.count)] + content
  case ..<0x100: [tag, 0x81, UInt8(content.count)] + content
  default: [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
  }
}
