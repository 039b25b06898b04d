import Foundation
import Testing

/// What becomes of the desk's records when something goes wrong with a machine.
@Suite("The offline desk's records")
struct DeskRecordsTests {
  private let desk: DeskInTime
  private let invoice: Invoice

  init() throws {
    desk = try DeskInTime()
    invoice = try Corpus.sample("fa3-vat.xml")
  }

  @Test("Tills that are killed at any moment leave whole records: no print without its XML, no lost entry")
  func killed() throws {
    let outcome = try Script.killedTills.run([
      Program.render.path, Program.desk.path, desk.certificate.folder, invoice.path, desk.work.path, "6", "1",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.text.hasPrefix("6 kills"))
  }

  /// Runs shell commands where a disk of that many KiB is mounted as `$DISK`, with the programs as `$RENDER` and `$DESK`.
  private func onDisk(_ size: Int, _ commands: String) throws -> Outcome {
    let disk = desk.work.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    return try Program.tool("unshare").run(
      [
        "--mount", "--map-root-user", "sh", "-c",
        "mount -t tmpfs -o size=\(size)k tmpfs \"$DISK\" || exit 99\n\(commands)",
      ],
      environment: [
        "DISK": disk, "RENDER": Program.render.path, "DESK": Program.desk.path, "INVOICE": invoice.path,
        "CERTIFICATE": desk.certificate.certificate, "KEY": desk.certificate.key,
        "PASSPHRASE": desk.certificate.passphraseFile, "OUT": desk.work.path,
      ])
  }

  /// Sets up a desk on the disk, with a certificate, in offline24.
  private static let setUp = """
    "$DESK" certificate add --certificate "$CERTIFICATE" --key "$KEY" --passphrase-file "$PASSPHRASE" --user anna \\
      --environment test --desk "$DISK/desk" > "$OUT/log" || exit 98
    "$DESK" mode set offline24 --reason test --environment test --desk "$DISK/desk" > "$OUT/log" || exit 98

    """

  private static func render(_ print: String) -> String {
    """
    "$RENDER" "$INVOICE" -o "$OUT/\(print)" --desk "$DISK/desk" --user anna --environment test \\
      --passphrase-file "$PASSPHRASE" --today \(Program.today) --language en
    """
  }

  @Test("A full disk: nothing is printed, nothing half recorded, and with room it goes on")
  func fullDisk() throws {
    let outcome = try onDisk(
      400,
      Self.setUp
        + """
        dd if=/dev/zero of="$DISK/filling" bs=1k 2> "$OUT/log"
        \(Self.render("full.pdf"))
        echo "full: $?"
        rm "$DISK/filling"
        "$DESK" journal verify --desk "$DISK/desk" --language en
        \(Self.render("print.pdf"))
        echo "room: $?"
        "$DESK" queue list --environment test --desk "$DISK/desk" --language en
        """)
    #expect(outcome.errors.contains("The disk is full"), "\(outcome.errors)")
    #expect(outcome.lines.contains("full: 74"))
    #expect(outcome.lines.contains { $0.hasPrefix("The journal is whole") })
    #expect(outcome.lines.contains("room: 0"), "\(outcome.errors)")
    #expect(outcome.lines.count { $0.hasPrefix("FV/2026/03/0021") } == 1)
    #expect(try desk.work.names().filter { $0.hasSuffix(".pdf") } == ["print.pdf"])
  }

  @Test("A read-only disk: the message says so, and nothing is printed")
  func readOnlyDisk() throws {
    let outcome = try onDisk(
      1000,
      Self.setUp
        + """
        mount -o remount,ro "$DISK"
        \(Self.render("print.pdf"))
        echo "print: $?"
        "$DESK" status --environment test --desk "$DISK/desk" --language en
        echo "status: $?"
        """)
    #expect(outcome.lines.contains("print: 74"), "\(outcome.text)")
    #expect(outcome.lines.contains("status: 74"))
    #expect(outcome.errors.components(separatedBy: "The records can't be written").count == 3, "\(outcome.errors)")
    #expect(try !desk.work.names().contains("print.pdf"))
  }

  @Test("A backup that is made while tills print is a whole desk of its own")
  func backup() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    let source = try invoice.text()
    try FileManager.default.createDirectory(atPath: desk.work.file("till"), withIntermediateDirectories: true)
    for number in 1...20 {
      _ = try desk.work.write(
        source.replacing("FV/2026/03/0021", with: "FV/\(number)"), to: "till/\(number).xml")
    }
    let till = Process()
    till.executableURL = URL(filePath: Program.render.path)
    till.arguments = [
      "batch", desk.work.file("till"), "--output-directory", desk.work.file("prints"), "--desk", desk.folder, "--user",
      "anna", "--environment", "test", "--passphrase-file", desk.certificate.passphraseFile, "--today", "2026-03-02",
    ]
    till.environment = Program.plainEnvironment
    till.standardError = FileHandle.nullDevice
    try till.run()
    var copies = 0
    while till.isRunning {
      let copy = desk.work.file("copy\(copies)")
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      try desk.desk("2026-03-02 09:00", "backup", "\(copy)/ledger.sqlite")
      let verified = try desk.run(
        .desk, at: "2026-03-02 09:01", ["journal", "verify", "--desk", copy, "--language", "en"])
      #expect(verified.text.hasPrefix("The journal is whole"), "\(verified.errors)")
      copies += 1
    }
    #expect(till.terminationStatus == 0)
    #expect(copies > 0)
    #expect(try desk.list("2026-03-02 09:02", "queue", "list", "--environment", "test").count == 20)
  }
}
