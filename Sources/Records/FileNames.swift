/// Which names in a watched folder are no planner's file.
public enum FileNames {
  /// Whether a file or folder of this name is left alone without a word: dot-files, lock files of spreadsheet programs,
  /// and partners' temporary names (`~$x.xlsx`, `.~lock.x#`, `*.part`, `*.tmp`).
  public static func isLeftAlone(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$") || lower.hasSuffix(".part")
      || lower.hasSuffix(".tmp")
  }
}
