import Plans
import Records

extension RoundRecord {
  /// How many ends of attempts the status tells; runs themselves are kept in `runs/`.
  static let endsTold = 50
  /// Of how many of them it names what they changed; of those before it counts.
  static let effectsTold = 8

  /// Takes in how an attempt ended.
  mutating func remember(_ ended: RoundStatus.Ended) {
    // What fails again and again for one reason is one entry, with the time of the last.
    if ended.outcome == .failed, let last = history.first, last.outcome == .failed,
      last.reason == ended.reason
    {
      history.removeFirst()
    }
    history = [ended] + history.prefix(RoundRecord.endsTold - 1)
    var named = 0
    for place in history.indices {
      guard let effect = history[place].effect else { continue }
      named += 1
      if named > RoundRecord.effectsTold { history[place].effect = effect.counts }
    }
  }

  /// Takes up what the status told last, and the runs of which it does not tell.
  mutating func recoverHistory() {
    history = status?.history ?? []
    let told = Set(history.compactMap(\.run))
    let oldest = history.last?.at ?? ""
    let untold = folder.runIDs().prefix(RoundRecord.endsTold).compactMap { id in
      Timestamp.iso(ofName: id).map { RoundStatus.Ended(at: $0, outcome: .planned, run: id) }
    }.filter { ended in ended.run.map { !told.contains($0) } ?? false && ended.at >= oldest }
    history = Array(
      (history + untold).sorted { $0.at > $1.at }.prefix(RoundRecord.endsTold))
  }
}

extension RoundStatus.Ended {
  /// - Parameters:
  ///   - started: when the attempt began.
  ///   - before: the files of the run that was in force.
  init(
    _ outcome: RoundOutcome, run: String? = nil, at now: Timestamp, started: Timestamp,
    from before: [Job.File], to files: [Job.File], effect: RunEffect?
  ) {
    let kinds: [RoundOutcome.Kind: Outcome] = [
      .planned: .planned, .conflict: .conflict, .noPlan: .noPlan,
    ]
    self.init(
      at: now.iso, outcome: kinds[outcome.kind] ?? .noPlan, run: run, reason: outcome.reason,
      changes: RoundStatus.Changes(from: before, to: files), scorecard: outcome.headline?.scorecard,
      effect: effect, seconds: max(0, now.seconds - started.seconds))
  }
}
