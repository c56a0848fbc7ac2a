import CXLSXWriter

/// How charts look: ink and grey beside the two hues, no frame, hairlines behind the data.
struct ChartLook {
  static let ink: UInt32 = 0x1B1F24
  private static let secondary: UInt32 = 0x555C64
  private static let rule: UInt32 = 0xDCD8CF
  private static let axis: UInt32 = 0x83888A

  private let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  static func font(_ size: Double, _ colour: UInt32, bold: Bool = false) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.size = size
    font.color = colour
    // 0 would be read as not said, which is bold in titles.
    font.bold = UInt8((bold ? LXW_TRUE : LXW_EXPLICIT_FALSE).rawValue)
    return font
  }

  static func line(_ colour: UInt32, _ width: Float) -> lxw_chart_line {
    var line = lxw_chart_line()
    line.color = colour
    line.width = width
    return line
  }

  func apply(to drawn: UnsafeMutablePointer<lxw_chart>) {
    var title = Self.font(11, Self.ink, bold: true)
    // Planners' words may be in it, such as their currency.
    chart_title_set_name(drawn, cellText(chart.title))
    chart_title_set_name_font(drawn, &title)
    var frame = lxw_chart_line()
    frame.none = 1
    chart_chartarea_set_line(drawn, &frame)
    if chart.kind == .columns, chart.series.count > 1 {
      var font = Self.font(9, Self.ink)
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      chart_legend_set_font(drawn, &font)
    } else {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    let (first, second) = (
      chart_axis_get(drawn, LXW_CHART_AXIS_TYPE_X), chart_axis_get(drawn, LXW_CHART_AXIS_TYPE_Y)
    )
    switch chart.kind {
    case .bars:
      chart_set_series_gap(drawn, 45)
      // Of bars the names stand upright: on the axis that goes up.
      chart_axis_set_reverse(second)
      dress(second, nil, lines: false)
      // The figures stand at the bars.
      chart_axis_off(first)
      chart_axis_major_gridlines_set_visible(first, UInt8(LXW_FALSE.rawValue))
      chart_axis_set_min(first, 0)
    case .columns:
      chart_set_series_gap(drawn, 60)
      dress(first, nil, lines: false)
      dress(second, chart.values, lines: true)
    case .points:
      dress(first, chart.across, lines: true)
      dress(second, chart.values, lines: true)
    }
  }

  private func dress(
    _ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ words: Chart.Axis?, lines: Bool
  ) {
    var font = Self.font(9, Self.ink)
    chart_axis_set_num_font(axis, &font)
    var line = Self.line(Self.axis, 0.75)
    chart_axis_set_line(axis, &line)
    chart_axis_set_major_tick_mark(axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    chart_axis_major_gridlines_set_visible(
      axis, UInt8((lines ? LXW_TRUE : LXW_FALSE).rawValue))
    if lines {
      var grid = Self.line(Self.rule, 0.5)
      chart_axis_major_gridlines_set_line(axis, &grid)
    }
    guard let words else { return }
    if !words.title.isEmpty {
      var font = Self.font(9, Self.secondary)
      chart_axis_set_name(axis, cellText(words.title))
      chart_axis_set_name_font(axis, &font)
    }
    chart_axis_set_num_format(axis, words.format)
    if let range = words.range {
      chart_axis_set_min(axis, range.lowerBound)
      chart_axis_set_max(axis, range.upperBound)
    }
    if let step = words.step { chart_axis_set_major_unit(axis, step) }
  }
}

extension Chart.Tone {
  /// Of the report's tokens: donors, regions, ink, paper.
  var colour: UInt32 {
    switch self {
    case .donor: 0x1F5F8B
    case .paleDonor: 0xB5CFE0
    case .region: 0xB04A12
    case .paleRegion: 0xF1DCCB
    case .ink: 0x1B1F24
    case .grey: 0x83888A
    }
  }

  var edge: UInt32 {
    switch self {
    case .donor, .paleDonor: 0x1F5F8B
    case .region, .paleRegion: 0xB04A12
    case .ink: 0x1B1F24
    case .grey: 0x83888A
    }
  }
}
