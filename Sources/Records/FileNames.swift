/// Which names in a watched folder are no planner's file.
public enum FileNames {
  /// The name of an answer to a planner's file that lies in one folder with all others: a file of a sub-folder keeps its path
  /// in it, `offices/a.csv` → `offices__a.csv.problems.txt`.
  ///
  /// - Parameter ending: `.problems.txt`
  public static func answer(to file: String, ending: String) -> String {
    let flat = String(
      file.unicodeScalars.split(separator: "/").map(String.init).joined(separator: "__"))
    // File systems allow 255 bytes, and the temporary name needs some of them.
    guard flat.utf8.count + ending.utf8.count > 240 else { return flat + ending }
    var short = flat
    while short.utf8.count > 200 { short.removeLast() }
    return "\(short)~\(ContentHash(of: Array(file.utf8)).digits.prefix(8))\(ending)"
  }

  /// How the reviewed workbook of a file ends.
  public static let reviewed = ".reviewed.xlsx"

  /// Whether a file or folder of this name is left alone without a word: dot-files, lock files of spreadsheet programs,
  /// and partners' temporary names (`~$x.xlsx`, `.~lock.x#`, `*.part`, `*.tmp`).
  public static func isLeftAlone(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$") || lower.hasSuffix(".part")
      || lower.hasSuffix(".tmp")
  }
}
