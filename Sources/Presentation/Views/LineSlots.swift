import InvoiceTemplate

/// Which element of a line says what; one table for each kind of line.
struct LineSlots: Sendable {
  /// What an element of a line is.
  enum Slot: Sendable {
    /// A value that may have a column, by its position in `LineField.allCases`.
    case value(Int)
    /// The rate of the special procedure, which may stand beside a rate.
    case specialRate
    /// The line's unique identifier.
    case identifier
    /// The goods are listed in Annex 15 of the act.
    case annexFifteen
    /// The line says what was before the correction.
    case before
  }

  let container: String
  let farmer: Bool
  private let slots: [String: Slot]

  func slot(_ name: String) -> Slot? { slots[name] }

  private init(container: String, farmer: Bool = false, _ fields: [String: LineField], _ others: [String: Slot]) {
    self.container = container
    self.farmer = farmer
    var slots = others
    for (position, field) in LineField.allCases.enumerated() {
      for (name, known) in fields where known == field { slots[name] = .value(position) }
    }
    self.slots = slots
  }

  /// `FaWiersz`.
  static let invoice = LineSlots(
    container: "FaWiersz",
    [
      "NrWierszaFa": .number, "P_6A": .date, "P_7": .name, "Indeks": .index, "GTIN": .gtin, "PKWiU": .pkwiu, "CN": .cn,
      "PKOB": .pkob, "P_8A": .unit, "P_8B": .quantity, "P_9A": .netPrice, "P_9B": .grossPrice, "P_10": .discount,
      "P_11": .netAmount, "P_11A": .grossAmount, "P_11Vat": .taxAmount, "P_12": .rate,
      "KwotaAkcyzy": .excise, "GTU": .gtu, "Procedura": .procedure, "KursWaluty": .exchangeRate,
    ], ["UU_ID": .identifier, "P_12_XII": .specialRate, "P_12_Zal_15": .annexFifteen, "StanPrzed": .before])

  /// `ZamowienieWiersz`.
  static let order = LineSlots(
    container: "ZamowienieWiersz",
    [
      "NrWierszaZam": .number, "P_7Z": .name, "IndeksZ": .index, "GTINZ": .gtin, "PKWiUZ": .pkwiu, "CNZ": .cn,
      "PKOBZ": .pkob, "P_8AZ": .unit, "P_8BZ": .quantity, "P_9AZ": .netPrice, "P_11NettoZ": .netAmount,
      "P_11VatZ": .taxAmount, "P_12Z": .rate, "GTUZ": .gtu, "ProceduraZ": .procedure,
      "KwotaAkcyzyZ": .excise,
    ], ["UU_IDZ": .identifier, "P_12Z_XII": .specialRate, "P_12Z_Zal_15": .annexFifteen, "StanPrzedZ": .before])

  /// `FakturaRRWiersz`.
  static let farmer = LineSlots(
    container: "FakturaRRWiersz", farmer: true,
    [
      "NrWierszaFa": .number, "P_4AA": .date, "P_5": .name, "GTIN": .gtin, "PKWiU": .pkwiu, "CN": .cn, "P_6A": .unit,
      "P_6B": .quantity, "P_6C": .quality, "P_7": .netPrice, "P_8": .netAmount, "P_9": .rate, "P_10": .taxAmount,
      "P_11": .grossAmount, "KursWaluty": .exchangeRate,
    ], ["UU_ID": .identifier, "StanPrzed": .before])
}

extension LineField {
  /// The position of a field in `allCases`, the key of a line's values.
  var position: Int {
    guard let position = LineField.allCases.firstIndex(of: self) else {
      preconditionFailure("allCases holds every field")
    }
    return position
  }
}
