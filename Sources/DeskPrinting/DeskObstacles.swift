import Findings
import OfflineLedger
import OfflineRules
import Presentation

/// Why the desk doesn't let an invoice be issued.
extension Obstacle {
  static var deskOnline: Obstacle {
    Obstacle(
      "desk.online",
      Sentence(
        "The working mode is online: the invoice is sent to KSeF first, and printed with its number.",
        pl: "Obowiązuje tryb online: fakturę najpierw wysyła się do KSeF i drukuje z jej numerem."),
      remedy: Sentence(
        "Give --ksef-number; or choose offline24, for this invoice with --issued offline24, for all with ksef-desk mode set offline24.",
        pl:
          "Podaj --ksef-number albo wybierz offline24: dla tej faktury --issued offline24, dla wszystkich ksef-desk mode set offline24."
      ))
  }

  static func otherMode(_ wanted: ModeOfIssue, _ state: ModeState) -> Obstacle {
    Obstacle(
      "desk.other-mode",
      Sentence(
        "The mode \(wanted.rawValue) isn't in force; \(state.mode.rawValue) is.",
        pl: "Tryb \(wanted.rawValue) nie obowiązuje; obowiązuje \(state.mode.rawValue)."),
      remedy: Sentence(
        "A failure or maintenance must have been announced: feed the announcement in with ksef-desk event add or event announce. "
          + "Where only your own network is down, it is offline24.",
        pl:
          "Awaria lub niedostępność musi być ogłoszona: wprowadź komunikat przez ksef-desk event add lub event announce. "
          + "Gdy nie działa tylko Twoja sieć, jest to offline24."))
  }

  static func givenUp(_ invoice: IssuedInvoice, _ reason: String, _ moment: Moment) -> Obstacle {
    Obstacle(
      "desk.given-up",
      Sentence(
        "This invoice was given up \(moment.clock): \(reason).",
        pl: "Tej faktury zaniechano \(moment.clock): \(reason)."),
      remedy: Sentence("ksef-desk queue reopen takes that back.", pl: "Cofa to ksef-desk queue reopen."))
  }

  static func otherContent(_ refused: IssuedInvoice, _ changed: [String]) -> Obstacle {
    let list = changed.joined(separator: ", ")
    return Obstacle(
      "desk.other-content",
      Sentence(
        "A technical correction leaves the content as it is; this one changes \(list) of the refused invoice.",
        pl: "Korekta techniczna nie zmienia treści; ta zmienia w odrzuconej fakturze: \(list)."),
      remedy: Sentence(
        "Leave them as they are; or give the refused invoice up (ksef-desk queue abandon) and issue another.",
        pl: "Pozostaw je bez zmian albo zaniechaj odrzuconej faktury (ksef-desk queue abandon) i wystaw inną."))
  }

  static func replaced(_ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.replaced",
      Sentence(
        "A technical correction took the place of this file.", pl: "Ten plik zastąpiła korekta techniczna."),
      remedy: Sentence(
        "Print the correction's file: ksef-desk queue export gives it.",
        pl: "Wydrukuj plik korekty: podaje go ksef-desk queue export."))
  }
}
