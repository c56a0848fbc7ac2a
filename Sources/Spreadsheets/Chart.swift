/// A chart over cells of the same workbook, in the report's colours. It draws what stands in the cells and nothing else.
package struct Chart {
  package enum Kind: Hashable {
    /// Lying bars, the first on top.
    case bars
    /// Standing columns, each series on top of the one before it.
    case columns
    /// Points by two figures; a series is one point, and its name its label.
    case points
  }

  /// Cells of one column of a sheet; columns and rows count from 0.
  package struct Cells: Hashable {
    package var sheet: String
    package var column: Int
    package var rows: ClosedRange<Int>

    package init(_ sheet: String, column: Int, rows: ClosedRange<Int>) {
      self.sheet = sheet
      self.column = column
      self.rows = rows
    }
  }

  /// Blue is donors' money, orange what regions receive; pale is what is missing of either. Ink and grey are plans.
  package enum Tone: Hashable { case donor, paleDonor, region, paleRegion, ink, grey }

  /// Where the label of a point stands from it.
  package enum Side: Hashable { case right, left, above, below }

  package struct Series {
    package var name: String
    package var tone: Tone
    /// What the values are of: names of bars and columns, how far right points stand.
    package var places: Cells
    package var values: Cells
    /// Of a point; nil for one without a label.
    package var label: Side?

    package init(
      _ name: String, _ tone: Tone, places: Cells, values: Cells, label: Side? = nil
    ) {
      self.name = name
      self.tone = tone
      self.places = places
      self.values = values
      self.label = label
    }
  }

  /// What an axis says, and where it begins and ends; nil for as far as the figures go.
  package struct Axis {
    package var title: String
    package var format: String
    package var range: ClosedRange<Double>?
    package var step: Double?

    package init(
      _ title: String, format: String = "General", range: ClosedRange<Double>? = nil,
      step: Double? = nil
    ) {
      self.title = title
      self.format = format
      self.range = range
      self.step = step
    }
  }

  package var kind: Kind
  package var title: String
  /// Read aloud in place of the picture.
  package var description: String
  package var series: [Series]
  /// Of the values; of points the one that goes up.
  package var values: Axis
  /// Of points the axis to the right.
  package var across: Axis?

  package init(
    _ kind: Kind, title: String, description: String, series: [Series], values: Axis,
    across: Axis? = nil
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.series = series
    self.values = values
    self.across = across
  }

  /// Width and height, in pixels of 1/96 inch.
  package struct Size: Hashable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }
}
