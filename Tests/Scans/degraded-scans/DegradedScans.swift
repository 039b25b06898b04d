import Findings
import Foundation
import ScanMaking

/// Scans our own prints and others' codes badly in every way that is known, reads them back, and says what was read.
///
/// Usage: `degraded-scans [COUNT [SEED]]`; `degraded-scans rolls [COUNT [SEED]]` for photographs of slips off a roll;
/// `degraded-scans speed` for the speed on clean pages. Exits with 1 where the promise isn't kept: of the symbols with at
/// least 1.5 pixels per module 99.5 % are read (of those on slips 99 %), no text is wrong, and nothing passes with a
/// certificate or an invoice that isn't its own. Scans that failed are kept in build/scans.
@main
enum DegradedScans {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if isOfRolls { arguments.removeFirst() }
    if arguments.first == "part" {
      let numbers = arguments.dropFirst().compactMap { Int($0) }
      guard numbers.count == 4 else { exit(64) }
      return try run(part: numbers[0], of: numbers[1], count: numbers[2], seed: UInt64(numbers[3]), isOfRolls)
    }
    if arguments.first == "speed" { return try speed(jobSeconds: arguments.dropFirst().first.flatMap(Double.init)) }
    let count = arguments.first.flatMap { Int($0) } ?? 1000
    let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
    let lines = try parts(of: isOfRolls ? ["rolls"] : [], count: count, seed: seed)
    exit((isOfRolls ? RollTable(of: lines).report() : Table(of: lines).report()) ? 0 : 1)
  }

  /// Does a share of the work.
  private static func run(part: Int, of parts: Int, count: Int, seed: UInt64, _ isOfRolls: Bool) throws {
    do {
      if isOfRolls {
        try RollWork(count: count, seed: seed).run(part: part, of: parts)
      } else {
        try Work(count: count, seed: seed).run(part: part, of: parts)
      }
    } catch {
      print("error\t\((error as? Obstacle)?.text(in: .english) ?? error.localizedDescription)")
      exit(2)
    }
  }

  /// - Parameter jobSeconds: where this is one of several jobs that are measured together.
  private static func speed(jobSeconds: Double?) throws {
    let speed = try ReadingSpeed()
    if let jobSeconds { return print(speed.pagesPerSecond(seconds: jobSeconds)) }
    try speed.report(rounds: 5)
    for jobs in [1, 2] {
      let said = try run((0..<jobs).map { _ in ["speed", "5"] })
      let rate = said.lines.compactMap { Double($0) }.reduce(0, +)
      print("  \(jobs) job\(jobs == 1 ? "" : "s"): \(ReadingSpeed.short(rate)) pages a second")
    }
  }

  /// What the parts of a work say, a process for each core: Poppler isn't made for threads.
  private static func parts(of work: [String], count: Int, seed: UInt64) throws -> [Substring] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let said = try run((0..<cores).map { work + ["part", "\($0)", "\(cores)", "\(count)", "\(seed)"] })
    return said.lines + said.troubles
  }

  /// Runs this program several times at once.
  private static func run(_ calls: [[String]]) throws -> (lines: [Substring], troubles: [Substring]) {
    let works = try calls.map { arguments in
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      return (process, pipe)
    }
    var lines: [Substring] = []
    var troubles: [Substring] = []
    for (process, pipe) in works {
      lines += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
      process.waitUntilExit()
      if process.terminationStatus != 0 { troubles.append("error\ta part ended with \(process.terminationStatus)") }
    }
    return (lines, troubles)
  }
}
