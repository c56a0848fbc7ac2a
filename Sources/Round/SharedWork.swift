import Records

extension Round {
  /// Where person-months can count: the eligible `(j,p)` whose donor and recipient may also exchange money.
  ///
  /// Eligible is who offers a policy area that the proposal asks for, has the recipient among its own, is not that recipient, and
  /// has months.
  public var expertiseEntries: [(expert: Int, project: Int, pair: DonorRecipient)] {
    let open = Set(openPairs)
    return experts.indices.flatMap { expert in
      projects.indices.compactMap { project in
        let recipient = projects[project].recipient
        let pair = DonorRecipient(donor: experts[expert].donor, recipient: recipient)
        guard
          open.contains(pair), experts[expert].months > 0,
          experts[expert].fits(projects[project], of: recipients[recipient].code)
        else { return nil }
        return (expert, project, pair)
      }
    }
  }
}
