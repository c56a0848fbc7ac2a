import Plans

/// What the service did, as it happens: for tests, and for whoever keeps a ledger or counts.
public enum ServiceEvent: Hashable, Sendable {
  /// The watched folder is being watched and was looked through.
  case ready
  case inboxLost(String)
  case inboxFound
  /// A look found a round changed.
  case changed(round: String)
  case planning(round: String)
  case published(round: String, run: String)
  /// The worker answered that there is no new plan.
  case kept(round: String, RoundOutcome.Kind)
  /// What was read is what was answered last.
  case unchanged(round: String)
  /// The round has no files any more.
  case emptied(round: String)
  /// Files changed while they were read.
  case moved(round: String)
  case abandoned(round: String)
  case failed(round: String, reason: String)
  case reloaded
  case reloadRefused(String)
  case stopped
}
