public import Findings
import GRDB
import JSONReading
import JSONWriting
public import KSeFIdentifiers
import OfflineRules

extension Ledger {
  /// The days off by statutes of their own, as 12.11.2018 was, that were written down here.
  ///
  /// - Throws: what keeps the records from being read.
  public func daysOff() throws(Obstacle) -> Set<CalendarDate> {
    try read { database in try Ledger.daysOff(database) }
  }

  /// Writes down a day off by a statute of its own, by which due dates are counted from then on.
  ///
  /// - Parameter source: the statute, as a person will read it.
  /// - Returns: whether it is new.
  /// - Throws: what keeps the records from being used.
  @discardableResult
  public func addDayOff(_ day: CalendarDate, source: String, by user: String) throws(Obstacle) -> Bool {
    try change(day, isOff: true, source, user)
  }

  /// Takes back that a day is off.
  ///
  /// - Returns: whether it was written down.
  /// - Throws: what keeps the records from being used.
  @discardableResult
  public func removeDayOff(_ day: CalendarDate, reason: String, by user: String) throws(Obstacle) -> Bool {
    try change(day, isOff: false, reason, user)
  }

  private func change(
    _ day: CalendarDate, isOff: Bool, _ reason: String, _ user: String
  ) throws(Obstacle) -> Bool {
    try write { database, now in
      guard try Ledger.daysOff(database).contains(day) != isOff else { return false }
      try Journal(database: database, now: now).add(
        .dayOff,
        [("day", .string(day.iso)), ("off", .boolean(isOff)), ("reason", .string(reason)), ("user", .string(user))])
      return true
    }
  }

  static func daysOff(_ database: Database) throws -> Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    for entry in try Journal.entries(database, [.dayOff]) {
      let members = try entry.members
      guard let day = members["day"]?.text.flatMap(CalendarDate.init(iso:)), case .boolean(let isOff)? = members["off"]
      else { throw DamagedRecord("entry \(entry.number)") }
      if isOff { days.insert(day) } else { days.remove(day) }
    }
    return days
  }
}
