import FAStructure
import Findings

/// Says what is wrong with a value.
struct ValueSentences {
  let name: String
  let value: String
  let trouble: ValueTrouble
  let type: SimpleType

  func finding(at place: Place, source: String) -> Finding {
    let (meaning, sentence) = judgement
    return Finding(meaning.code, .refused, at: place, sentence, remedy: meaning.remedy, source: source)
  }

  private var judgement: (CodeMeaning, Sentence) {
    let shown = value.shown
    switch trouble {
    case .empty:
      return (.valueEmpty, Sentence("\(name) is empty.", pl: "Element \(name) jest pusty."))
    case .tooShort(let length, let least):
      return (
        .valueLength,
        Sentence(
          "\(name) has \(length) characters, fewer than the \(least) that it must have: \"\(shown)\".",
          pl: "Wartość \(name) jest za krótka: liczba znaków to \(length), wymagane co najmniej \(least): „\(shown)”.")
      )
    case .tooLong(let length, let most):
      return (
        .valueLength,
        Sentence(
          "\(name) has \(length) characters, more than the \(most) that it may have: \"\(shown)\".",
          pl: "Wartość \(name) jest za długa: liczba znaków to \(length), dozwolone najwyżej \(most): „\(shown)”.")
      )
    case .unlisted: return (.valueUnlisted, unlisted)
    case .noNumber, .noWholeNumber, .tooManyDigits, .tooManyDecimals: return (.valueNumber, number)
    case .noDay:
      return (
        .valueDate,
        Sentence(
          "\(name) is no day of the calendar written as 2026-02-28: \"\(shown)\".",
          pl: "\(name) nie jest dniem z kalendarza zapisanym jak 2026-02-28: „\(shown)”.")
      )
    case .noMoment:
      return (
        .valueDate,
        Sentence(
          "\(name) is no day and time written as 2026-02-28T12:30:00Z: \"\(shown)\".",
          pl: "\(name) nie jest datą i godziną zapisaną jak 2026-02-28T12:30:00Z: „\(shown)”.")
      )
    case .tooSmall(let limit, let mayEqual):
      return (
        .valueRange,
        mayEqual
          ? Sentence(
            "\(name) is \"\(shown)\", but must be at least \(limit).",
            pl: "\(name) ma wartość „\(shown)”, a musi mieć co najmniej \(limit).")
          : Sentence(
            "\(name) is \"\(shown)\", but must be more than \(limit).",
            pl: "\(name) ma wartość „\(shown)”, a musi mieć więcej niż \(limit).")
      )
    case .tooLarge(let limit):
      return (
        .valueRange,
        Sentence(
          "\(name) is \"\(shown)\", but may be \(limit) at most.",
          pl: "\(name) ma wartość „\(shown)”, a może mieć najwyżej \(limit).")
      )
    case .malformed: return malformed
    case .notFixed(let fixed):
      return (
        .valueUnlisted,
        Sentence(
          "\(name) is \"\(shown)\", but can only be \"\(fixed)\".",
          pl: "\(name) ma wartość „\(shown)”, a może tylko „\(fixed)”.")
      )
    }
  }

  private var unlisted: Sentence {
    let shown = value.shown
    let values = type.values
    let list = values.prefix(24).joined(separator: ", ") + (values.count > 24 ? "…" : "")
    switch type.nearestName {
    case "TKodWaluty":
      return Sentence(
        "\(name) is \"\(shown)\", which isn't the code of a currency, such as PLN.",
        pl: "\(name) ma wartość „\(shown)”, która nie jest kodem waluty, na przykład PLN.")
    case "etd:TKodKraju", "TKodyKrajowUE":
      return Sentence(
        "\(name) is \"\(shown)\", which isn't the two-letter code of a country, such as PL.",
        pl: "\(name) ma wartość „\(shown)”, która nie jest dwuliterowym kodem kraju, na przykład PL.")
    default:
      return Sentence(
        "\(name) is \"\(shown)\", but may only be: \(list).",
        pl: "\(name) ma wartość „\(shown)”, a może mieć tylko: \(list).")
    }
  }

  private var number: Sentence {
    let shown = value.shown
    switch trouble {
    case .noWholeNumber:
      return Sentence("\(name) is no whole number: \"\(shown)\".", pl: "\(name) nie jest liczbą całkowitą: „\(shown)”.")
    case .tooManyDigits(let most):
      return Sentence(
        "\(name) has more than \(most) digits: \"\(shown)\".",
        pl: "\(name) ma za dużo cyfr (najwyżej \(most)): „\(shown)”.")
    case .tooManyDecimals(let most):
      return Sentence(
        "\(name) has more than \(most) decimals: \"\(shown)\".",
        pl: "\(name) ma za dużo miejsc po kropce (najwyżej \(most)): „\(shown)”.")
    default:
      return Sentence(
        "\(name) is no number written with digits and a decimal point: \"\(shown)\".",
        pl: "\(name) nie jest liczbą zapisaną cyframi z kropką dziesiętną: „\(shown)”.")
    }
  }

  /// A number in a form of its own is a number that is wrong; anything else has a wrong form.
  private var malformed: (CodeMeaning, Sentence) {
    let shown = value.shown
    if type.builtIn == .decimal {
      return (
        .valueNumber,
        Sentence(
          "\(name) isn't written as the structure wants a number (such as 1234.5 or -0.99; no plus sign, no noughts before it, digits before and after the point): \"\(shown)\".",
          pl:
            "\(name) nie jest liczbą zapisaną tak, jak wymaga struktura (np. 1234.5 lub -0.99; bez plusa, bez zer na początku, z cyframi przed kropką i po niej): „\(shown)”."
        )
      )
    }
    let form = ValueForm.of(type, element: name)
    return (
      .valueFormat,
      Sentence(
        "\(name) isn't \(form.english): \"\(shown)\".", pl: "\(name) to nie \(form.polish): „\(shown)”.")
    )
  }
}
