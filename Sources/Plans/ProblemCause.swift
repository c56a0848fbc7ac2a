import Records

/// Problems of one file that have one cause, with every place where it stands.
///
/// What is alike at all places is said once: ten thousand bad rows stay a list of ten thousand short places.
public struct ProblemCause: Hashable, Sendable, Codable {
  public struct Place: Hashable, Sendable, Codable {
    /// As `LocatedProblem.at`.
    public var at: String
    public var found: String?
    public var suggestion: String?
    /// As `LocatedProblem.others`; nil where there are none.
    public var others: [String]?

    public init(at: String, found: String?, suggestion: String?, others: [String]?) {
      self.at = at
      self.found = found
      self.suggestion = suggestion
      self.others = others
    }
  }

  public var file: String
  public var severity: Problem.Severity
  public var kind: String
  /// A quoted `{found}` in it stands for what was found at each place.
  public var message: Bilingual
  public var allowed: String?
  /// In the order of the file.
  public var places: [Place]

  /// How many places there are to look at, those of `others` too.
  public var count: Int { places.reduce(0) { $0 + 1 + ($1.others?.count ?? 0) } }

  /// The problems by their causes, each cause where its first place stands.
  public static func grouped(_ problems: [LocatedProblem]) -> [ProblemCause] {
    struct Key: Hashable {
      var file: String
      var kind: String
      var message: Bilingual
      var allowed: String?
      var severity: Problem.Severity
    }
    var causes: [ProblemCause] = []
    var known: [Key: Int] = [:]
    for problem in problems {
      let key = Key(
        file: problem.file, kind: problem.kind,
        message: problem.found.map { problem.message.naming($0, as: mark) } ?? problem.message,
        allowed: problem.allowed, severity: problem.severity)
      let place = Place(
        at: problem.at, found: problem.found, suggestion: problem.suggestion,
        others: problem.others.isEmpty ? nil : problem.others)
      if let index = known[key] {
        causes[index].places.append(place)
      } else {
        known[key] = causes.count
        causes.append(
          ProblemCause(
            file: problem.file, severity: problem.severity, kind: problem.kind,
            message: key.message, allowed: problem.allowed, places: [place]))
      }
    }
    return causes
  }

  /// Each place as a problem of its own.
  public var problems: [LocatedProblem] {
    places.map { place in
      LocatedProblem(
        file: file, at: place.at, severity: severity, kind: kind, message: message(at: place),
        found: place.found, allowed: allowed, suggestion: place.suggestion,
        others: place.others ?? [])
    }
  }

  /// The message with what was found at `place`.
  public func message(at place: Place) -> Bilingual {
    place.found.map { message.naming(ProblemCause.mark, as: $0) } ?? message
  }

  /// The message for many places: `…` where they differ.
  public var generalMessage: Bilingual { message.naming(ProblemCause.mark, as: "…") }

  private static let mark = "{found}"
}

extension Bilingual {
  /// With the quoted `text` replaced by a quoted `other`.
  fileprivate func naming(_ text: String, as other: String) -> Bilingual {
    Bilingual(
      en: en.replacing("`\(text)`", with: "`\(other)`"),
      zh: zh.replacing("“\(text)”", with: "“\(other)”"))
  }
}
