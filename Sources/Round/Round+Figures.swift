import Records

extension Round {
  /// The round in which some projects ask for other amounts or bring other benefits: what planning again with changed figures
  /// starts from. Who may fund whom stays as it is, so that this is much cheaper than a round from records.
  ///
  /// - Parameter change: given the place of a project and its record, alters its `need` and `benefits`, and nothing else of it.
  public func changingFigures(_ change: (Int, inout Proposal) -> Void) -> Round {
    let changed = projects.enumerated().map { place, project in
      var record = project.record
      change(place, &record)
      return record
    }
    return figured(by: changed, policy: policy)
  }

  /// The round in which the indicators of `weights` make the benefit.
  public func weighing(_ weights: [Indicator: Double]) -> Round {
    var policy = policy
    policy.weights = weights
    return figured(by: projects.map(\.record), policy: policy)
  }

  private func figured(by proposals: [Proposal], policy: Policy) -> Round {
    var copy = self
    copy.records.policy = policy
    (copy.weights, copy.norms) = indicatorWeights(policy: policy, proposals: proposals)
    copy.projects = zip(projects, proposals).map { project, record in
      Project(
        record, recipient: project.recipient, draw: project.draw,
        quality: quality(of: record, weights: copy.weights, norms: copy.norms))
    }
    copy.eligible = eligible.valued(by: copy.projects)
    (copy.groups, copy.groupOfProject) = fairnessGroups(
      records: copy.records, recipients: recipients.map(\.code), projects: copy.projects,
      eligible: copy.eligible, money: offers.reduce(0) { $0 + $1.total })
    return copy
  }
}

extension Round {
  /// The round whose ranking leaves a scorecard's column out.
  public func leavingOut(rankWeight column: String) -> Round {
    var copy = self
    copy.records.policy.rankWeights[column] = nil
    return copy
  }
}
