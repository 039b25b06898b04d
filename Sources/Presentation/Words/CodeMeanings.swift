import InvoiceTemplate

/// What the codes of an invoice mean, and what its elements are called; nil for a code that isn't known.
extension Term {
  /// Role of a third party (`Podmiot3/Rola`).
  static func role(_ code: String) -> Term? {
    switch code {
    case "1": .roleFactor
    case "2": .roleRecipient
    case "3": .roleOriginalEntity
    case "4": .roleAdditionalBuyer
    case "5": .roleIssuer
    case "6": .rolePayer
    case "7": .roleLocalGovernmentIssuer
    case "8": .roleLocalGovernmentRecipient
    case "9": .roleGroupMemberIssuer
    case "10": .roleGroupMemberRecipient
    case "11": .roleEmployee
    default: nil
    }
  }

  /// Role of an authorised party (`PodmiotUpowazniony/RolaPU`).
  static func authorisedRole(_ code: String) -> Term? {
    switch code {
    case "1": .roleEnforcementAuthority
    case "2": .roleCourtBailiff
    case "3": .roleTaxRepresentative
    default: nil
    }
  }

  /// The taxpayer's status (`StatusInfoPodatnika`).
  static func taxpayerStatus(_ code: String) -> Term? {
    switch code {
    case "1": .statusInLiquidation
    case "2": .statusInRestructuring
    case "3": .statusBankrupt
    case "4": .statusInSuccession
    default: nil
    }
  }

  /// Means of payment (`FormaPlatnosci`); an FA_RR knows the transfer alone, as number 1.
  static func paymentForm(_ code: String, farmer: Bool) -> Term? {
    switch (code, farmer) {
    case ("1", true), ("6", false): .paymentTransfer
    case ("1", false): .paymentCash
    case ("2", false): .paymentCard
    case ("3", false): .paymentVoucher
    case ("4", false): .paymentCheque
    case ("5", false): .paymentCredit
    case ("7", false): .paymentMobile
    default: nil
    }
  }

  /// What a bank's own account serves (`RachunekWlasnyBanku`).
  static func bankAccountPurpose(_ code: String) -> Term? {
    switch code {
    case "1": .accountForReceivables
    case "2": .accountForCollection
    case "3": .accountForOwnUse
    default: nil
    }
  }

  /// When a correction takes effect (`TypKorekty`).
  static func effect(_ code: String) -> Term? {
    switch code {
    case "1": .effectOnOriginalDate
    case "2": .effectOnCorrectionDate
    case "3": .effectOnOtherDate
    case "4": .effectOnRefundDate
    default: nil
    }
  }

  /// What an element of `NowySrodekTransportu` says.
  static let vehicleFields: [(name: String, term: Term)] = [
    ("P_NrWierszaNST", .vehicleLine),
    ("P_22A", .vehicleFirstUse),
    ("P_22BMK", .vehicleMake),
    ("P_22BMD", .vehicleModel),
    ("P_22BK", .vehicleColour),
    ("P_22BNR", .vehicleRegistration),
    ("P_22BRP", .vehicleYear),
    ("P_22B", .vehicleMileage),
    ("P_22B1", .vehicleIdentification),
    ("P_22B2", .vehicleBody),
    ("P_22B3", .vehicleChassis),
    ("P_22B4", .vehicleFrame),
    ("P_22BT", .vehicleType),
    ("P_22C", .vesselHours),
    ("P_22C1", .vesselHull),
    ("P_22D", .aircraftHours),
    ("P_22D1", .aircraftSerial),
  ]

  /// Means of transport (`RodzajTransportu`).
  static func transportKind(_ code: String) -> Term? {
    switch code {
    case "1": .transportBySea
    case "2": .transportByRail
    case "3": .transportByRoad
    case "4": .transportByAir
    case "5": .transportByPost
    case "7": .transportByPipe
    case "8": .transportByInlandWaterway
    default: nil
    }
  }

  /// Load (`OpisLadunku`).
  static func load(_ code: String) -> Term? {
    switch code {
    case "1": .loadChurn
    case "2": .loadBarrel
    case "3": .loadCylinder
    case "4": .loadCarton
    case "5": .loadCanister
    case "6": .loadCrate
    case "7": .loadContainer
    case "8": .loadBasket
    case "9": .loadPunnet
    case "10": .loadBulkPackaging
    case "11": .loadParcel
    case "12": .loadPackage
    case "13": .loadPallet
    case "14": .loadBin
    case "15": .loadBulkSolid
    case "16": .loadBulkLiquid
    case "17": .loadBox
    case "18": .loadTin
    case "19": .loadChest
    case "20": .loadSack
    default: nil
    }
  }
}
