/// The program that is running.
public enum Executable {
  /// Its path, with which the service starts its workers. Found at the start: an upgrade may put another
  /// program there later, and workers are to be the new one then.
  public static func path() throws(FileError) -> String {
    guard let path = Files.linkTarget("/proc/self/exe") else {
      throw FileError(.inspect, "/proc/self/exe", code: 0)
    }
    return path
  }
}
