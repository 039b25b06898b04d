import Foundation

/// What a program asked the system for, as strace saw it.
struct SystemCalls {
  let code: Int32
  /// The calls that have to do with a network; not those by which the verifier talks with its own readers, over a pair
  /// of sockets that leads nowhere else.
  let network: [String]
  private let paths: [String]

  /// Whether strace is here and may look into a program; some containers forbid it.
  static let canBeTraced: Bool = {
    guard let folder = try? WorkFolder(), let strace = Program.installed("strace") else { return false }
    return (try? strace.run("-o", folder.file("trace"), "/bin/true"))?.code == 0
  }()

  init(of program: Program, _ arguments: [String], in folder: WorkFolder) throws {
    let trace = folder.file("trace")
    code = try Program.tool("strace").run(
      ["-f", "-e", "trace=network,open,openat,openat2,creat", "-e", "signal=none", "-o", trace, program.path]
        + program.dated(arguments)
    ).code
    let calls = String(decoding: try Data(contentsOf: URL(filePath: trace)), as: UTF8.self)
      .split(separator: "\n").map { String($0.drop { $0.isNumber || $0 == " " }) }
    let opening = calls.filter { $0.contains(/^(open|openat|openat2|creat)\(/) }
    paths = opening.compactMap { $0.firstMatch(of: /"([^"]*)"/).map { String($0.1) } }
    network = calls.filter { call in
      let isOfPair =
        call.hasPrefix("socketpair(AF_UNIX,") || call.contains(/^(sendto|recvfrom)\(/) && !call.contains("sa_family")
      return call.contains(/^[a-z0-9_]+\(/) && !isOfPair && !opening.contains(call)
    }
  }

  /// The files opened, or tried, that are neither under one of these paths nor the program's or the system's own.
  func opened(outside given: [String]) -> [String] {
    let resources = ["templates", "fonts"].map { Corpus.packageRoot.appending(path: $0).path }
    return Set(paths).filter { path in
      !(given + resources + SystemCalls.systemFolders).contains { path == $0 || path.hasPrefix($0 + "/") }
        && !SystemCalls.systemFiles.contains(path) && !path.contains(/\.so(\.\d+)*$/)
    }.sorted()
  }

  /// What the C library, OpenSSL and poppler keep for every program.
  private static let systemFiles = [
    "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/usr/lib/ssl/openssl.cnf", "/etc/ssl/openssl.cnf",
    "/proc/self/maps", "/proc/filesystems", "/dev/urandom", "/dev/null",
    // How many processors there are, where /sys doesn't say.
    "/proc/stat", "/proc/cpuinfo",
    // GLib, under librsvg, asks for the names of languages.
    "/usr/share/locale/locale.alias",
  ]
  private static let systemFolders = [
    "/usr/share/zoneinfo", "/usr/share/poppler", "/usr/lib/locale", "/sys/devices/system/cpu",
  ]
}
