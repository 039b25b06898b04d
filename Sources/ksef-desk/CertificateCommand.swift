import ArgumentParser
import Certificates
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import OfflineSigning
import WholeFiles

struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "The register: whose certificates there are, and which can sign.",
    subcommands: [
      AddCertificateCommand.self, List.self, Show.self, Use.self, Withdraw.self, Remove.self,
      RequestCertificateCommand.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All certificates, those that end first at the top.")
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let (all, now) = (try ledger.certificates(), ledger.now)
        list.tell(.array(all.map { $0.json(at: now) })) {
          guard !all.isEmpty else {
            return say(
              Sentence(
                "The register is empty: ksef-desk certificate add.",
                pl: "Rejestr jest pusty: ksef-desk certificate add."),
              in: language)
          }
          var table = TextTable(
            [
              Sentence("Serial number", pl: "Numer seryjny"), Sentence("User", pl: "Użytkownik"),
              Sentence("Type", pl: "Typ"), Sentence("KSeF", pl: "KSeF"), Sentence("Holder", pl: "Posiadacz"),
              Sentence("State", pl: "Stan"),
            ], in: language)
          for one in all {
            table.add([
              one.certificate.serialText, one.user, one.certificate.purpose.rawValue, one.environment.rawValue,
              one.holderText.text(in: language), one.stateText(at: now).text(in: language),
            ])
          }
          table.show()
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One certificate in full.")
    @OptionGroup var reference: CertificateReference
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let (one, now) = (try reference.find(ledger), ledger.now)
        list.tell(one.json(at: now)) {
          for sentence in one.sentences(at: now) { say(sentence, in: language) }
        }
      }
    }
  }

  struct Use: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a certificate before the others of its user. Without it, the one that is valid longest signs.")
    @OptionGroup var reference: CertificateReference
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        try ledger.preferCertificate(reference.serial, by: user.name, in: reference.environment.environment)
        let (one, now) = (try reference.find(ledger), ledger.now)
        for sentence in one.sentences(at: now) { say(sentence, in: language) }
      }
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Mark a certificate as withdrawn in KSeF: it stays on record and never signs again.")
    @OptionGroup var reference: CertificateReference
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        try ledger.withdrawCertificate(reference.serial, by: user.name, in: reference.environment.environment)
        say(
          Sentence(
            "Certificate \(reference.serial) is marked as withdrawn.",
            pl: "Certyfikat \(reference.serial) oznaczono jako wycofany."),
          in: language)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a certificate and its key out of the register.")
    @OptionGroup var reference: CertificateReference
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        try ledger.removeCertificate(reference.serial, by: user.name, in: reference.environment.environment)
        say(
          Sentence(
            "Certificate \(reference.serial) and its key are removed.",
            pl: "Usunięto certyfikat \(reference.serial) i jego klucz."),
          in: language)
      }
    }
  }
}

/// One certificate of the register.
struct CertificateReference: ParsableArguments {
  @Argument(help: "The certificate's serial number, as `certificate list` shows it.")
  var serial: String
  @OptionGroup var environment: DeskEnvironment

  func find(_ ledger: Ledger) throws(Obstacle) -> RegisteredCertificate {
    try ledger.certificate(serial, in: environment.environment)
  }
}
