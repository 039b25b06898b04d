public import Findings

/// A QR code that was seen and not read.
public struct UnreadableCode: Sendable, Hashable {
  /// Where it was seen.
  public let origin: Origin
  /// How many pixels wide a module is in the picture.
  public let pixelsPerModule: Double

  /// What helps: more pixels where modules are small, a better picture where they are large enough.
  public var advice: Sentence {
    // Below this a clean scan is read, too, but there is little left for dirt and noise.
    let enough = 2.0
    if pixelsPerModule < enough {
      return Sentence(
        "Scan the page again: flat, whole, at 200 dpi or more, without a fax or a photograph in between.",
        pl: "Zeskanuj stronę jeszcze raz: płasko, w całości, w co najmniej 200 dpi, nie z faksu ani ze zdjęcia.")
    }
    return Sentence(
      "Scan the page again, in shades of gray at 300 dpi, the paper flattened and clean.",
      pl: "Zeskanuj stronę jeszcze raz, w odcieniach szarości w 300 dpi, z kartką rozprostowaną i czystą.")
  }
}
