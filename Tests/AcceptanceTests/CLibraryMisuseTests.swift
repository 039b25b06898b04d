import Foundation
import Testing

/// What becomes of calls of libksef that can't be done, and of memory.
@Suite("The library for other languages, misused")
struct CLibraryMisuseTests {
  let folder: WorkFolder
  let library: BuiltLibrary

  init() throws {
    folder = try WorkFolder()
    library = try BuiltLibrary(in: folder)
  }

  private static let sample = Corpus.packageRoot.appending(path: "samples/fa3-vat.xml").path

  @Test("Wrong calls get a code and an explanation, and hand out nothing")
  func wrongCalls() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/wrong_calls.c")
    let outcome = try program.run(CLibraryMisuseTests.sample)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.lines == [
        "at first: \"\" \"\" \"\"",
        "nothing: 1 0 0 0 \"\" \"\"",
        "open without printer: 64 call.argument-missing",
        "open with an unknown setting: 64 call.unknown-setting",
        "open with a print's option: 64 call.unknown-setting",
        "open with a line that isn't one: 64 call.line",
        "open with a setting twice: 64 call.setting-twice",
        "open with an unknown value: 64 call.value",
        "open with a half certificate: 64 call.certificate",
        "open with standard input: 64 call.value",
        "open with a missing certificate: 74 file.unreadable",
        "open with missing resources: 74 resources.missing",
        "open with an unknown template: 2 template.unknown-name",
        "open in Windows-1250: 64 call.not-utf8",
        "open with a passphrase of no place: 64 call.argument-missing",
        "open with a passphrase of all lengths: 64 call.length",
        "open with two passphrases: 64 call.passphrase-twice",
        "open: 0 ",
        "render without result: 64 call.argument-missing",
        "render without printer: 64 call.argument-missing",
        "render without XML: 64 call.argument-missing",
        "render nothing: 2 file.empty",
        "render all there is: 2 file.too-large",
        "render more than the limit: 2 file.too-large",
        "render the half: 2 xml.malformed",
        "render with a printer's setting: 64 call.unknown-setting",
        "render with an unknown value: 64 call.value",
        "render what doesn't go together: 64 codes.total-failure",
        "render a receipt printer's job on a sheet: 64 form.needs-roll",
        "check with a print's option: 64 call.unknown-setting",
        "links without printer: 64 call.argument-missing",
        "check: 0 ",
      ])
  }

  @Test("The environment settles nothing")
  func environment() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/threads.c")
    let outcome = try program.run(
      ["today=\(Program.today)", "creation-date=2026-12-31", "1", CLibraryMisuseTests.sample],
      environment: ["KSEF_RENDER_RESOURCES": "/nonexistent", "SOURCE_DATE_EPOCH": "1"])
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test("An installed library finds its templates and fonts beside it, from whatever folder it is called")
  func resources() throws {
    let manager = FileManager.default
    // As a distribution has it: lib/PLATFORM/libksef.so.0 and share/ksef-render.
    let installed = folder.file("usr/lib/platform")
    try manager.createDirectory(atPath: installed, withIntermediateDirectories: true)
    try manager.createDirectory(atPath: folder.file("usr/share/ksef-render"), withIntermediateDirectories: true)
    try manager.copyItem(atPath: BuiltLibrary.path, toPath: "\(installed)/\(BuiltLibrary.name)")
    func call() throws -> Outcome {
      let script = """
        import ctypes, os
        library = ctypes.CDLL("./\(BuiltLibrary.name)")
        os.chdir("/")
        library.ksef_last_error_code.restype = ctypes.c_char_p
        code = library.ksef_printer_open(None, None, ctypes.c_size_t(0), ctypes.byref(ctypes.c_void_p()))
        print(code, library.ksef_last_error_code().decode())
        """
      return try Program.tool("python3").run(["-c", script], in: installed)
    }
    #expect(try call().lines == ["74 resources.missing"])
    try library.linkResources(in: "usr/share/ksef-render")
    #expect(try call().lines == ["0 "])
  }
}
