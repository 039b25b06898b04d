import Certificates
import Findings
import GRDB
import JSONReading
import KSeFIdentifiers
import OfflineRules

import struct Foundation.Data

/// Holds the register of certificates against what the journal tells of it.
struct RegisterProof {
  private var told: [String: Told] = [:]

  private struct Told: Hashable {
    let environment: String
    let user: String
    let keyHash: String
    var isPreferred = false
    var withdrawn: Int64?
  }

  /// What an entry tells.
  mutating func remember(_ members: ReadJSON, _ recorded: Moment) {
    guard let environment = members["environment"]?.text, let fingerprint = members["fingerprint"]?.text else { return }
    let key = "\(environment)/\(fingerprint)"
    switch members["act"]?.text {
    case "added":
      told[key] = Told(
        environment: environment, user: members["user"]?.text ?? "", keyHash: members["keyHash"]?.text ?? "")
    case "preferred":
      let user = told[key]?.user
      for (other, one) in told where one.environment == environment && one.user == user {
        told[other]?.isPreferred = other == key
      }
    case "withdrawn":
      told[key]?.withdrawn = recorded.unixSeconds
      told[key]?.isPreferred = false
    case "removed": told[key] = nil
    default: break
    }
  }

  /// What is wrong with a certificate of the register: `certificate.other-facts`, `certificate.no-entry`.
  mutating func take(_ row: Row) -> [Finding] {
    let (fingerprint, key, certificate): (Data, Data, Data) = (row["fingerprint"], row["key"], row["certificate"])
    let place = "\(row["environment"] as String)/\(Base64URL.encode(Array(fingerprint)))"
    let found = Told(
      environment: row["environment"], user: row["user"], keyHash: InvoiceHash(ofExactBytes: Array(key)).base64URL,
      isPreferred: (row["preferred"] as Int) != 0, withdrawn: row["withdrawn"])
    guard let told = told.removeValue(forKey: place) else {
      return [
        Finding(
          "certificate.no-entry", .refused, at: Place(path: place),
          Sentence(
            "The journal says nothing of certificate \((row["serial"] as String).quotedBriefly).",
            pl: "Dziennik nic nie mówi o certyfikacie \((row["serial"] as String).quotedBriefly)."))
      ]
    }
    let isItself = RegisterProof.certificate(certificate, has: fingerprint, row["serial"])
    guard told != found || !isItself else { return [] }
    return [
      Finding(
        "certificate.other-facts", .refused, at: Place(path: place),
        Sentence(
          "The register tells something else of certificate \((row["serial"] as String).quotedBriefly) than the journal.",
          pl: "Rejestr mówi o certyfikacie \((row["serial"] as String).quotedBriefly) co innego niż dziennik."))
    ]
  }

  /// Whether the bytes are those of the certificate that the row speaks of.
  private static func certificate(_ bytes: Data, has fingerprint: Data, _ serial: String) -> Bool {
    do throws(Obstacle) {
      let certificate = try KSeFCertificate(Array(bytes), fileName: "")
      return Data(certificate.fingerprint) == fingerprint && certificate.serialText == serial
    } catch {
      return false
    }
  }

  /// `certificate.missing` for each that isn't in the register any more.
  var missing: [Finding] {
    told.keys.sorted().map { key in
      Finding(
        "certificate.missing", .refused, at: Place(path: key),
        Sentence(
          "The journal tells of a certificate that isn't in the register.",
          pl: "Dziennik mówi o certyfikacie, którego nie ma w rejestrze."))
    }
  }
}
