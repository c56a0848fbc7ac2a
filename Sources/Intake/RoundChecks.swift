import Records

/// What a record must keep to among the others. A record from an earlier version has no row (`source` nil); only whether there is a problem counts then.
struct RoundChecks {
  let known: RegionsKnown
  let files: [OpenedFile]

  private func finding(_ complaint: Complaint, _ source: Source?, _ column: Column?) -> Finding {
    Finding(complaint: complaint, origin: Assembly.origin(files, source, column))
  }

  func region(_ code: RegionCode, _ source: Source?, _ column: Column) -> Finding? {
    guard !known.contains(code) else { return nil }
    var found = finding(.unknownRegion(code.text, near: nil), source, column)
    found.acrossFiles = true
    return found
  }

  func offer(_ offer: Offer, _ source: Source?, _ horizon: ClosedRange<Int>?) -> [Finding] {
    var found = [region(offer.donor, source, .donor)].compactMap { $0 }
    found += offer.recipients.compactMap { region($0, source, .recipients) }
    if let horizon { found += outside(offer.amount, horizon, source) }
    return found
  }

  func proposal(
    _ proposal: Proposal, _ source: Source?, _ horizon: ClosedRange<Int>?, _ weighed: [Indicator]
  ) -> [Finding] {
    var found = [region(proposal.recipient, source, .recipient)].compactMap { $0 }
    if let horizon { found += outside(proposal.draw, horizon, source) }
    return found + belowZero(proposal.benefits, weighed, source)
  }

  /// What the policy weighs may not be below 0.
  func belowZero(
    _ benefits: [Indicator: Double], _ weighed: [Indicator], _ source: Source?
  ) -> [Finding] {
    weighed.compactMap { indicator in
      benefits[indicator].flatMap { value in
        value < 0 ? finding(.weighedBelowZero(indicator.text, value), source, nil) : nil
      }
    }
  }

  func link(_ link: Link, _ source: Source?) -> [Finding] {
    [region(link.donor, source, .donor), region(link.recipient, source, .recipient)]
      .compactMap { $0 }
  }

  func outside(
    _ draw: Proposal.Draw, _ horizon: ClosedRange<Int>, _ source: Source?
  ) -> [Finding] {
    switch draw {
    case .weights(let weights):
      return outside(weights.filter { $0.value > 0 }.map(\.key), horizon, source)
    case .span(let start, let years):
      let first = start ?? horizon.lowerBound
      return outside(
        first...(first + years - 1), horizon, source, start == nil ? .years : .startYear)
    }
  }

  func outside(
    _ amount: Offer.Amount, _ horizon: ClosedRange<Int>, _ source: Source?
  ) -> [Finding] {
    guard case .byYear(let amounts) = amount else { return [] }
    return outside(amounts.filter { $0.value > 0 }.map(\.key), horizon, source)
  }

  /// Years of year columns against the horizon: beyond it is a note, none within it a problem.
  private func outside(
    _ years: [Int], _ horizon: ClosedRange<Int>, _ source: Source?
  ) -> [Finding] {
    guard let first = years.min(), let last = years.max(),
      let outside = years.sorted().first(where: { !horizon.contains($0) })
    else { return [] }
    let isWithin = years.contains(where: horizon.contains)
    let complaint: Complaint =
      isWithin ? .clipped(first...last, horizon) : .outside(first...last, horizon)
    return [
      Finding(complaint: complaint, origin: Assembly.origin(files, source, year: outside))
    ]
  }

  /// A span of years against the horizon.
  private func outside(
    _ span: ClosedRange<Int>, _ horizon: ClosedRange<Int>, _ source: Source?, _ column: Column
  ) -> [Finding] {
    if horizon.contains(span.lowerBound), horizon.contains(span.upperBound) { return [] }
    return [
      finding(
        span.overlaps(horizon) ? .clipped(span, horizon) : .outside(span, horizon), source, column)
    ]
  }

  /// A region's need for fairness, which may not be below 0.
  static func measure(_ region: Region, _ measure: String, at origin: Origin) -> [Finding] {
    guard let value = region.measures[measure], value < 0 else { return [] }
    return [Finding(complaint: .weighedBelowZero(measure, value), origin: origin)]
  }
}
