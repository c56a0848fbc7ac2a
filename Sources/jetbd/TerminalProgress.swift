import Foundation
import Plans

/// One line of progress on a terminal, replaced as the work goes on; nothing where standard error is no terminal.
struct TerminalProgress {
  private let isTerminal = isatty(STDERR_FILENO) == 1

  func show(_ progress: RunProgress) {
    guard isTerminal else { return }
    let count = progress.iterations > 0 ? " (\(progress.iterations) iterations)" : ""
    writeToStandardError("\r\u{1b}[K\(progress.number). \(progress.step)\(count)")
  }

  func clear() {
    if isTerminal { writeToStandardError("\r\u{1b}[K") }
  }
}
