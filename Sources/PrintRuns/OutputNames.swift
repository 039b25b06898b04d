import InvoicePrinting
import KSeFIdentifiers

/// Gives each print of a run a name that no other has, not even where upper and lower case are the same.
///
/// A print that was made before gets the name that it had. Otherwise it gets the first that is free: neither given in
/// this run, nor another invoice's by the record. What no record knows is written over.
struct OutputNames {
  private let record: PrintRecord
  private let pattern: NamePattern
  private var taken: Set<Fingerprint> = []
  /// The number to be tried next for a name that is wanted more than once.
  private var numbers: [Fingerprint: Int] = [:]

  init(_ record: PrintRecord, _ pattern: NamePattern) {
    self.record = record
    self.pattern = pattern
  }

  func isTaken(_ name: String) -> Bool { taken.contains(Fingerprint(ofPath: name)) }

  mutating func take(_ name: String) { taken.insert(Fingerprint(ofPath: name)) }

  /// The name of a print, which is then taken.
  mutating func name(for facts: PrintFacts, of given: GivenInvoice) -> String {
    let base = pattern.path(for: facts, source: given.place)
    if let before = record.print(of: given.source, given.xml)?.output, SafeName.number(of: before, after: base) != nil,
      !isTaken(before)
    {
      take(before)
      return before
    }
    let wanted = Fingerprint(ofPath: base)
    var number = numbers[wanted] ?? 1
    while true {
      let name = SafeName.numbered(base, number)
      number += 1
      if isTaken(name) || record.holds(name, ofOtherThan: given.source, given.xml) { continue }
      take(name)
      if number > 2 { numbers[wanted] = number }
      return name
    }
  }
}
