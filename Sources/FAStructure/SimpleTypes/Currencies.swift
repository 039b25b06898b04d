/// Codes of currencies.
extension SimpleType {
  /// A currency of FA(3) and FA_RR(1) (`TKodWaluty`).
  static let currency = SimpleType("TKodWaluty", .normalizedString, [.codes(olderCurrencies + " XCG")])

  /// A currency of FA(2), which doesn't know the Caribbean guilder yet (`TKodWaluty`).
  static let olderCurrency = SimpleType("TKodWaluty", .normalizedString, [.codes(olderCurrencies)])

  private static let olderCurrencies = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN
    BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD
    FKP GBP GEL GGP GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS IMP INR IQD IRR ISK JEP JMD JOD
    JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR
    MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
    SAR SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD USN UYI UYU UYW UZS VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU
    XUA XXX YER ZAR ZMW ZWL
    """
}
