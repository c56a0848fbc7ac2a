import Optimisation
import Round

/// What an integer rule decides about, yes or no.
enum Choice: Hashable, Sendable {
  /// Whether money flows between a donor and a recipient.
  case pair(DonorRecipient)
  /// Whether a project is funded at all, by its place.
  case project(Int)
  /// Whether an offer funds a project, by the place of their eligible pair.
  case ticket(Int)
}
