import Records

/// A row of the full program, in which the totals `Y` and `Z` are written out as sums of `x`.
///
/// In JSON the parts that the row has stand beside its name: `{"row": "budget", "offer": "O1", "year": 2026}`.
public struct CertifiedRow: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// `Σp f[p,t]·x[o,p] <= B[o,t]`: `offer`, `year`.
    case budget
    /// `Σo x[o,p] <= N[p]`: `proposal`.
    case need
    /// `Σ{o of d} x[o,p] <= max_donor_share·N[p]`: `donor`, `proposal`.
    case coInvestment = "co-investment"
    /// `Y[d,r] <= max_recipient_share·B[d]`: `donor`, `recipient`.
    case concentration
    /// `Σ{p in r} x[o,p] <= max_share_per_recipient[o]·B[o]`: `offer`, `recipient`.
    case ownLimit = "own-limit"
    /// `Z[r,s] - max(max_sector_share, 1/n_r)·Z[r] <= 0`: `recipient`, `sector`.
    case diversification
    /// `Y[d,r] >= amount`: `donor`, `recipient`.
    case fixedPair = "fixed-pair"
    /// `Y[d,r] + u[d,r] >= target`: `donor`, `recipient`.
    case bond
    /// `Σ u <=` what the stage keeps: `stage`.
    case reciprocity
    /// `Z[g] >=` the least that earlier stages and rounds leave to the group: `group`.
    case fairness
    /// `Z[g] - ent[g]·t >= 0`, of groups that are not fixed yet: `group`.
    case level
    /// `Σ v·x >=` what the stage keeps: `stage`.
    case benefit
    /// `Σ deviation <=` what the stage keeps: `stage`.
    case continuity
    /// `deviation[d,r] - Y[d,r] >= -Yprev[d,r]`: `donor`, `recipient`.
    case above
    /// `deviation[d,r] + Y[d,r] >= Yprev[d,r]`: `donor`, `recipient`.
    case below
    /// `Σ use·Y <=` what the stage keeps: `stage`.
    case difference
    /// `Y[d,r] >= min_pairing`, of a pair that was chosen: `donor`, `recipient`.
    case minPairing = "min-pairing"
    /// `Σo x[o,p] >= min_funding·N[p]`, of a proposal that was chosen: `proposal`.
    case minFunding = "min-funding"
    /// `x[o,p] >= min_ticket`, of a ticket that was chosen: `offer`, `proposal`.
    case minTicket = "min-ticket"
    /// `s[d,r] - months_per_M·Y[d,r] <= 0`: `donor`, `recipient`.
    case monthsOfMoney = "months-of-money"
    /// `s[d,r] - Σ e <= 0`: `donor`, `recipient`.
    case monthsGiven = "months-given"
    /// `Σp e[j,p] <= B[j]`: `offer`.
    case expertBudget = "expert-budget"
    /// `Σj e[j,p] <= expertise_need[p]`: `proposal`.
    case expertNeed = "expert-need"
    /// `Σ s >=` what the stage keeps: `stage`.
    case coDesign = "co-design"
  }

  public var row: Kind
  public var offer: OfferID?
  public var year: Int?
  public var proposal: ProposalID?
  public var donor: RegionCode?
  public var recipient: RegionCode?
  public var sector: Sector?
  /// `RECIPIENT` or `RECIPIENT/COMMUNITY`.
  public var group: String?
  /// The place of the stage that keeps the row among the plan's stages, from 0.
  public var stage: Int?

  public init(
    _ row: Kind, offer: OfferID? = nil, year: Int? = nil, proposal: ProposalID? = nil,
    donor: RegionCode? = nil, recipient: RegionCode? = nil, sector: Sector? = nil,
    group: String? = nil, stage: Int? = nil
  ) {
    self.row = row
    self.offer = offer
    self.year = year
    self.proposal = proposal
    self.donor = donor
    self.recipient = recipient
    self.sector = sector
    self.group = group
    self.stage = stage
  }
}
