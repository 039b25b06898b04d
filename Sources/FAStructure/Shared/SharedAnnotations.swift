/// What the law wants to be said on an invoice.
extension Shared {
  /// What the law wants to be said (`Adnotacje`).
  static let annotations = Group([
    .one("P_16", .yesOrNo),
    .one("P_17", .yesOrNo),
    .one("P_18", .yesOrNo),
    .one("P_18A", .yesOrNo),
    .one("Zwolnienie", of: exemption),
    .one("NoweSrodkiTransportu", of: newVehicles),
    .one("P_23", .yesOrNo),
    .one("PMarzy", of: marginScheme),
  ])

  /// Exemption from tax and its ground (`Zwolnienie`).
  static let exemption = Group([
    .oneOf([
      .together([
        .one("P_19", .mark),
        .oneOf([.one("P_19A", .text256), .one("P_19B", .text256), .one("P_19C", .text256)]),
      ]),
      .one("P_19N", .mark),
    ])
  ])

  /// A supply of new means of transport within the EU (`NoweSrodkiTransportu`).
  static let newVehicles = Group([
    .oneOf([
      .together([
        .one("P_22", .mark),
        .one("P_42_5", .yesOrNo),
        .many("NowySrodekTransportu", of: newVehicle, 1...10_000),
      ]),
      .one("P_22N", .mark),
    ])
  ])

  /// One new means of transport: a vehicle, a vessel or an aircraft (`NowySrodekTransportu`).
  static let newVehicle = Group([
    .one("P_22A", .invoiceDay),
    .one("P_NrWierszaNST", .lineNumber),
    .maybe("P_22BMK", .text256),
    .maybe("P_22BMD", .text256),
    .maybe("P_22BK", .text256),
    .maybe("P_22BNR", .text256),
    .maybe("P_22BRP", .text256),
    .oneOf([
      .together([
        .one("P_22B", .text256),
        .maybeOneOf([
          .maybe("P_22B1", .text256),
          .maybe("P_22B2", .text256),
          .maybe("P_22B3", .text256),
          .maybe("P_22B4", .text256),
        ]),
        .maybe("P_22BT", .text256),
      ]),
      .together([.one("P_22C", .text256), .maybe("P_22C1", .text256)]),
      .together([.one("P_22D", .text256), .maybe("P_22D1", .text256)]),
    ]),
  ])

  /// The margin scheme (`PMarzy`).
  static let marginScheme = Group([
    .oneOf([
      .together([
        .one("P_PMarzy", .mark),
        .oneOf([
          .one("P_PMarzy_2", .mark),
          .one("P_PMarzy_3_1", .mark),
          .one("P_PMarzy_3_2", .mark),
          .one("P_PMarzy_3_3", .mark),
        ]),
      ]),
      .one("P_PMarzyN", .mark),
    ])
  ])
}
