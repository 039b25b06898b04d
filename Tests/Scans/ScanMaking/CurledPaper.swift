import Glibc

/// A slip that doesn't lie flat: curled along its length as it was wound on the roll, and bowed across by the hand that
/// holds it.
///
/// Lengths are in millimetres from the middle of what is photographed, to the right and down.
struct CurledPaper: Sendable {
  /// Of the cylinders; negative where the ends bend away from the camera.
  let radiusAlong: Double
  let radiusAcross: Double

  init(_ lots: inout Lots) {
    // A roll is 80 mm thick when new and winds to 20; a slip in the hand or pressed on the counter keeps a part of that.
    radiusAlong = lots.number(100...500) * lots.pick([1, -1])
    // Held at both edges it bows by less: up to 5 mm over the width of the wider roll.
    radiusAcross = lots.number(150...600) * lots.pick([1, -1])
  }

  /// Where a ray meets the paper.
  ///
  /// - Parameters:
  ///   - eye: where the ray comes from, above the paper.
  ///   - direction: where it goes, down to the paper.
  /// - Returns: millimetres on the paper if it were laid flat.
  func point(from eye: (x: Double, y: Double, z: Double), towards direction: (x: Double, y: Double, z: Double)) -> (
    x: Double, y: Double
  ) {
    var height = 0.0
    var (x, y) = (0.0, 0.0)
    // The paper is nearly level, so the height found last says well where the ray meets it next.
    for _ in 0..<6 {
      let way = (height - eye.z) / direction.z
      (x, y) = (eye.x + way * direction.x, eye.y + way * direction.y)
      height = Self.height(x, radiusAcross) + Self.height(y, radiusAlong)
    }
    return (Self.length(x, radiusAcross), Self.length(y, radiusAlong))
  }

  private static func height(_ distance: Double, _ radius: Double) -> Double {
    let share = min(1, abs(distance / radius))
    return radius * (1 - (1 - share * share).squareRoot())
  }

  private static func length(_ distance: Double, _ radius: Double) -> Double {
    abs(radius) * asin(max(-1, min(1, distance / abs(radius))))
  }
}
