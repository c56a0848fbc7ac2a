import Plans
import Records

/// `FILENAME.reviewed.xlsx` in a round's output folder, beside `FILENAME.problems.txt`: what a worker wrote, moved as it is.
struct ReviewedFiles: Sendable {
  var folder: RoundFolder

  /// Puts the workbooks of a run there, and removes those of files that are clean now.
  ///
  /// - Parameter run: the run's folder, finished or not; its workbooks lie in a folder of their own.
  func replace(from run: String) throws(FileError) {
    let source = run + "/" + Job.Name.reviewed
    let names = Files.exists(source) ? try workbooks(in: source) : []
    for name in names {
      try Files.copy(source + "/" + name, to: folder.path + "/" + name, durable: false)
    }
    for name in try workbooks(in: folder.path) where !names.contains(name) {
      try Files.remove(folder.path + "/" + name)
    }
  }

  private func workbooks(in path: String) throws(FileError) -> Set<String> {
    Set(try Files.list(path).filter { $0.hasSuffix(FileNames.reviewed) })
  }
}
