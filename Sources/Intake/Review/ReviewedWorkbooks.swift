import Records
import Spreadsheets

/// The reviewed workbook of a planner's file: its tables as they were read, every cell at fault coloured and commented,
/// and a first sheet that counts and lists what is wrong.
///
/// - Parameters:
///   - name: the file's, as problems name it.
///   - file: its bytes; nil where they could not be had, which leaves the first sheet alone.
///   - problems: of the whole round; those without a place in the file are passed over.
///   - language: of comments and list.
/// - Returns: the workbook's bytes; nil where nothing of the file is a problem: notes alone ask for nothing.
public func reviewedWorkbook(
  of name: String, _ file: InputFile?, problems: [Problem], language: Policy.Language,
  limits: Limits = Limits()
) throws -> [UInt8]? {
  let own = problems.filter { problem in
    problem.origin.file == name || problem.others.contains { $0.file == name }
  }
  guard own.contains(where: { $0.severity == .problem }) else { return nil }
  let tables = TablesAsRead(
    file ?? InputFile(name: name, hash: ContentHash(of: []), bytes: []), limits)
  return try ReviewWorkbook.bytes(Review(name, tables, own), language)
}
