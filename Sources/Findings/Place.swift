/// Where something was found: a file, a line and column in it, a path inside its structure; each may be unknown.
public struct Place: Sendable, Hashable {
  /// The file as the user named it, or what stands for it (`standard input`).
  public var file: String?
  /// Line, from 1.
  public var line: Int?
  /// Column, from 1, in UTF-8 bytes.
  public var column: Int?
  /// The way to the element or key, as `/Faktura/Fa/P_1` or `lines.columns[2].width`.
  public var path: String?

  /// A place, as far as it is known.
  public init(file: String? = nil, line: Int? = nil, column: Int? = nil, path: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
  }

  /// `file:line:column: path`, with what is known; empty where nothing is.
  public var text: String {
    var head = file ?? ""
    if let line {
      head += head.isEmpty ? "\(line)" : ":\(line)"
      if let column { head += ":\(column)" }
    }
    guard let path else { return head }
    return head.isEmpty ? path : "\(head): \(path)"
  }
}
