public import Findings

/// What was found at one place of what the user gave.
public enum FoundFile: Sendable, Equatable {
  /// A file, read whole.
  case file(EvidenceFile)
  /// A file of a folder or an archive that nobody asked for, by its name; only its beginning was read.
  case passedOver(String)
  /// A file, a folder or an archive that couldn't be read, and why.
  case obstacle(Obstacle)
}
