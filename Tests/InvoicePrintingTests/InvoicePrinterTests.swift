import Findings
import Foundation
import InvoicePrinting
import OfflineSigning
import Presentation
import Synchronization
import Testing

@Suite("One object that prints")
struct InvoicePrinterTests {
  private let printer: InvoicePrinter

  init() throws { printer = try InvoicePrinter(Samples.settings()) }

  @Test("Several threads print the same bytes as one")
  func threads() throws {
    let tasks = try Samples.tasks()
    let options = try tasks.map(Samples.reprint)
    let alone = try zip(tasks, options).map { try printer.print($0, options: $1).bytes }
    let count = 4
    let printed = Mutex<[[Int: [UInt8]]]>([])
    DispatchQueue.concurrentPerform(iterations: count) { [printer] thread in
      var own: [Int: [UInt8]] = [:]
      // Each begins elsewhere, so that different invoices meet.
      for step in tasks.indices {
        let index = (step + thread * 5) % tasks.count
        do throws(Obstacle) {
          own[index] = try printer.print(tasks[index], options: options[index]).bytes
        } catch {
          Issue.record(error)
        }
      }
      printed.withLock { [own] in $0.append(own) }
    }
    let all = printed.withLock { $0 }
    #expect(all.count == count)
    for own in all { #expect(tasks.indices.allSatisfy { own[$0] == alone[$0] }) }
  }

  @Test("Several threads sign with one certificate", arguments: DemonstrationCertificate.Key.allCases)
  func signing(key: DemonstrationCertificate.Key) throws {
    var settings = try Samples.settings()
    settings.credential = try Samples.credential(key)
    settings.issued = .emergency
    let (printer, task) = (try InvoicePrinter(settings), try Samples.task("fa3-vat"))
    // What is signed is checked before it is handed out: a damaged signature would be thrown.
    let pages = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      do throws(Obstacle) {
        let answer = try printer.print(task)
        pages.withLock { $0 += answer.pageCount }
      } catch {
        Issue.record(error)
      }
    }
    #expect(pages.withLock { $0 } == 8)
  }

  @Test("An answer says what the invoice says of itself")
  func facts() throws {
    let facts = try printer.print(Samples.task("rr-vat")).facts
    #expect(facts.kind == .invoice)
    #expect(facts.sellerName == "Gospodarstwo Rolne Stanisław Zmyślony (osoba fikcyjna)")
    #expect(facts.number == "RR/2026/09/031")
    #expect(facts.issueDate == "2026-09-28")
    #expect(facts.invoiceKind == "VAT_RR")
    #expect(facts.hash.utf8.count == 43)
  }

  @Test("A UPO is known by its content and has no codes to be asked for")
  func receipt() throws {
    let upo = try Samples.task("upo")
    #expect(try printer.print(upo).facts.kind == .receipt)
    var options = PrintOptions()
    options.issued = .offline24
    #expect(try code { try printer.print(upo, options: options) } == "receipt.no-codes")
  }

  @Test("What was said for all prints keeps no UPO from being printed")
  func receiptAmongOffline() throws {
    var settings = try Samples.settings()
    settings.issued = .offline24
    #expect(try InvoicePrinter(settings).print(Samples.task("upo")).facts.kind == .receipt)
  }

  @Test("A refusal carries all that was found, and one print may overrule nothing")
  func refusal() throws {
    let task = PrintTask(name: "made-up.xml", bytes: try refused())
    do throws(Obstacle) {
      _ = try printer.print(task)
      Issue.record("it was printed")
    } catch {
      #expect(error.code == "invoice.refused")
      #expect(error.place.file == "made-up.xml")
      #expect(error.findings.contains { $0.severity == .refused })
    }
  }

  @Test("What KSeF would refuse is printed where the settings want it, and says so")
  func printsRefused() throws {
    var settings = try Samples.settings()
    settings.printsRefused = true
    let answer = try InvoicePrinter(settings).print(PrintTask(name: "made-up.xml", bytes: try refused()))
    #expect(answer.bytes.starts(with: Array("%PDF-".utf8)))
    #expect(answer.findings.contains { $0.severity == .refused })
  }

  @Test("A print's own options stand before the settings")
  func ownOptions() throws {
    let task = try Samples.task("fa3-vat")
    var options = PrintOptions()
    options.issued = .totalFailure
    let answer = try printer.print(task, options: options)
    #expect(answer.notices.count == 1)
    #expect(try answer.bytes != printer.print(task).bytes)
    options.ksefNumber = "9999999999-20260302-0100C0FFEE01-C0"
    #expect(try code { try printer.print(task, options: options) } == "codes.total-failure")
  }

  @Test("A document that must carry KOD II isn't printed without a certificate")
  func certificateNeeded() throws {
    var options = PrintOptions()
    options.issued = .emergency
    #expect(try code { try printer.print(Samples.task("fa3-vat"), options: options) } == "codes.certificate-needed")
  }

  @Test("A template that can't be used is said when the printer is made")
  func template() throws {
    var settings = try Samples.settings()
    settings.template = "unheard-of"
    #expect(try code { _ = try InvoicePrinter(settings) } == "template.unknown-name")
  }

  /// An invoice from a day that hasn't come.
  private func refused() throws -> [UInt8] {
    let text = String(decoding: try Samples.task("fa3-vat").bytes, as: UTF8.self)
    return Array(text.replacing("<P_1>2026-03-02</P_1>", with: "<P_1>2027-03-02</P_1>").utf8)
  }

  private func code(_ work: () throws -> Void) throws -> String? {
    do {
      try work()
      return nil
    } catch let error as Obstacle {
      return error.code
    }
  }

  private func code(_ work: () throws -> PrintAnswer) throws -> String? { try code { _ = try work() } }
}
