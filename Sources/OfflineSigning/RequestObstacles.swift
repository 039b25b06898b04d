import Findings

/// Why a certificate can't be asked for.
extension Obstacle {
  static func requestAttributeEmpty(_ name: RequestedAttribute.Name) -> Obstacle {
    Obstacle(
      "request.attribute-empty",
      Sentence(
        "The attribute \(name.rawValue) of the holder is empty.", pl: "Atrybut \(name.rawValue) posiadacza jest pusty."),
      remedy: asAnswered)
  }

  static func requestAttributeTooLong(_ name: RequestedAttribute.Name) -> Obstacle {
    let longest = RequestedAttribute.longest
    return Obstacle(
      "request.attribute-too-long",
      Sentence(
        "The attribute \(name.rawValue) of the holder has more than \(longest) characters.",
        pl: "Atrybut \(name.rawValue) posiadacza ma ponad \(longest) znaków."),
      remedy: asAnswered)
  }

  static func requestAttributeUnprintable(_ name: RequestedAttribute.Name) -> Obstacle {
    Obstacle(
      "request.attribute-unprintable",
      Sentence(
        "The attribute \(name.rawValue) of the holder has a control character in it.",
        pl: "Atrybut \(name.rawValue) posiadacza zawiera znak sterujący."),
      remedy: asAnswered)
  }

  static func requestCountryMalformed() -> Obstacle {
    Obstacle(
      "request.country-malformed",
      Sentence(
        "The attribute countryName of the holder isn't two capital letters.",
        pl: "Atrybut countryName posiadacza to nie dwie wielkie litery."),
      remedy: Sentence("Give the country's code, such as PL.", pl: "Podaj kod kraju, na przykład PL."))
  }

  static func requestAttributeUnknown(_ written: String) -> Obstacle {
    let known = RequestedAttribute.Name.allCases.map(\.rawValue).joined(separator: ", ")
    let shown = String(written.prefix(40))
    return Obstacle(
      "request.attribute-unknown",
      Sentence(
        "\"\(shown)\" isn't an attribute of a holder, or no = follows it.",
        pl: "„\(shown)” nie jest atrybutem posiadacza albo brakuje po nim znaku =."),
      remedy: Sentence(
        "Write attribute=value with one of these attributes: \(known).",
        pl: "Napisz atrybut=wartość z jednym z atrybutów: \(known)."))
  }

  static func requestNoAttributes() -> Obstacle {
    Obstacle(
      "request.no-attributes",
      Sentence("Nothing is said of the holder.", pl: "Nic nie podano o posiadaczu."), remedy: asAnswered)
  }

  static func requestTooManyAttributes() -> Obstacle {
    let most = RequestedHolder.most
    return Obstacle(
      "request.too-many-attributes",
      Sentence(
        "The holder has more than \(most) attributes.", pl: "Posiadacz ma ponad \(most) atrybutów."),
      remedy: asAnswered)
  }

  static func requestAttributeRepeated(_ name: RequestedAttribute.Name) -> Obstacle {
    Obstacle(
      "request.attribute-repeated",
      Sentence(
        "The attribute \(name.rawValue) of the holder is given more than once.",
        pl: "Atrybut \(name.rawValue) posiadacza podano więcej niż raz."),
      remedy: Sentence(
        "Give each attribute once; only givenName may be repeated.",
        pl: "Podaj każdy atrybut raz; tylko givenName może się powtarzać."))
  }

  static func requestPESELMalformed() -> Obstacle {
    Obstacle(
      "request.pesel-malformed",
      Sentence("The PESEL number isn't eleven digits.", pl: "Numer PESEL to nie jedenaście cyfr."),
      remedy: Sentence(
        "Give the eleven digits without spaces.", pl: "Podaj jedenaście cyfr bez odstępów."))
  }

  static func requestFailed() -> Obstacle {
    Obstacle(
      "request.failed",
      Sentence("The request for a certificate couldn't be made.", pl: "Nie udało się utworzyć wniosku o certyfikat."),
      remedy: Sentence(
        "Check that OpenSSL works on this machine.", pl: "Sprawdź, czy na tym komputerze działa OpenSSL."))
  }

  private static var asAnswered: Sentence {
    Sentence(
      "Give the attributes exactly as KSeF answers them under /certificates/enrollments/data.",
      pl: "Podaj atrybuty dokładnie tak, jak zwraca je KSeF w odpowiedzi na /certificates/enrollments/data.")
  }
}
