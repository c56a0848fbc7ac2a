import Pages

/// Small drawings that stand in the cells of tables. Sizes come from classes, so the page needs no inline styles.
enum Drawing {
  /// How every bar begins.
  static let barFrame =
    "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
  static let barTrack = "<rect class=\"trk\" width=\"100\" height=\"10\"/>"
  /// How every small column begins.
  static let columnFrame =
    "<svg class=\"col s\" viewBox=\"0 0 40 29\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"

  /// A bar from 0 to 1, over a track where it is a share.
  static func bar(_ share: Double, _ colour: String, track: Bool = true, tick: Double? = nil)
    -> Markup
  {
    let width = min(1, max(0, share)) * 100
    return Markup(
      trusted:
        barFrame + (track ? barTrack : "")
        + "<rect class=\"\(colour)\" width=\"\(fixed(width, 2))\" height=\"10\"/>"
        + (tick.map {
          "<rect class=\"tick\" x=\"\(fixed(min(99.4, max(0, $0 * 100)), 2))\" width=\".6\" height=\"10\"/>"
        } ?? "") + "</svg>")
  }

  /// A column of `placed` before one of `offered`, both as shares of the highest column of the table.
  static func column(placed: Double, offered: Double, small: Bool = false) -> Markup {
    let (height, x, width) = small ? (27.0, "6", "28") : (40.0, "4", "32")
    func rect(_ colour: String, _ share: Double) -> String {
      let tall = min(1, max(0, share)) * height
      guard tall > 0 else { return "" }
      return
        "<rect class=\"\(colour)\" x=\"\(x)\" y=\"\(fixed(height + 1 - tall, 1))\" width=\"\(width)\" "
        + "height=\"\(fixed(tall, 1))\"/>"
    }
    return Markup(
      trusted: "<svg class=\"col\(small ? " s" : "")\" viewBox=\"0 0 40 \(fixed(height + 2, 0))\" "
        + "preserveAspectRatio=\"none\" aria-hidden=\"true\">" + rect("dont", offered)
        + rect("don", placed)
        + "<rect class=\"ruleb\" y=\"\(fixed(height + 1, 0))\" width=\"40\" height=\"1\"/></svg>")
  }

  /// The line of a coal bond at the foot of a cell: its part that is honoured, nil where it cannot be.
  static func bond(honoured: Double) -> Markup {
    Markup(
      trusted:
        "<svg class=\"bond\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + "<rect class=\"btrk\" width=\"100\" height=\"4\"/><rect class=\"rec\" "
        + "width=\"\(fixed(min(1, max(0, honoured)) * 100, 1))\" height=\"4\"/></svg>")
  }
}
