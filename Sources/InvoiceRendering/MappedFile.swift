import Glibc

/// The file from which the memory at an address was loaded, as the kernel names it: with its whole path, whatever the
/// working directory was and is; nil where the kernel doesn't say.
///
/// `dladdr` would give the name by which a library was asked for, which may be relative to a folder long left.
///
/// Source: proc_pid_maps(5).
func mappedFile(holding address: UnsafeRawPointer) -> String? {
  guard let maps = fopen("/proc/self/maps", "re") else { return nil }
  defer { fclose(maps) }
  var (line, room): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
  defer { free(line) }
  let wanted = UInt(bitPattern: address)
  while getline(&line, &room, maps) > 0, let read = line {
    // "7f00a000-7f00b000 r--p 00000000 08:01 1234    /usr/lib/libksef.so.0"
    let text = String(cString: read)
    let ends = text.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
    guard ends.count == 2, ends[0] <= wanted, wanted < ends[1] else { continue }
    return text.firstIndex(of: "/").map { String(text[$0...].prefix { $0 != "\n" }) }
  }
  return nil
}
