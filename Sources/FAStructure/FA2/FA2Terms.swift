/// Contracts, orders and transport.
extension FA2 {
  /// The terms of the sale (`WarunkiTransakcji`).
  static let terms = Group([
    .many("Umowy", of: contract, 0...100),
    .many("Zamowienia", of: orderReference, 0...100),
    .many("NrPartiiTowaru", .text256, 0...1000),
    .maybe("WarunkiDostawy", .text256),
    .maybeTogether([.one("KursUmowny", .quantity), .one("WalutaUmowna", .olderCurrency)]),
    .many("Transport", of: transport, 0...20),
    .maybe("PodmiotPosredniczacy", .mark),
  ])

  /// A contract (`Umowy`).
  static let contract = Group([
    .maybeTogether([.maybe("DataUmowy", .paymentDay), .maybe("NrUmowy", .text256)])
  ])

  /// An order that the invoice is for (`Zamowienia`).
  static let orderReference = Group([
    .maybeTogether([.maybe("DataZamowienia", .paymentDay), .maybe("NrZamowienia", .text256)])
  ])

  /// A transport of the goods (`Transport`).
  static let transport = Group([
    .oneOf([
      .one("RodzajTransportu", .transportKind),
      .together([.one("TransportInny", .mark), .one("OpisInnegoTransportu", .text50)]),
    ]),
    .maybe("Przewoznik", of: carrier),
    .maybe("NrZleceniaTransportu", .text256),
    .together([
      .oneOf([
        .one("OpisLadunku", .cargoKind),
        .together([.one("LadunekInny", .mark), .one("OpisInnegoLadunku", .text50)]),
      ]),
      .maybe("JednostkaOpakowania", .text256),
    ]),
    .maybeTogether([
      .maybe("DataGodzRozpTransportu", .transportMoment),
      .maybe("DataGodzZakTransportu", .transportMoment),
      .maybe("WysylkaZ", of: Shared.address),
      .many("WysylkaPrzez", of: Shared.address, 0...20),
      .maybe("WysylkaDo", of: Shared.address),
    ]),
  ])

  /// The carrier (`Przewoznik`).
  static let carrier = Group([
    .one("DaneIdentyfikacyjne", of: identity),
    .one("AdresPrzewoznika", of: Shared.address),
  ])
}
