import Records

/// Reads a round: first its policy, which says how money is read, then its records under that policy, then the policy against the records.
struct RoundReader {
  let round: String
  private let files: [OpenedFile]
  private let former: Former

  init(round: String, files: [InputFile], inForce: [InForceFile], _ limits: Limits) {
    self.round = round
    let formerNames = Set(inForce.map(\.file.name))
    self.files = files.map { file in
      let opened = OpenedFile(file, limits)
      // What gave records before and is none of the round's now is a slip, not a stranger.
      return opened.isForeign && !formerNames.contains(file.name)
        ? opened.ignoredAsForeign() : opened
    }.sorted { ($0.name, $0.hash) < ($1.name, $1.hash) }
    former = Former(inForce, present: self.files, limits)
  }

  /// The policy that plans, and what the present files' policy came to.
  struct Ruling {
    var policy: Policy
    var isGiven: Bool
    /// Whether it is that of the plan in force.
    var isFormer = false
    /// nil where the round must wait for a policy.
    var isInForce = true
    var findings: [Finding]
    var assembly: Assembly
  }

  func reading() -> Reading {
    let ruling = ruling()
    let assembly = ruling.assembly
    let stays = assembly.stays + (ruling.isFormer ? policyStays() : [])
    var findings = assembly.findings + ruling.findings
    findings += stayNotes(stays) + leftOutNotes(ruling, findings)
    let reason = waits(ruling)
    var records: RecordSet?
    if reason == nil, let horizon = assembly.horizon {
      records = RecordSet(
        round: round, regions: assembly.regions, links: assembly.links, offers: assembly.offers,
        proposals: assembly.proposals, policy: ruling.policy, hasPolicy: ruling.isGiven,
        horizon: horizon)
    }
    return Reading(
      records: records, reason: reason, files: fileStates(ruling, stays, findings),
      lastGood: lastGood(stays), problems: findings.grouped(),
      language: ruling.policy.language)
  }

  // MARK: The policy

  func ruling() -> Ruling {
    let reader = PolicyReader(files.flatMap(\.settings))
    let formerNames = Set(former.policyVersions.map { former.versions[$0].name })
    let isLost = files.contains {
      $0.hasFaultyPolicy || $0.isUnreadable && formerNames.contains($0.name)
    }
    let assembly = Assembly(files: files, former: former, policy: reader.policy)
    var findings = reader.findings
    if reader.isGood, !isLost {
      let checks = PolicyChecks(policy: reader.policy, assembly: assembly)
      findings += checks.findings()
      if !findings.contains(where: \.isProblem) {
        return Ruling(
          policy: checks.policy, isGiven: reader.isGiven, findings: findings, assembly: assembly)
      }
    }
    // Never half applied: the last good policy stays in force whole.
    if let last = former.policy() {
      let assembly = Assembly(files: files, former: former, policy: last.policy)
      let checks = PolicyChecks(policy: last.policy, assembly: assembly)
      if !checks.findings().contains(where: \.isProblem) {
        return Ruling(
          policy: checks.policy, isGiven: true, isFormer: true, findings: findings,
          assembly: assembly
        )
      }
    }
    return Ruling(
      policy: reader.policy, isGiven: reader.isGiven, isInForce: false, findings: findings,
      assembly: assembly)
  }

  private func policyStays() -> [Stay] {
    let present = Set(files.map(\.name))
    let speaking = files.first(where: \.speaksOfPolicy)?.name
    return former.policyVersions.map { version in
      let name = former.versions[version].name
      return Stay(
        kind: .policy, key: Former.policyKey, version: version,
        file: present.contains(name) ? name : speaking ?? name, money: 0)
    }
  }

  /// Why the round must wait; nil where it can be planned.
  private func waits(_ ruling: Ruling) -> Bilingual? {
    let assembly = ruling.assembly
    if !ruling.isInForce {
      return Bilingual(
        en:
          "the policy has a problem and there is no earlier good one, so the round waits until it is mended",
        zh: "政策有误，且没有更早的有效版本；修正之前本轮暂不规划")
    }
    let lacksOffers = assembly.offerEntries.isEmpty
    let lacksProposals = assembly.proposalEntries.isEmpty
    if lacksOffers || lacksProposals {
      let en = [
        lacksOffers ? "offer" : nil, lacksProposals ? "proposal" : nil,
      ]
      let zh = [lacksOffers ? "供给" : nil, lacksProposals ? "项目" : nil]
      return Bilingual(
        en:
          "the round waits: no good \(en.compactMap { $0 }.joined(separator: " and no good ")) has been read",
        zh: "本轮暂不规划：尚未读到有效的\(zh.compactMap { $0 }.joined(separator: "和"))")
    }
    if assembly.horizon == nil {
      return Bilingual(
        en:
          "no years are known: the policy sets no `years`, no offer has year columns, and no proposal has a start year",
        zh: "无法确定规划年份：政策未设置 years，供给没有年份列，项目也没有开始年份")
    }
    return nil
  }

  // MARK: What stays from before

  private func lastGood(_ stays: [Stay]) -> [Reading.LastGood] {
    let unreadable = Set(files.filter(\.isUnreadable).map(\.name))
    return Dictionary(grouping: stays, by: \.version).map { version, stays in
      let name = former.versions[version].name
      var keys: [String: [String]] = [:]
      for stay in stays { keys[stay.kind.rawValue, default: []].append(stay.key) }
      return Reading.LastGood(
        name: name, hash: former.versions[version].hash, keys: keys.mapValues { $0.sorted() },
        whole: unreadable.contains(name))
    }.sorted { ($0.name, $0.hash) < ($1.name, $1.hash) }
  }

  /// One note for each present file whose problem keeps earlier records, with the money at stake.
  private func stayNotes(_ stays: [Stay]) -> [Finding] {
    let present = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: stays, by: \.file).compactMap { name, stays in
      guard let file = present[name] else { return nil }
      let keys = stays.sorted { ($0.kind.rawValue, $0.key) < ($1.kind.rawValue, $1.key) }
      return Finding(
        complaint: .lastGoodStays(
          file: name, keys: keys.map(\.key), money: keys.reduce(0) { $0 + $1.money },
          whole: file.isUnreadable),
        origin: Origin(file: name))
    }
  }

  /// A policy document with no problem of its own is left out with the others: it should know.
  private func leftOutNotes(_ ruling: Ruling, _ findings: [Finding]) -> [Finding] {
    guard ruling.isFormer || !ruling.isInForce else { return [] }
    let faulty = filesWithProblems(ruling.findings)
    return files.filter { !$0.settings.isEmpty && !faulty.contains($0.name) && !$0.hasFaultyPolicy }
      .map { Finding(complaint: .policyLeftOut, origin: Origin(file: $0.name)) }
  }

  private func filesWithProblems(_ findings: [Finding]) -> Set<String> {
    Set(
      findings.filter(\.isProblem).flatMap { finding in
        [finding.origin.file] + finding.others.map(\.file)
      })
  }

  // MARK: States

  private func fileStates(_ ruling: Ruling, _ stays: [Stay], _ findings: [Finding]) -> [Reading
    .File]
  {
    let withProblems = filesWithProblems(findings).union(ruling.assembly.badRows.map(\.origin.file))
    let withStays = Set(stays.map(\.file))
    let policyIsPresent = ruling.isInForce && !ruling.isFormer
    return files.enumerated().map { number, file in
      var records: [String: Int] = [:]
      for (kind, count) in ruling.assembly.goodRows[number] ?? [:] {
        records[kind.rawValue] = count
      }
      if policyIsPresent, !file.settings.isEmpty { records[RecordKind.policy.rawValue] = 1 }
      let leftOut = !policyIsPresent && !file.settings.isEmpty
      let hasProblem = withProblems.contains(file.name) || leftOut
      let state: FileState
      if file.isIgnored {
        state = .ignored
      } else if !records.isEmpty {
        state = hasProblem ? .acceptedInPart : .accepted
      } else if withStays.contains(file.name) {
        state = .lastGoodInForce
      } else {
        state = hasProblem ? .rejected : .accepted
      }
      return Reading.File(
        name: file.name, hash: file.hash, size: file.size, state: state, records: records)
    }
  }
}
