import FAStructure

/// A simple type, ready to judge values: the conditions of all types that it narrows, gathered.
final class ValueType: Sendable {
  let type: SimpleType
  private let kind: Kind
  private let whiteSpace: SimpleType.WhiteSpace
  private let minLength: Int
  private let maxLength: Int
  private let totalDigits: Int
  private let fractionDigits: Int
  /// The usual form of an amount, where the type has it.
  private let plainDecimal: PlainDecimal?
  /// One list for each type of the chain that has patterns: one of each list must match.
  private let patterns: [[Pattern]]
  /// The only values, each packed into a number; empty where any is right.
  private let listed: [UInt128]
  private let listedNumbers: [SchemaNumber]

  /// What values are read as, with their range.
  private enum Kind {
    case text
    case number(mayHavePoint: Bool, NumberRange)
    case day(ClosedRange<Int>, min: String, max: String)
    case moment(SchemaMoment?, SchemaMoment?, min: String, max: String)
  }

  private struct NumberRange {
    var least: SchemaNumber?
    var leastText = ""
    var mayEqualLeast = true
    var most: SchemaNumber?
    var mostText = ""
  }

  init(_ type: SimpleType) {
    self.type = type
    let gathered = GatheredFacets(type)
    whiteSpace = gathered.whiteSpace
    minLength = gathered.minLength
    maxLength = gathered.maxLength
    totalDigits = gathered.totalDigits
    fractionDigits = gathered.fractionDigits
    let isNumber: Bool
    switch type.builtIn {
    case .string, .normalizedString, .token:
      kind = .text
      isNumber = false
    case .decimal, .integer, .nonNegativeInteger, .byte:
      var range = NumberRange()
      if let least = gathered.least {
        (range.least, range.leastText, range.mayEqualLeast) = (SchemaNumber(least), least, gathered.mayEqualLeast)
      }
      if let most = gathered.most { (range.most, range.mostText) = (SchemaNumber(most), most) }
      kind = .number(mayHavePoint: type.builtIn == .decimal, range)
      isNumber = true
    case .date:
      let (least, most) = (gathered.least ?? "1000-01-01", gathered.most ?? "9999-12-31")
      kind = .day(SchemaDay(least).number...SchemaDay(most).number, min: least, max: most)
      isNumber = false
    case .dateTime:
      kind = .moment(
        gathered.least.map { SchemaMoment($0) }, gathered.most.map { SchemaMoment($0) }, min: gathered.least ?? "",
        max: gathered.most ?? "")
      isNumber = false
    }
    // What reading a day asks for is what its pattern asks for.
    let expressions = type.builtIn == .date ? [] : gathered.patterns
    plainDecimal = isNumber && expressions.count == 1 ? PlainDecimal(expressions[0][0]) : nil
    patterns = plainDecimal == nil ? expressions.map { $0.map(Pattern.init) } : []
    let values = type.values
    precondition(values.allSatisfy { $0.utf8.count <= 16 }, "the values of a list have at most 16 bytes")
    listed = isNumber ? [] : values.map { $0.utf8.packed }
    listedNumbers = isNumber ? values.map { SchemaNumber($0) } : []
  }

  /// What is wrong with a value as it is written; nil where nothing is.
  func trouble(with written: UnsafeBufferPointer<UInt8>) -> ValueTrouble? {
    switch whiteSpace {
    case .preserve: break
    case .replace:
      if written.contains(where: { $0 < 0x20 }) { return written.withBlanksForWhiteSpace(troubleWithNormalised) }
    case .collapse:
      if !written.isCollapsed { return written.collapsed(troubleWithNormalised) }
    }
    return troubleWithNormalised(written)
  }

  private func troubleWithNormalised(_ value: UnsafeBufferPointer<UInt8>) -> ValueTrouble? {
    switch kind {
    case .text: return troubleWithText(value)
    case .number(let mayHavePoint, let range): return troubleWithNumber(value, mayHavePoint, range)
    case .day(let range, let min, let max):
      guard !value.isEmpty else { return .empty }
      guard let day = SchemaDay(value) else { return .noDay }
      if day.number < range.lowerBound { return .tooSmall(limit: min, mayEqual: true) }
      return day.number > range.upperBound ? .tooLarge(limit: max) : nil
    case .moment(let least, let most, let min, let max):
      guard !value.isEmpty else { return .empty }
      guard let moment = SchemaMoment(value) else { return .noMoment }
      if let least, !moment.isAtLeast(least) { return .tooSmall(limit: min, mayEqual: moment.hasZone) }
      if let most, !moment.isAtMost(most) { return .tooLarge(limit: max) }
      return nil
    }
  }

  private func troubleWithText(_ value: UnsafeBufferPointer<UInt8>) -> ValueTrouble? {
    if !listed.isEmpty {
      guard value.count <= 16, listed.contains(value.packed) else { return value.isEmpty ? .empty : .unlisted }
      // A narrower type can have patterns that not every value of the list obeys.
      return obeysPatterns(value) ? nil : .malformed
    }
    // Characters have one to four bytes: only a long or a very short text has to be counted.
    if value.count > maxLength || value.count < minLength * 4 {
      let length = value.characterCount
      if length < minLength { return length == 0 ? .empty : .tooShort(length, least: minLength) }
      if length > maxLength { return .tooLong(length, most: maxLength) }
    }
    return obeysPatterns(value) ? nil : value.isEmpty ? .empty : .malformed
  }

  private func troubleWithNumber(
    _ value: UnsafeBufferPointer<UInt8>, _ mayHavePoint: Bool, _ range: NumberRange
  ) -> ValueTrouble? {
    guard !value.isEmpty else { return .empty }
    guard let number = SchemaNumber(value, mayHavePoint: mayHavePoint) else {
      if !mayHavePoint { return .noWholeNumber }
      return value.isLongNumber ? .tooManyDigits(most: min(totalDigits, SchemaNumber.digitLimit)) : .noNumber
    }
    if !listedNumbers.isEmpty { return listedNumbers.contains(number) ? nil : .unlisted }
    if number.decimals > fractionDigits { return .tooManyDecimals(most: fractionDigits) }
    if number.wholeDigits + number.decimals > totalDigits { return .tooManyDigits(most: totalDigits) }
    if let least = range.least, number < least || number == least && !range.mayEqualLeast {
      return .tooSmall(limit: range.leastText, mayEqual: range.mayEqualLeast)
    }
    if let most = range.most, most < number { return .tooLarge(limit: range.mostText) }
    return obeysPatterns(value) ? nil : .malformed
  }

  private func obeysPatterns(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if let plainDecimal { return plainDecimal.matches(value) }
    for alternatives in patterns {
      guard alternatives.contains(where: { $0.matches(value) }) else { return false }
    }
    return true
  }
}

/// The conditions of a type and of all types that it narrows, the narrowest of each kind.
private struct GatheredFacets {
  var whiteSpace: SimpleType.WhiteSpace
  var minLength = 0
  var maxLength = Int.max
  var totalDigits = Int.max
  var fractionDigits = Int.max
  var least: String?
  var mayEqualLeast = true
  var most: String?
  var patterns: [[String]] = []

  init(_ type: SimpleType) {
    switch type.builtIn {
    case .string: whiteSpace = .preserve
    case .normalizedString: whiteSpace = .replace
    case .token, .decimal, .integer, .nonNegativeInteger, .byte, .date, .dateTime: whiteSpace = .collapse
    }
    switch type.builtIn {
    case .nonNegativeInteger: least = "0"
    case .byte: (least, most) = ("-128", "127")
    default: break
    }
    for type in type.chain.reversed() {
      var alternatives: [String] = []
      for facet in type.facets {
        if case .pattern(let expression) = facet { alternatives.append(expression) } else { narrow(facet) }
      }
      if !alternatives.isEmpty { patterns.append(alternatives) }
    }
    // A moment looks after its white space itself.
    if type.builtIn == .dateTime { whiteSpace = .preserve }
  }

  private mutating func narrow(_ facet: SimpleType.Facet) {
    switch facet {
    case .whiteSpace(let kind): whiteSpace = kind
    case .minLength(let length): minLength = length
    case .maxLength(let length): maxLength = length
    case .totalDigits(let digits): totalDigits = digits
    case .fractionDigits(let digits): fractionDigits = digits
    case .minInclusive(let value): (least, mayEqualLeast) = (value, true)
    case .minExclusive(let value): (least, mayEqualLeast) = (value, false)
    case .maxInclusive(let value): most = value
    case .pattern, .values, .codes: break
    }
  }
}
