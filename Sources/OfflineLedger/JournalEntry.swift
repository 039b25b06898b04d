import Findings
import JSONReading
import JSONWriting
import KSeFIdentifiers
public import OfflineRules

/// An entry of the journal: something that happened at the desk, with its evidence.
public struct JournalEntry: Sendable, Hashable {
  /// From 1, without gaps.
  public let number: Int
  /// When it was written down.
  public let recorded: Moment
  /// What happened.
  public let kind: Kind
  /// The particulars: a JSON object whose members have a fixed order.
  public let content: String
  /// SHA-256 over this entry and the hash of the one before it, 32 bytes.
  public let hash: [UInt8]

  /// What can happen.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The desk was set up.
    case opened
    /// The availability service said something.
    case event
    /// Somebody chose offline24.
    case set
    /// Somebody ended the mode.
    case end
    /// The mode changed.
    case mode
    /// A certificate was added, put first, withdrawn or removed.
    case certificate
    /// An invoice was issued offline.
    case issued
    /// An invoice was printed again.
    case reprinted
    /// KSeF accepted an invoice.
    case sent
    /// KSeF refused an invoice.
    case rejected
    /// A day off by a statute of its own was written down, or taken back.
    case dayOff
    /// Somebody decided that an invoice is never sent.
    case abandoned
    /// Somebody took back that an invoice was sent, refused or given up.
    case reopened
  }

  /// What the entry's hash must be.
  ///
  /// - Parameter previous: the hash of the entry before it; empty for the first.
  static func hash(
    _ number: Int, _ recorded: Moment, _ kind: Kind, _ content: String, after previous: [UInt8]
  ) -> [UInt8] {
    // Each part is announced with its length, so that no two entries read alike.
    let parts = [String(number), String(recorded.unixSeconds), kind.rawValue, content]
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    return InvoiceHash(ofExactBytes: previous + Array(text.utf8)).digest
  }

  /// The particulars, read.
  ///
  var members: ReadJSON {
    get throws(DamagedRecord) {
      do throws(NoJSON) {
        return try ReadJSON.read(Array(content.utf8))
      } catch {
        throw DamagedRecord("entry \(number)")
      }
    }
  }
}

extension JournalEntry {
  /// The particulars that are known, by name: as text, whatever they are; in the order of their names.
  ///
  /// - Throws: `desk.damaged`.
  public var particulars: [(name: String, value: String)] {
    get throws(Obstacle) {
      let read: ReadJSON
      do throws(DamagedRecord) {
        read = try members
      } catch {
        throw .deskDamaged(nil, error.what)
      }
      guard case .object(let members) = read else { return [] }
      return members.sorted { $0.key < $1.key }.compactMap { name, value in
        switch value {
        case .string(let text), .number(let text): (name, text)
        case .integer(let number): (name, String(number))
        case .boolean(let flag): (name, flag ? "true" : "false")
        case .null, .array, .object: nil
        }
      }
    }
  }
}
