/// How far a run has come.
public struct RunProgress: Hashable, Sendable, Codable {
  /// A step that is behind it.
  public struct Done: Hashable, Sendable, Codable {
    public var step: String
    /// How long it took.
    public var seconds: Double

    public init(step: String, seconds: Double) {
      self.step = step
      self.seconds = seconds
    }
  }

  /// What is being done: `reading`, a stage's name, `selection`, `publishing`.
  public var step: String
  /// The plan that this step makes; nil where it makes none, or many at once.
  public var plan: String?
  /// Simplex iterations so far, over all stages.
  public var iterations: Int
  /// How many steps have begun, this one included.
  public var number: Int
  /// The steps behind it in the order in which they came; of very many the latest.
  public var done: [Done]
  /// Seconds from the beginning of the work to that of this step, and to now.
  public var began: Double
  public var seconds: Double

  /// How many steps behind it are named.
  public static let mostDone = 40

  public init(
    step: String, plan: String? = nil, iterations: Int, number: Int, done: [Done] = [],
    began: Double = 0, seconds: Double = 0
  ) {
    self.step = step
    self.plan = plan
    self.iterations = iterations
    self.number = number
    self.done = done
    self.began = began
    self.seconds = seconds
  }

  /// With `next` begun in this moment.
  public func followed(by next: String, plan: String? = nil, at seconds: Double) -> RunProgress {
    let ended = Done(step: step, seconds: max(0, seconds - began))
    return RunProgress(
      step: next, plan: plan, iterations: iterations, number: number + 1,
      done: (done + [ended]).suffix(RunProgress.mostDone), began: seconds, seconds: seconds)
  }
}
