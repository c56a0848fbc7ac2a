import Optimisation
import Plans
import Records
import Round

/// What the stages solved so far leave for the certificate.
struct ProofLog {
  /// Off for solves that are never published: collecting multipliers takes time.
  var isOn = false
  /// Those of this plan; an alternative begins anew.
  var stages: [StageProof] = []
  /// The place of the stage under way among all stages of the program, from 0.
  private(set) var place = -1
  /// Rows beside the limits that can have a multiplier.
  var rows: [(row: CertifiedRow, place: Limit)] = []

  mutating func begin(_ stage: StageProof.Kind) {
    place += 1
    if isOn { stages.append(StageProof(stage: stage)) }
  }

  /// Notes something about the stage under way.
  mutating func note(_ change: (inout StageProof) -> Void) {
    if isOn, !stages.isEmpty { change(&stages[stages.count - 1]) }
  }
}

extension Allocation {
  /// Notes the program solved last, with its multipliers.
  ///
  /// - Parameters:
  ///   - scale: what one unit of the objective is in the program.
  ///   - rows: the program's own.
  ///   - fixes: the groups whose level a round of fairness fixes.
  mutating func prove(
    _ objective: ProvenProgram.Objective, _ optimum: Optimum, scale: Double = 1,
    rows: [(row: CertifiedRow, place: Limit)] = [], fixes: [String]? = nil
  ) {
    guard proof.isOn else { return }
    var multipliers: [Multiplier] = []
    func add(_ row: CertifiedRow, _ multiplier: Double) {
      if abs(multiplier) > 1e-14 { multipliers.append(Multiplier(row, multiplier)) }
    }
    for limit in limits {
      guard let row = CertifiedRow(limit) else { continue }
      add(row, multiplier(of: limit.place, isMaximum: objective.isMaximum) / scale)
    }
    for (row, place) in proof.rows + rows {
      add(row, multiplier(of: place, isMaximum: objective.isMaximum) / scale)
    }
    let program = ProvenProgram(
      objective: objective, value: optimum.value / scale, bound: optimum.bound / scale,
      fixes: fixes, multipliers: multipliers)
    proof.note { $0.programs.append(program) }
  }

  /// The change of the optimum per unit of a limit. A column has one reduced cost for both of its bounds; its sign says which of
  /// them it belongs to.
  private func multiplier(of limit: Limit, isMaximum: Bool) -> Double {
    switch limit {
    case .row(let row, _): return program.dual(of: row)
    case .column(let column, let side):
      let cost = program.reducedCost(of: column)
      return (cost > 0) == (isMaximum == (side == .upper)) ? cost : 0
    }
  }

  /// The point found last shows what the stage under way reached.
  mutating func proveReached() {
    guard proof.isOn else { return }
    let point = CertifiedPoint(round, money: point, months: expertiseGiven)
    proof.note { $0.point = point }
  }

  /// The stage under way was ended early: where it stands, and for benefit how much more there could have been at best.
  ///
  /// - Parameter money: what is published.
  /// - Returns: that benefit and its bound.
  mutating func proveStopped(at money: [Double]) -> Optimum? {
    guard proof.isOn, let stage = proof.stages.last?.stage else { return nil }
    proof.note { [round] in
      $0.finished = false
      $0.point = CertifiedPoint(round, money: money, months: [])
    }
    guard stage == .benefit || stage == .continuity, program.sense == .maximise,
      let bound = program.lagrangianBound()
    else { return nil }
    let value = round.benefit(of: money)
    let optimum = Optimum(value: value, bound: max(bound, value))
    prove(.benefit, optimum)
    return optimum
  }
}

extension CertifiedPoint {
  /// - Parameter money: by place in the round's eligible pairs.
  init(
    _ round: Round, money: [Double], months: [(expert: Int, project: Int, months: Double)]
  ) {
    self.init()
    for (pair, amount) in money.enumerated() where amount > 1e-12 {
      let offer = round.offers[round.eligible.offer[pair]].id
      self.money[offer, default: [:]][round.projects[round.eligible.project[pair]].id] = amount
    }
    for entry in months where entry.months > 1e-12 {
      self.months[round.experts[entry.expert].id, default: [:]][
        round.projects[entry.project].id] = entry.months
    }
  }
}

extension CertifiedRow {
  /// nil for a limit that closes columns, which the certificate says otherwise.
  init?(_ limit: NamedLimit) {
    let name = limit.name
    if case .column(_, .upper) = limit.place, name.rule != .coInvestment { return nil }
    guard let kind = Kind(name.rule) else { return nil }
    self.init(
      kind, offer: name.offer, year: name.year, proposal: name.proposal, donor: name.donor,
      recipient: name.recipient, sector: name.sector, group: name.group, stage: limit.stage)
  }
}

extension CertifiedRow.Kind {
  fileprivate init?(_ rule: RuleName.Kind) {
    switch rule {
    case .budget: self = .budget
    case .need: self = .need
    case .coInvestment: self = .coInvestment
    case .concentration: self = .concentration
    case .ownLimit: self = .ownLimit
    case .diversification: self = .diversification
    case .fixedPair: self = .fixedPair
    case .reciprocity: self = .reciprocity
    case .bond: self = .bond
    case .fairness: self = .fairness
    case .benefit: self = .benefit
    case .continuity: self = .continuity
    case .difference: self = .difference
    case .coDesign: self = .coDesign
    case .minPairing: self = .minPairing
    case .minFunding: self = .minFunding
    case .minTicket: self = .minTicket
    case .focus, .partners, .noOffer: return nil
    }
  }
}

extension Round {
  /// Choices as the certificate names them.
  func certified(_ choices: [(choice: Choice, isOn: Bool)]) -> [StageProof.Choice] {
    choices.map { choice, isOn in
      switch choice {
      case .pair(let pair):
        StageProof.Choice(
          donor: donors[pair.donor].code, recipient: recipients[pair.recipient].code, isOn: isOn)
      case .project(let project): StageProof.Choice(proposal: projects[project].id, isOn: isOn)
      case .ticket(let pair):
        StageProof.Choice(
          offer: offers[eligible.offer[pair]].id, proposal: projects[eligible.project[pair]].id,
          isOn: isOn)
      }
    }
  }
}

extension RuleName.Kind {
  /// Whether a stage keeps it: a list of stages may have several of them.
  var isKeptByStage: Bool {
    switch self {
    case .reciprocity, .benefit, .continuity, .difference, .coDesign: true
    default: false
    }
  }
}
