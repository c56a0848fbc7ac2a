import Foundation
import Records
import Testing

/// A folder of files, each with the answer that is expected to it beside it as `NAME.expected`.
struct RecordedAnswers {
  let folder: URL

  /// The names of the files, in order.
  var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter {
      !$0.hasSuffix(".expected") && $0.contains(".") && !FileNames.isLeftAlone($0)
    }.sorted()
  }

  /// Holds an answer against the one beside the file. Where none stands there it is written and the test fails once, so that a
  /// person reads it.
  func check(_ answer: String, to name: String) throws {
    let expected = folder.appending(path: name + ".expected")
    guard FileManager.default.fileExists(atPath: expected.path) else {
      try answer.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record(
        "\(name): no answer stood beside it; the one given now is written there: read it")
      return
    }
    #expect(answer == (try String(contentsOf: expected, encoding: .utf8)))
  }
}
