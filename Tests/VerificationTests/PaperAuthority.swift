import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import OfflineSigning
import Testing

/// Authorities and certificates made by the `openssl` command, as the tests' own hierarchy.
final class PaperAuthority {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
  }

  /// What a certificate is made with; the defaults are those of an ordinary authority.
  struct Wish {
    var subject = "/C=PL/O=Urzad Fikcyjny/CN=Fikcyjne CCK"
    /// The name of the issuer's files; nil for one that issues itself.
    var issuer: String?
    /// The name of files whose key is used anew; nil for a key of its own.
    var keyOf: String?
    var key = "EC -pkeyopt ec_paramgen_curve:P-256"
    var digest = "sha256"
    var extensions = [
      "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign", "subjectKeyIdentifier=hash",
    ]
    var from = "20250101000000Z"
    var to = "20350101000000Z"
    var serial = "01"

    static func leaf(issuer: String, serial: String = "0123456789ABCDEF") -> Wish {
      Wish(
        subject: "/C=PL/O=Sklep Fikcyjny/CN=Sklep Fikcyjny (offline)", issuer: issuer,
        extensions: ["keyUsage=critical,nonRepudiation", "authorityKeyIdentifier=keyid"], from: "20260101000000Z",
        to: "20280101000000Z", serial: serial)
    }
  }

  /// Makes `name.key` and `name.pem`.
  @discardableResult
  func make(_ name: String, _ wish: Wish) throws -> KSeFCertificate {
    if let other = wish.keyOf {
      try workshop.write(workshop.bytes("\(other).key"), to: "\(name).key")
    } else {
      try workshop.openssl(
        ["genpkey", "-algorithm"] + wish.key.split(separator: " ").map(String.init) + ["-out", "\(name).key"])
    }
    try workshop.write(Array("[req]\ndistinguished_name=dn\n[dn]\n".utf8), to: "request.cnf")
    try workshop.openssl([
      "req", "-new", "-config", "request.cnf", "-key", "\(name).key", "-subj", wish.subject, "-out", "r",
    ])
    try configure(issuer: wish.issuer ?? name, serial: wish.serial)
    try workshop.write(Array(wish.extensions.map { $0 + "\n" }.joined().utf8), to: "extensions")
    let issuing =
      wish.issuer.map { ["-cert", "\($0).pem", "-keyfile", "\($0).key"] } ?? [
        "-selfsign", "-keyfile", "\(name).key",
      ]
    try workshop.openssl(
      ["ca", "-config", "ca.cnf", "-batch", "-notext", "-in", "r", "-out", "\(name).pem", "-md", wish.digest]
        + ["-startdate", wish.from, "-enddate", wish.to, "-extfile", "extensions"] + issuing)
    return try certificate(name)
  }

  func certificate(_ name: String) throws -> KSeFCertificate {
    try KSeFCertificate(workshop.bytes("\(name).pem"), fileName: name)
  }

  /// Makes a list of `issuer`, in which each line is `serial time[,reason]`.
  func list(
    issuer: String, _ entries: [String], from: String = "20260601000000Z", extensions: [String] = [],
    name: String = "list.crl"
  ) throws -> [UInt8] {
    try configure(issuer: issuer, serial: "01")
    let rows = entries.map { entry in
      let parts = entry.split(separator: " ")
      return "R\t300101000000Z\t\(parts[1])\t\(parts[0])\tunknown\t/CN=x\n"
    }
    try workshop.write(Array(rows.joined().utf8), to: "index.txt")
    let section = (["[list]"] + extensions).joined(separator: "\n") + "\n"
    try workshop.write(workshop.bytes("ca.cnf") + Array(section.utf8), to: "ca.cnf")
    try workshop.openssl(
      ["ca", "-config", "ca.cnf", "-gencrl", "-cert", "\(issuer).pem", "-keyfile", "\(issuer).key"]
        + ["-crl_lastupdate", from, "-crl_nextupdate", "20360101000000Z", "-md", "sha256", "-out", name]
        + (extensions.isEmpty ? [] : ["-crlexts", "list"]))
    return try workshop.bytes(name)
  }

  private func configure(issuer: String, serial: String) throws {
    let text = """
      [ca]
      default_ca=here
      [here]
      database=index.txt
      serial=serial
      new_certs_dir=.
      unique_subject=no
      policy=any
      crlnumber=number
      default_md=sha256
      [any]
      countryName=optional
      organizationName=optional
      commonName=optional

      """
    try workshop.write(Array(text.utf8), to: "ca.cnf")
    try workshop.write([], to: "index.txt")
    try workshop.write(Array("\(serial)\n".utf8), to: "serial")
    try workshop.write(Array("01\n".utf8), to: "number")
  }
}

extension PaperAuthority {
  /// A shop of the test environment with a certificate `name` of this hierarchy.
  func shop(_ name: String, _ wish: Wish = .leaf(issuer: "cck")) throws -> Shop {
    let certificate = try make(name, wish)
    let key = try SigningKey.open(workshop.bytes("\(name).key"), fileName: name) { () throws(Obstacle) in nil }
    return try Shop(certificate: certificate, authority: self.certificate(wish.issuer ?? name), key: key)
  }
}
