import Records

/// Finds the cell in which a value of a record stands, for those who say what changed after a round was read.
///
/// Records know the row that they came from; which cell of it a value is, the file's header tells.
public struct CellFinder: Sendable {
  private let files: [String: OpenedFile]

  /// - Parameter files: those that the records were read from.
  public init(_ files: [InputFile], limits: InputLimits = InputLimits()) {
    self.files = Dictionary(
      files.map { ($0.name, OpenedFile($0, limits)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a value.
  ///
  /// - Parameters:
  ///   - field: as formats.md calls it: `need`, `co2_avoided_t`, `2026`, or an own column by its name inside.
  ///   - row: where the record stands.
  /// - Returns: nil where the row has no such cell.
  public func cell(of field: String, in row: Origin) -> Origin? {
    for table in files[row.file]?.tables ?? [] {
      guard let found = table.rows.first(where: { $0.place == row.place }) else { continue }
      guard let index = table.layout.index(ofField: field), index < found.cells.count else {
        return nil
      }
      let cell = table.origin(found, index)
      return cell == row ? nil : cell
    }
    return nil
  }
}

extension Layout {
  /// The index of a column by its name inside.
  fileprivate func index(ofField field: String) -> Int? {
    let names = ColumnNames.of(kind)
    if let column = names.column(field.foldedName), names.name(of: column) == field {
      return index(of: column)
    }
    if let year = Int(field) { return years.first { $0.year == year }?.index }
    return headers.firstIndex { names.measureName($0.written) == field }
  }
}
