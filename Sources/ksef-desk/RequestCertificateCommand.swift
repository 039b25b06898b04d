import ArgumentParser
import Findings
import KSeFIdentifiers
import OfflineSigning
import RenderCommands
import WholeFiles

struct RequestCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Make a key, and the request with which KSeF issues a certificate for it.",
    discussion: """
      KSeF compares the request with what it knows of its holder: give exactly the \
      attributes that it answers for you (enrolments data), each as NAME=VALUE in \
      KSeF's names and order, such as commonName, countryName, organizationName, \
      organizationIdentifier; or givenName, surname, serialNumber for a person.

        ksef-desk certificate request --type offline --holder "commonName=Sklep Testowy" \\
          --holder countryName=PL --holder "organizationName=Sklep Testowy" \\
          --holder organizationIdentifier=VATPL-9999999999 -o wniosek

      Writes wniosek.key (encrypted), wniosek.csr (PEM) and wniosek.base64 (for the API). \
      A key that is there already is never written over.
      """)
  @Option(help: "What KSeF is asked for: offline. The request is the same; the type is named when it is sent.")
  var type: RequestedType = .offline
  @Option(help: ArgumentHelp("An attribute of the holder; may be given several times.", valueName: "name=value"))
  var holder: [String]
  @Option(help: "The kind of key: p256 or rsa2048.")
  var keyType: CertificateRequest.Key = .p256
  @Option(name: [.short, .long], help: ArgumentHelp("The files' name without its ending.", valueName: "path"))
  var output: String
  @OptionGroup var passphrase: PassphraseOptions
  @Option(help: "Language of messages: pl or en.")
  var language: Language = .ofEnvironment

  func run() throws {
    try reporting(in: language) { () throws(Obstacle) in
      var attributes: [RequestedAttribute] = []
      for text in holder { attributes.append(try RequestedAttribute(assignment: text)) }
      let holder = try RequestedHolder(attributes)
      try refuseExisting("\(output).key")
      guard let secret = try passphrase.new(language) else { preconditionFailure("every source gives one or throws") }
      let made = try CertificateRequest.make(for: holder, key: keyType, passphrase: secret)
      // The key first: a request without its key would be of no use.
      try writeWholeFile(made.key.pem, to: "\(output).key", mode: 0o600)
      try writeWholeFile(made.pem, to: "\(output).csr")
      try writeWholeFile(Array((made.base64 + "\n").utf8), to: "\(output).base64")
      say(
        Sentence(
          "Written: \(output).key, \(output).csr, \(output).base64. Send the request as certificateType Offline; "
            + "what KSeF issues goes into the register with ksef-desk certificate add.",
          pl: "Zapisano: \(output).key, \(output).csr, \(output).base64. Wyślij wniosek z certificateType Offline; "
            + "wydany certyfikat dodaj przez ksef-desk certificate add."), in: language)
    }
  }
}

/// What a request is for.
enum RequestedType: String, ExpressibleByArgument, CaseIterable {
  case offline
}
