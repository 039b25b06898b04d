import CairoDrawing
import Certificates
import FAInvoice
import Findings
import Glibc
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import PageLayout
import Presentation
import Typography
import WholeFiles

/// Measures, in one run, what an offline invoice costs: cold (a process each), warm (one process, one core) by stages,
/// and against a bare floor that only draws the same pages.
///
/// Usage: `ksef-bench KSEF-RENDER INVOICE.xml [ROUNDS]`, or `ksef-bench scale` for documents of a thousand lines and more.
/// Prints; judges nothing.
@main
enum Bench {
  static func main() {
    do throws(Obstacle) {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print(error.text(in: .english))
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws(Obstacle) {
    if arguments.first == "scale" {
      guard arguments.count == 3, let document = LargeDocument(rawValue: arguments[1]), let count = Int(arguments[2])
      else { return ScaleBench.run(program: CommandLine.arguments[0]) }
      return try ScaleBench.measure(document, count: max(1, count))
    }
    guard arguments.count >= 2 else {
      print("usage: ksef-bench KSEF-RENDER INVOICE.xml [ROUNDS] | ksef-bench scale")
      exit(64)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 200 : 200
    let bytes = try readWholeFile(arguments[1], limit: FADocument.sizeLimit)
    print("invoice  \(arguments[1]), \(bytes.count) bytes; \(rounds) rounds; milliseconds, median (least)")
    for key in DemonstrationCertificate.Key.allCases {
      let demonstration = try Demonstration(key)
      defer { demonstration.remove() }
      try WarmBench(bytes: bytes, fileName: arguments[1], demonstration: demonstration).run(rounds: rounds)
      let cold = try ColdBench(program: arguments[0], invoice: arguments[1], demonstration: demonstration)
      cold.run(rounds: max(20, rounds / 5))
    }
  }
}

/// A demonstration certificate, in memory and in files.
struct Demonstration {
  let key: DemonstrationCertificate.Key
  let credential: OfflineCredential
  let folder: String

  var certificateFile: String { folder + "/demo.crt" }
  var keyFile: String { folder + "/demo.key" }
  var passphraseFile: String { folder + "/passphrase" }

  init(_ key: DemonstrationCertificate.Key) throws(Obstacle) {
    guard let nip = NIP("9999999999") else { preconditionFailure("ten digits are a NIP") }
    let secret = "bench-bench-bench"
    let made = try DemonstrationCertificate.make(
      for: nip, organisation: "Demonstracja", key: key, passphrase: Passphrase(secret), now: Int64(time(nil)))
    self.key = key
    folder = "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/ksef-bench-\(getpid())-\(key.rawValue)"
    try makeDirectory(folder)
    credential = try OfflineCredential(
      certificate: KSeFCertificate(made.certificate, fileName: "demo.crt"),
      key: SigningKey.open(made.encryptedKey, fileName: "demo.key") { () throws(Obstacle) in Passphrase(secret) },
      environment: .test, now: Int64(time(nil)))
    try writeWholeFile(made.certificate, to: certificateFile)
    try writeWholeFile(made.encryptedKey, to: keyFile, mode: 0o600)
    try writeWholeFile(Array(secret.utf8), to: passphraseFile, mode: 0o600)
  }

  func remove() {
    for file in [certificateFile, keyFile, passphraseFile] { unlink(file) }
    rmdir(folder)
  }
}
