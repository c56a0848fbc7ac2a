/// Why a workbook as a whole cannot be read.
enum WorkbookFailure: Error, Equatable {
  /// The package or the XML of a part of it is broken.
  case damaged(String)
  case password
  /// XLS of Excel 97 to 2003, or the old form of WPS.
  case oldForm
  /// A workbook in a form that is not read, by the name planners know it by.
  case otherForm(String)
  /// Text or a web page under a workbook's name.
  case text
  case webPage
  /// Not a spreadsheet at all.
  case foreign
  case overLimit(Excess)

  /// Which limit is passed, with its size.
  enum Excess: Equatable {
    case fileSize(Int)
    case cells(Int)
    case rows(Int)
    case sheets(Int)
    /// Where a sheet has none, the row tells the place.
    case columns(sheet: String?, row: Int, Int)
    case textSize(Int)
    case unpackedSize(Int)
    case zipRatio(Int)
    case parts(Int)
    case xmlDepth(Int)
    /// A document type declaration, which only files made to harm have.
    case entities
  }
}
