import Plans
import Records

/// Problems as lines for a terminal: place, what is wrong, what would be right.
func problemText(_ problems: [Problem], language: Policy.Language) -> String {
  problems.map { problem in
    let located = LocatedProblem(problem)
    let place = located.at.isEmpty ? located.file : "\(located.file) \(located.at)"
    let isNote = problem.severity == .note
    let kind = language == .zh ? (isNote ? "提示" : "问题") : isNote ? "note" : "problem"
    let messages =
      switch language {
      case .en: [problem.message.en]
      case .zh: [problem.message.zh]
      case .both: [problem.message.en, problem.message.zh]
      }
    let others =
      located.others.isEmpty
      ? "" : "\n    \(language == .zh ? "还有：" : "also: ")" + located.others.joined(separator: ", ")
    return "\(place): \(kind): " + messages.joined(separator: "\n    ") + others + "\n"
  }.joined()
}
