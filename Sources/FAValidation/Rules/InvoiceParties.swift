import FAInvoice

extension CheckedInvoice {
  /// A party of the invoice.
  struct Party {
    /// `Podmiot1`, `Podmiot2`, `Podmiot3`, `PodmiotUpowazniony`.
    let element: InvoiceElement
    /// `DaneIdentyfikacyjne`.
    let identity: InvoiceElement

    /// The country that gave the party's number, or that of its address (`KodKraju`); nil where neither is named.
    var country: String? { identity.value("KodKraju") ?? element["Adres"]?.value("KodKraju") }
  }

  /// The parties that have an identity, in the order of the document.
  var parties: [Party] {
    var parties: [Party] = []
    for child in root.children {
      switch child.name {
      case "Podmiot1", "Podmiot2", "Podmiot3", "PodmiotUpowazniony":
        if let identity = child["DaneIdentyfikacyjne"] { parties.append(Party(element: child, identity: identity)) }
      default: break
      }
    }
    return parties
  }

  /// The third parties (`Podmiot3`).
  var thirdParties: [InvoiceElement] { root.all("Podmiot3") }

  /// The identity of the buyer (`Podmiot2`); on an FA_RR the one who issues the invoice.
  var buyer: InvoiceElement? { root.at("Podmiot2", "DaneIdentyfikacyjne") }

  /// The parties as they stood before a correction (`Podmiot1K`, `Podmiot2K`).
  var partiesBefore: [InvoiceElement] {
    guard part("Podmiot1K") != nil || part("Podmiot2K") != nil else { return [] }
    return body.children.filter { $0.name == "Podmiot1K" || $0.name == "Podmiot2K" }
  }

  /// The first element that tells of a sale of this kind: a total that isn't nought, a line's rate, or the rate of a line
  /// of the order.
  ///
  /// - Parameters:
  ///   - rates: as `P_12` writes them.
  ///   - totals: elements named `P_13_…`.
  func sale(at rates: Set<String>, in totals: Set<String>) -> InvoiceElement? {
    for child in body.children {
      let name = child.name
      // The totals stand before the annotations.
      guard name != "Adnotacje" else { break }
      if totals.contains(name), let amount = child.amount, amount != .zero { return child }
    }
    for line in lines {
      if let rate = line.rate, rates.contains(rate) { return line.element["P_12"] }
    }
    for line in orderLines {
      if let rate = line.element["P_12Z"], rates.contains(rate.value) { return rate }
    }
    return nil
  }
}
