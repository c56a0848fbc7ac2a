import Optimisation
import Plans
import Records
import Round

/// One way to pair, not yet ranked.
struct Candidate: Sendable {
  /// The profile that made it, or `alternative-1` and so on.
  var profile: String
  /// The list of stages that made it; of an alternative, that of the plan it is an alternative to.
  var stages: [StageRequest]
  /// Its plan; id, rank, score and distance are still open.
  var plan: Plan
  /// Where each solve ended, for those who plan nearly the same round again.
  var ends: [WarmStarts.Key: Basis]
  /// What it publishes.
  var units: WholeUnits
  /// The pairs that it uses.
  var used: Set<DonorRecipient>
  /// What proves it; its id is still open.
  var proof: PlanProof

  /// The published M of each pair.
  func amounts(in round: Round) -> [DonorRecipient: Double] {
    var whole: [DonorRecipient: Int] = [:]
    for pair in round.eligible.indices where units.amount(pair) > 0 {
      whole[round.partners(ofPair: pair), default: 0] += units.amount(pair)
    }
    return whole.mapValues(millions)
  }
}

/// Everything that planning a round again needs, but the round.
struct PlanningSettings: Sendable {
  var options = SimplexOptions()
  var earlier: EarlierPlan?
  /// Whether a candidate beside plan A that cannot be solved is left out; else the round is planned another way.
  var leavesOut = false

  func run(
    selecting: RunSettings.Selection = .any, keeping: Bool = false, proving: Bool = false,
    from starts: WarmStarts? = nil, integer: IntegerSettings = IntegerSettings()
  ) -> RunSettings {
    RunSettings(
      options: options, selecting: selecting, keeping: keeping, proving: proving, starts: starts,
      integer: integer,
      earlier: earlier)
  }
}

extension Round {
  /// The plan of what a list of stages reached, and the pairs that it uses.
  func candidate(
    _ profile: String, _ stages: [StageRequest], _ result: StagesResult,
    ends: [WarmStarts.Key: Basis] = [:]
  ) -> Candidate {
    let builder = PlanBuilder(self, result)
    return Candidate(
      profile: profile, stages: stages, plan: builder.plan(profile: profile), ends: ends,
      units: builder.units, used: Set(builder.used.map { partners(ofPair: $0) }),
      proof: PlanProof(
        plan: "", stages: result.proof,
        selected: CertifiedPoint(self, money: result.money, months: result.expertise)))
  }
}

/// What `work` comes to, nil where the watch ended it.
func unlessStopped<Value: ~Copyable>(_ work: () throws -> Value) throws -> Value? {
  do {
    return try work()
  } catch is StageStopped {
    return nil
  } catch PlanningError.stoppedTooEarly {
    return nil
  } catch let error as ProgramError {
    throw PlanningError.program(error)
  }
}
