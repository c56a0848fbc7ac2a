import Foundation
import Intake
import Plans
import Records

/// Writes the reviewed workbook of every file with a problem into `folder`, which is made where there is something to put
/// there, and takes away those of files that are clean now.
///
/// - Throws: at the end, where one could not be written: the others are.
public func writeReviewedWorkbooks(
  of problems: [Problem], files: [InputFile], language: Policy.Language,
  limits: InputLimits = InputLimits(), to folder: String
) throws {
  let manager = FileManager.default
  let known = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  // A folder that cannot be read ends with a slash: it is no file to review.
  let named = Set(problems.flatMap { [$0.origin.file] + $0.others.map(\.file) })
    .filter { !$0.isEmpty && !$0.hasSuffix("/") }.sorted()
  var written: Set<String> = []
  var failure: (any Error)?
  for name in named {
    do {
      guard
        let bytes = try reviewedWorkbook(
          of: name, known[name], problems: problems, language: language, limits: limits)
      else { continue }
      let file = FileNames.answer(to: name, ending: FileNames.reviewed)
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try write(bytes, to: folder + "/" + file)
      written.insert(file)
    } catch {
      failure = error
    }
  }
  for old in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
  where old.hasSuffix(FileNames.reviewed) && !written.contains(old) {
    try manager.removeItem(atPath: folder + "/" + old)
  }
  if let failure { throw failure }
}

extension FinishedRound {
  /// The reviewed workbooks of a run, in its folder.
  public func writeReviewedWorkbooks(
    of files: [InputFile], limits: InputLimits = InputLimits(), to run: String
  ) throws {
    try Worker.writeReviewedWorkbooks(
      of: outcome.problems + conflictProblems, files: files, language: language,
      limits: limits, to: run + "/" + Job.Name.reviewed)
  }
}
