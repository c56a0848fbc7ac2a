/// What lies beside the page, as relative addresses.
package struct StatusLinks: Hashable, Sendable {
  /// The plan in force to read, to open in a spreadsheet program, and the folder with all that its run left.
  package var report: String?
  package var workbook: String?
  package var run: String?
  /// By the name of a file: the text of its problems, and its workbook with the cells at fault marked.
  package var problems: [String: String]
  package var reviewed: [String: String]
  /// The reports of runs that are still kept, by their names.
  package var runs: [String: String]
  /// How many runs are kept of which the history does not tell.
  package var untold: Int

  package init(
    report: String? = nil, workbook: String? = nil, run: String? = nil,
    problems: [String: String] = [:], reviewed: [String: String] = [:],
    runs: [String: String] = [:], untold: Int = 0
  ) {
    self.report = report
    self.workbook = workbook
    self.run = run
    self.problems = problems
    self.reviewed = reviewed
    self.runs = runs
    self.untold = untold
  }
}
