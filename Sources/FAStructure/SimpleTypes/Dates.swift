/// Days and moments.
extension SimpleType {
  /// A day between 1900 and 2050, without a time zone (`etd:TData`).
  static let day = SimpleType(
    "etd:TData", .date,
    [.minInclusive("1900-01-01"), .maxInclusive("2050-12-31"), .pattern(#"((\d{4})-(\d{2})-(\d{2}))"#)])
  /// A day of payment or of a document, from July 2016 (`TData`).
  static let paymentDay = SimpleType(
    "TData", narrowing: day, [.minInclusive("2016-07-01"), .maxInclusive("2050-01-01")])
  /// A day of issue or of supply, from 2006 (`TDataT`).
  static let invoiceDay = SimpleType(
    "TDataT", narrowing: day, [.minInclusive("2006-01-01"), .maxInclusive("2050-01-01")])
  /// A day of a contract or an order, from 1990 (`TDataU`).
  static let contractDay = SimpleType(
    "TDataU", narrowing: day, [.minInclusive("1990-01-01"), .maxInclusive("2050-01-01")])

  /// A day and a time (`etd:TDataCzas`).
  static let moment = SimpleType("etd:TDataCzas", .dateTime, [.whiteSpace(.collapse)])
  /// When a transport begins or ends, from October 2021 (`TDataCzas`).
  static let transportMoment = SimpleType(
    "TDataCzas", narrowing: moment,
    [.minInclusive("2021-10-01T00:00:00Z"), .maxInclusive("2050-01-01T23:59:59Z")])

  /// When the file was made; each structure has an earliest day of its own.
  static func creationMoment(from earliest: String) -> SimpleType {
    SimpleType(nil, narrowing: moment, [.minInclusive(earliest), .maxInclusive("2050-01-01T23:59:59Z")])
  }
}
