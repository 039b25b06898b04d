import CKSeF
import Findings

extension Obstacle.Kind {
  /// What a function returns for it; the header's numbers are the exit codes of the programs.
  var returnCode: CInt {
    switch self {
    case .refused: KSEF_REFUSED
    case .usage: KSEF_WRONG_CALL
    case .inputOutput: KSEF_FILE_TROUBLE
    }
  }
}

extension Language {
  /// Polish where a caller asks for `pl`, else English.
  init(_ asked: UnsafePointer<CChar>?) {
    guard let asked, asked[0] == CChar(bitPattern: UInt8(ascii: "p")), asked[1] == CChar(bitPattern: UInt8(ascii: "l"))
    else {
      self = .english
      return
    }
    self = asked[2] == 0 ? .polish : .english
  }
}
