import CXLSXWriter

extension Workbook {
  /// Draws a chart whose upper left corner stands in a cell; rows and columns count from 0.
  func draw(
    _ chart: Chart, on page: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int,
    size: Chart.Size
  ) throws {
    guard let drawn = workbook_add_chart(book, chart.kind.type) else {
      throw WorkbookError(reason: "no memory")
    }
    for series in chart.series { try add(series, of: chart.kind, to: drawn) }
    ChartLook(chart).apply(to: drawn)
    var options = lxw_chart_options()
    // What libxlsxwriter takes for the usual size.
    options.x_scale = size.width / 480
    options.y_scale = size.height / 288
    options.x_offset = 4
    options.y_offset = 2
    options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
    try cut(cellText(chart.description), toUTF16: 250).withCString { description in
      options.description = UnsafeMutablePointer(mutating: description)
      try check(
        worksheet_insert_chart_opt(page, UInt32(row), UInt16(column), drawn, &options))
    }
  }

  private func add(
    _ series: Chart.Series, of kind: Chart.Kind, to chart: UnsafeMutablePointer<lxw_chart>
  ) throws {
    guard let added = chart_add_series(chart, nil, nil) else {
      throw WorkbookError(reason: "no memory")
    }
    chart_series_set_categories(
      added, series.places.sheet, UInt32(series.places.rows.lowerBound),
      UInt16(series.places.column), UInt32(series.places.rows.upperBound),
      UInt16(series.places.column))
    chart_series_set_values(
      added, series.values.sheet, UInt32(series.values.rows.lowerBound),
      UInt16(series.values.column), UInt32(series.values.rows.upperBound),
      UInt16(series.values.column))
    // A name that begins with `=` would be a formula.
    chart_series_set_name(added, cellText(series.name))
    if kind == .points { try point(series, added) } else { bars(series, kind, added) }
  }

  private func bars(
    _ series: Chart.Series, _ kind: Chart.Kind, _ added: UnsafeMutablePointer<lxw_chart_series>
  ) {
    var fill = lxw_chart_fill()
    fill.color = series.tone.colour
    chart_series_set_fill(added, &fill)
    // Pale colours are told from the paper by their edge, also in a print without colours.
    var edge = ChartLook.line(series.tone.edge, 0.75)
    chart_series_set_line(added, &edge)
    guard kind == .bars else { return }
    chart_series_set_labels(added)
    var font = ChartLook.font(9, ChartLook.ink)
    chart_series_set_labels_font(added, &font)
  }

  private func point(
    _ series: Chart.Series, _ added: UnsafeMutablePointer<lxw_chart_series>
  ) throws {
    chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(added, series.tone == .ink ? 10 : 8)
    var fill = lxw_chart_fill()
    fill.color = series.tone.colour
    chart_series_set_marker_fill(added, &fill)
    var edge = ChartLook.line(series.tone.edge, 1.5)
    chart_series_set_marker_line(added, &edge)
    var none = lxw_chart_line()
    none.none = 1
    chart_series_set_line(added, &none)
    guard let side = series.label else { return }
    chart_series_set_labels(added)
    chart_series_set_labels_position(added, side.place)
    var font = ChartLook.font(10, ChartLook.ink, bold: series.tone == .ink)
    chart_series_set_labels_font(added, &font)
    // Of the name alone not every program thinks as an instruction to leave out the value; a text of its own is one.
    try cellText(series.name).withCString { text in
      var label = lxw_chart_data_label()
      label.value = UnsafeMutablePointer(mutating: text)
      try withUnsafeMutablePointer(to: &label) { label in
        var labels: [UnsafeMutablePointer<lxw_chart_data_label>?] = [label, nil]
        try check(chart_series_set_labels_custom(added, &labels))
      }
    }
  }
}

extension Chart.Kind {
  fileprivate var type: UInt8 {
    let type =
      switch self {
      case .bars: LXW_CHART_BAR
      case .columns: LXW_CHART_COLUMN_STACKED
      case .points: LXW_CHART_SCATTER
      }
    return UInt8(type.rawValue)
  }
}

extension Chart.Side {
  fileprivate var place: UInt8 {
    let place =
      switch self {
      case .right: LXW_CHART_LABEL_POSITION_RIGHT
      case .left: LXW_CHART_LABEL_POSITION_LEFT
      case .above: LXW_CHART_LABEL_POSITION_ABOVE
      case .below: LXW_CHART_LABEL_POSITION_BELOW
      }
    return UInt8(place.rawValue)
  }
}
