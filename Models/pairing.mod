# Pairing of donor regions with coal regions: the linear program of a round in GNU MathProg, from the raw records that every
# run leaves in its round.dat. Everything derived is computed here, so that whoever trusts no code of the service's can check
# its stage values with the stock glpsol. Written to be read beside the formulation: same sections, same symbols.
#
# Each run of glpsol solves one stage, or one round of fairness, given what earlier ones reached; pairing.py runs them all:
#
#   python3 pairing.py round.dat
#
# Money is in millions of the round's currency (M), expertise in person-months, coal in Mt.
# Focus is a heuristic whose value no other program has to reach; it is left out.

# ---- 0. What to solve -----------------------------------------------------------------------------------------------------

# 'data' prints what is derived from the records, with --check and without a solve. 'loosening' and 'integer' are the steps (a)
# and (b) of the integer rules.
set STAGES := {'reciprocity', 'fairness', 'benefit', 'continuity', 'focus', 'co-design'};
param stage, symbolic, in {'data', 'repair', 'loosening', 'integer'} union STAGES, default 'data';
param result, symbolic, default '/dev/stdout';  # the file to which what was reached is appended

# Earlier stages by number: what they reached, and the share of it that is kept.
set DONE, default {};
param done_stage{DONE}, symbolic, in {'integer'} union STAGES;
param done_value{DONE}, default 0;
param done_keep{DONE}, >= 0, <= 1, default 1;
param relaxed{DONE}, binary, default 0;         # a benefit that continuity may give a part of

# Levels of groups (recipient, community): of earlier stages, and those fixed so far in this one.
set LEVELS, dimen 3, default {} cross {} cross {};
param done_level{LEVELS}, >= 0, <= 1;
set FIXED_LEVELS, dimen 2, default {} cross {};
param fixed_level{FIXED_LEVELS}, >= 0, <= 1;

# Of the integer rules: whether they are kept, how far stages are loosened for them, and the choices of (b) for co-design.
param integer_rules_kept, binary, default 0;
param loosened, >= 0, <= 1.1, default 0;
set CHOSEN_PAIRS, dimen 2, default {} cross {};
set CHOSEN_PROPOSALS, default {};
set CHOSEN_TICKETS, dimen 2, default {} cross {};

# ---- 1. Sets and data -----------------------------------------------------------------------------------------------------

# 1.1 Records

param first_year, integer;
param last_year, integer, >= first_year;
set T := first_year .. last_year;

set REGIONS, default {};                        # those with a figure in the column of fairness.measure
param measure{REGIONS};
set COMMUNITIES, dimen 2, default {} cross {};           # the same of communities: (recipient, community)
param community_measure{COMMUNITIES};

set LINKS, dimen 3, default {} cross {} cross {};                 # (row, donor, recipient)
param coal_mt{LINKS}, >= 0;
param existing_pairing{LINKS}, binary;

set OFFERS, default {};
param donor{OFFERS}, symbolic;
param instrument{OFFERS}, symbolic;
param max_share_per_recipient{OFFERS}, >= 0, <= 1;
param min_ticket{OFFERS}, >= 0;
param amount{OFFERS}, >= 0, default 0;          # in all, or ...
set OFFER_YEARS, dimen 2, default {} cross {};           # ... by (offer, year)
param amount_in_year{OFFER_YEARS}, >= 0;
set offer_sectors{OFFERS}, default {};          # none: any
set offer_recipients{OFFERS}, default {};       # none: any
set offer_areas{OFFERS}, default {};

set PROPOSALS, default {};
param recipient{PROPOSALS}, symbolic;
param community{PROPOSALS}, symbolic, default '';
param sector{PROPOSALS}, symbolic;
param need{PROPOSALS}, > 0;
param readiness{PROPOSALS}, >= 0, <= 1;
param start_year{PROPOSALS}, integer, default first_year;
param duration{PROPOSALS}, integer, >= 1;       # years
param min_funding{PROPOSALS}, >= 0, <= 1;
param expertise_need{PROPOSALS}, >= 0;
set DRAW_YEARS, dimen 2, default {} cross {};            # (proposal, year): replace start_year and duration
param draw_weight{DRAW_YEARS}, >= 0;
set instruments{PROPOSALS}, default {};         # none: any
set proposal_areas{PROPOSALS}, default {};
set INDICATORS, default {};
param indicator{PROPOSALS, INDICATORS}, >= 0, default 0;

# 1.2 Policy

param profile, symbolic;
set LISTED, default {};                         # the profile in force where the policy writes it out: 1, 2, ...
param listed_stage{LISTED}, symbolic, in STAGES;
param listed_keep{LISTED}, >= 0, <= 1, default 1;
set KEEPING, within LISTED, default {};         # those that say what they keep
set SWITCHED_ON, within STAGES, default {};     # 'continuity', 'focus': asked for by settings of their own
set WEIGHED, default {};
param weight{WEIGHED}, >= 0;
param bond_bonus, >= 0;
param alignment_bonus, >= 0;
param pairing_bonus, >= 0;
param reciprocity_share, >= 0, <= 1;
param fairness_level, symbolic, in {'region', 'community'};
param fairness_tolerance, >= 0, <= 1;
param max_donor_share, >= 0, <= 1;
param co_investment_above, >= 0;
param max_recipient_share, >= 0, <= 1;
param max_sector_share, >= 0, <= 1;
set FIXED_PAIRS, dimen 3, default {} cross {} cross {};           # (row, donor, recipient)
param fixed_amount{FIXED_PAIRS}, >= 0;
set FORBIDDEN_PAIRS, dimen 2, default {} cross {};
param continuity_within, >= 0, <= 1, default 0;
param continues, binary, default 0;             # whether there is a plan to continue
set PREVIOUS, dimen 3, default {} cross {} cross {};              # its pairings: (row, donor, recipient)
param previous_amount{PREVIOUS}, >= 0;
param months_per_M, >= 0;
param min_pairing, >= 0, default 0;
set R := setof{p in PROPOSALS} recipient[p];
set D := setof{o in OFFERS} donor[o];
param max_recipients_per_donor, integer, >= 0, default card(R);
param max_donors_per_recipient, integer, >= 0, default card(D);

# 1.3 Offers: B[o,t], B[o], B[d]; O gives money, X person-months

set O := {o in OFFERS: instrument[o] != 'expertise'};
set X := OFFERS diff O;
param B_year{o in OFFERS, t in T} :=
  amount[o] / card(T) + (if (o, t) in OFFER_YEARS then amount_in_year[o, t]);
param B{o in OFFERS} := sum{t in T} B_year[o, t];
param B_donor{d in D} := sum{o in O: donor[o] = d} B[o];

# 1.4 Draw profiles: f[p,t]; P are the proposals with a year inside T

set WEIGHTED := setof{(p, t) in DRAW_YEARS} p;
param draw{p in PROPOSALS, t in T} :=
  if p in WEIGHTED then (if (p, t) in DRAW_YEARS then draw_weight[p, t])
  else if start_year[p] <= t and t < start_year[p] + duration[p] then 1;
set P := {p in PROPOSALS: sum{t in T} draw[p, t] > 0};
param f{p in P, t in T} := draw[p, t] / sum{tt in T} draw[p, tt];
param N{p in P} := need[p];

# 1.5 Coal shares: coalshare[d,r] = c[d,r] / sum c[d,r'], 0 without links

set TIES := setof{(k, d, r) in LINKS} (d, r);
param c{(d, r) in TIES} := sum{(k, d, r) in LINKS} coal_mt[k, d, r];
set BUYERS := setof{(d, r) in TIES} d;
param received{d in BUYERS} := sum{(d, r) in TIES} c[d, r];
param coalshare{(d, r) in TIES} := if received[d] > 0 then c[d, r] / received[d];
param existing{(d, r) in TIES} := max{(k, d, r) in LINKS} existing_pairing[k, d, r];

# 1.6 Eligible pairs: E, by proposal: FUNDERS[p]

set FUNDERS{p in P} := {o in O:
  (card(instruments[p]) = 0 or instrument[o] in instruments[p])
  and (card(offer_sectors[o]) = 0 or sector[p] in offer_sectors[o])
  and (card(offer_recipients[o]) = 0 or recipient[p] in offer_recipients[o])
  and donor[o] != recipient[p]
  and (donor[o], recipient[p]) not in FORBIDDEN_PAIRS
  and forall{t in T: f[p, t] > 0} B_year[o, t] > 0};
set E := setof{p in P, o in FUNDERS[p]} (o, p);
set OPEN{r in R} := {p in P: recipient[p] = r and card(FUNDERS[p]) > 0};
set PAIRS := setof{(o, p) in E} (donor[o], recipient[p]);
set CELLS := setof{(o, p) in E} (recipient[p], sector[p]);

# 1.7 Value of one M: norm[i], q[p], a[d,p], v[o,p] = q[p] a[d(o),p]

set USUAL := {'jobs', 'co2_avoided_t', 'value_added'};
set STATED := if card(WEIGHED) > 0 then {i in WEIGHED: weight[i] > 0} else USUAL;
param norm{i in STATED} := (if i in INDICATORS then sum{p in P} indicator[p, i]) / max(1e-300, sum{p in P} N[p]);
set NORMED := {i in STATED: norm[i] > 0};
param stated{i in STATED} := if card(WEIGHED) > 0 then weight[i] else 1;
param w{i in NORMED} := stated[i] / sum{ii in NORMED} stated[ii];
param q{p in P} := readiness[p] *
  if card(NORMED) > 0 then sum{i in NORMED} w[i] * (indicator[p, i] / N[p]) / norm[i] else 1;
set A{d in D} := setof{o in OFFERS, area in offer_areas[o]: donor[o] = d} area;
param a{d in D, p in P} := 1
  + (if (d, recipient[p]) in TIES then
      bond_bonus * coalshare[d, recipient[p]] + pairing_bonus * existing[d, recipient[p]])
  + (if card(proposal_areas[p]) > 0 then
      alignment_bonus * card(A[d] inter proposal_areas[p]) / card(proposal_areas[p]));
param v{(o, p) in E} := q[p] * a[donor[o], p];

# 1.8 Bond targets: reciprocity.share coalshare[d,r] B[d]

set OWED := {(d, r) in TIES: d in D and coalshare[d, r] > 0};
param target{(d, r) in OWED} := reciprocity_share * coalshare[d, r] * B_donor[d];
set BONDS := OWED inter PAIRS;
param targets := sum{(d, r) in BONDS} target[d, r];
param unreachable := sum{(d, r) in OWED diff BONDS} target[d, r];

# 1.9 Entitlements: ent[g] = min(H[g], lambda n[g]) with sum ent = M; G are pairs (recipient, community), '' for none
#
# What all get at the level of g's own cap, filled[g] = sum min(H, n H[g]/n[g]), tells whether g is capped: then filled[g] <= M.
# So lambda = (M - H of the capped) / (n of the others).

param place{p in P}, symbolic := if fairness_level = 'community' then community[p] else '';
set G := setof{r in R, p in OPEN[r]} (r, place[p]);
param H{(r, k) in G} := sum{p in OPEN[r]: place[p] = k} N[p];
param H_region{r in R} := sum{p in OPEN[r]} N[p];
param n_region{r in R} := if r in REGIONS then measure[r];
param weights_known, binary := if exists{r in R: H_region[r] > 0} n_region[r] > 0 then 1 else 0;
param n{(r, k) in G} :=
  if weights_known = 0 then H[r, k]
  else if k != '' and (r, k) in COMMUNITIES then community_measure[r, k]
  else n_region[r] * H[r, k] / H_region[r];
param M := min(sum{o in O} B[o], sum{(r, k) in G} H[r, k]);
set G_weighted := {(r, k) in G: n[r, k] > 0};
param filled{(r, k) in G_weighted} :=
  sum{(rr, kk) in G_weighted} min(H[rr, kk], n[rr, kk] * (H[r, k] / n[r, k]));
set CAPPED := {(r, k) in G_weighted: filled[r, k] <= M};
param lambda := if card(G_weighted diff CAPPED) > 0 then
  max(0, M - sum{(r, k) in CAPPED} H[r, k]) / sum{(r, k) in G_weighted diff CAPPED} n[r, k];
param ent{(r, k) in G} :=
  if (r, k) in CAPPED then H[r, k]
  else if (r, k) in G_weighted then min(H[r, k], lambda * n[r, k]);
set RANKED := {(r, k) in G: ent[r, k] > 0};
set UNFIXED := RANKED diff FIXED_LEVELS;
param whole := sum{(r, k) in RANKED} ent[r, k];

# 1.10 Expertise: EXPERT_PAIRS of j, p

set EXPERT_PAIRS := {j in X, p in P:
  expertise_need[p] > 0 and B[j] > 0 and (donor[j], recipient[p]) in PAIRS
  and (card(offer_recipients[j]) = 0 or recipient[p] in offer_recipients[j])
  and card(offer_areas[j] inter proposal_areas[p]) > 0};
set SHARED_PAIRS := setof{(j, p) in EXPERT_PAIRS} (donor[j], recipient[p]);

# 1.11 Pairings of the plan that is continued: Yprev[d,r], and what no money can reach now

param Yprev{(d, r) in PAIRS} := sum{(k, d, r) in PREVIOUS} previous_amount[k, d, r];
param lost := sum{(k, d, r) in PREVIOUS: (d, r) not in PAIRS} previous_amount[k, d, r];

# 1.12 The most that x and Y can be, where an integer rule needs to know

param x_most{(o, p) in E} := min(
  N[p], (if N[p] >= co_investment_above then max_donor_share else 1) * N[p],
  max_share_per_recipient[o] * B[o], min{t in T: f[p, t] > 0} B_year[o, t] / f[p, t]);
param Y_most{(d, r) in PAIRS} := min(
  max_recipient_share * B_donor[d], sum{p in OPEN[r], o in FUNDERS[p]: donor[o] = d} x_most[o, p]);

# 1.13 What must hold of the data

check card(OFFERS) > 0 and card(PROPOSALS) > 0;
check{(o, t) in OFFER_YEARS}: o in OFFERS and amount[o] = 0;
check{(p, t) in DRAW_YEARS}: p in PROPOSALS;
check{p in P}: abs(sum{t in T} f[p, t] - 1) <= 1e-9;
check{d in D}: sum{(d, r) in TIES} coalshare[d, r] <= 1 + 1e-9;
check card(NORMED) = 0 or abs(sum{i in NORMED} w[i] - 1) <= 1e-9;
check abs(sum{(r, k) in G} ent[r, k] - min(M, sum{(r, k) in G_weighted} H[r, k])) <= 1e-9 * max(1, M);
check{(k, r, g) in LEVELS}: k in DONE and (r, g) in RANKED;
check{(r, k) in FIXED_LEVELS}: (r, k) in RANKED;

# ---- 2. Variables ---------------------------------------------------------------------------------------------------------

var x{E}, >= 0;                                 # M that offer o puts into proposal p
var Z_cell{CELLS}, >= 0;                        # Z[r,s]
var Z{r in R: card(OPEN[r]) > 0}, >= 0;         # Z[r]
var Z_group{G}, >= 0;                           # Z[g]
var Y{PAIRS}, >= 0;                             # Y[d,r]
var e{(j, p) in EXPERT_PAIRS}, >= 0;            # person-months that expertise offer j gives to proposal p

var u{(d, r) in BONDS}, >= 0, <= target[d, r];  # what falls short of a bond's target
var t, >= 0, <= 1;                              # the level that all groups without a fixed one have
var deviation{PAIRS}, >= 0;                     # |Y - Yprev|
var s{SHARED_PAIRS}, >= 0;                      # months that count
var reduction{(k, d, r) in FIXED_PAIRS}, >= 0, <= if stage = 'repair' then fixed_amount[k, d, r] else 0;
var loosening, >= if stage = 'loosening' then 0 else loosened, <= if stage = 'loosening' then 1 else loosened;

cell_total{(r, i) in CELLS}: Z_cell[r, i] = sum{p in OPEN[r], o in FUNDERS[p]: sector[p] = i} x[o, p];
region_total{r in R: card(OPEN[r]) > 0}: Z[r] = sum{(r, i) in CELLS} Z_cell[r, i];
group_total{(r, k) in G}: Z_group[r, k] = sum{p in OPEN[r], o in FUNDERS[p]: place[p] = k} x[o, p];
pair_total{(d, r) in PAIRS}: Y[d, r] = sum{p in OPEN[r], o in FUNDERS[p]: donor[o] = d} x[o, p];

# ---- 3. Hard rules --------------------------------------------------------------------------------------------------------

set DRAWN{o in O} := {p in P: o in FUNDERS[p]};
set REACHED{o in O} := setof{p in DRAWN[o]} recipient[p];
set DONORS_TO{p in P} := setof{o in FUNDERS[p]} donor[o];

budget{o in O, y in T: exists{p in DRAWN[o]} f[p, y] > 0}:
  sum{p in DRAWN[o]: f[p, y] > 0} f[p, y] * x[o, p] <= B_year[o, y];

need_of{p in P: card(FUNDERS[p]) > 0}:
  sum{o in FUNDERS[p]} x[o, p] <= N[p];

co_investment{p in P, d in DONORS_TO[p]: max_donor_share < 1 and N[p] >= co_investment_above}:
  sum{o in FUNDERS[p]: donor[o] = d} x[o, p] <= max_donor_share * N[p];

concentration{(d, r) in PAIRS: max_recipient_share < 1}:
  Y[d, r] <= max_recipient_share * B_donor[d];

own_limit{o in O, r in REACHED[o]: max_share_per_recipient[o] < 1}:
  sum{p in DRAWN[o]: recipient[p] = r} x[o, p] <= max_share_per_recipient[o] * B[o];

# n_r: the sectors in which r has an eligible pair.
diversification{(r, i) in CELLS: max(max_sector_share, 1 / card({(r, ii) in CELLS})) < 1}:
  Z_cell[r, i] <= max(max_sector_share, 1 / card({(r, ii) in CELLS})) * Z[r];

# A tenth of the currency's unit is nothing: amounts agreed on are whole units, and a solver's zero is no conflict.
param fixed_slack{(k, d, r) in FIXED_PAIRS} := max(1e-7, 1e-12 * fixed_amount[k, d, r]);
fixed_pair{(k, d, r) in FIXED_PAIRS}:
  (if (d, r) in PAIRS then Y[d, r]) + reduction[k, d, r]
    >= fixed_amount[k, d, r] - (if stage != 'repair' then fixed_slack[k, d, r]);

expertise_offered{j in X: exists{(j, p) in EXPERT_PAIRS} 1 = 1}:
  sum{(j, p) in EXPERT_PAIRS} e[j, p] <= B[j];

expertise_needed{p in P: exists{(j, p) in EXPERT_PAIRS} 1 = 1}:
  sum{(j, p) in EXPERT_PAIRS} e[j, p] <= expertise_need[p];

# ---- 4. Stages ------------------------------------------------------------------------------------------------------------
#
# An objective exists in its own stage alone. What earlier stages reached is kept; `loosening` is 0 but for the integer rules.

# 4.0 Repair of a conflict: the least total reduction of fixed amounts

minimize repair{{'repair'} inter {stage}}: sum{(k, d, r) in FIXED_PAIRS} reduction[k, d, r];

# 4.1 Reciprocity: those who burned the coal help those who dug it

minimize reciprocity{{'reciprocity'} inter {stage}}: sum{(d, r) in BONDS} u[d, r];

bond{(d, r) in BONDS}: Y[d, r] + u[d, r] >= target[d, r];

kept_reciprocity{k in DONE: done_stage[k] = 'reciprocity' and stage != 'repair'}:
  sum{(d, r) in BONDS} u[d, r] <= targets - done_keep[k] * (targets - done_value[k])
    + 1e-9 * max(1, targets) + targets * loosening;

# 4.2 Fairness: no region and no community left behind. The level is counted in money, t times all entitlements, so that prices
# are of the size of 1 in any round: then w = ent |dual| / whole.

maximize fairness{{'fairness'} inter {stage}}: whole * t;

level{(r, k) in UNFIXED: stage = 'fairness'}:
  Z_group[r, k] >= ent[r, k] * t;

level_fixed{(r, k) in FIXED_LEVELS: stage = 'fairness'}:
  Z_group[r, k] >= (fixed_level[r, k] - 1e-9) * ent[r, k];

kept_fairness{(k, r, g) in LEVELS: stage != 'repair'}:
  Z_group[r, g] >= (done_keep[k] * done_level[k, r, g] - 1e-9) * ent[r, g] - ent[r, g] * loosening;

# 4.3 Benefit

maximize benefit{{'benefit', 'integer'} inter {stage}}: sum{(o, p) in E} v[o, p] * x[o, p];

kept_benefit{k in DONE: done_stage[k] = 'benefit' and stage != 'repair'}:
  sum{(o, p) in E} v[o, p] * x[o, p]
    >= min(done_keep[k] * done_value[k], done_value[k] - relaxed[k] * continuity_within * abs(done_value[k]))
      - 1e-9 * max(1, abs(done_value[k])) - abs(done_value[k]) * loosening;

# 4.4 Continuity: no office likes its partners changed without need

set ASKED := {stage} union setof{k in DONE} done_stage[k];

minimize continuity{{'continuity'} inter {stage}}: sum{(d, r) in PAIRS} deviation[d, r];

more_than_before{(d, r) in PAIRS: 'continuity' in ASKED}:
  deviation[d, r] >= Y[d, r] - Yprev[d, r];

less_than_before{(d, r) in PAIRS: 'continuity' in ASKED}:
  deviation[d, r] >= Yprev[d, r] - Y[d, r];

kept_continuity{k in DONE: done_stage[k] = 'continuity' and done_keep[k] > 0 and stage != 'repair'}:
  sum{(d, r) in PAIRS} deviation[d, r] <= done_value[k] / done_keep[k] + 1e-9 * max(1, sum{o in O} B[o]);

# 4.5 Co-design: no money without shared work

maximize co_design{{'co-design'} inter {stage}}: sum{(d, r) in SHARED_PAIRS} s[d, r];

shared_work{(d, r) in SHARED_PAIRS}:
  s[d, r] <= sum{(j, p) in EXPERT_PAIRS: donor[j] = d and recipient[p] = r} e[j, p];

months_for_money{(d, r) in SHARED_PAIRS}: s[d, r] <= months_per_M * Y[d, r];

kept_co_design{k in DONE: done_stage[k] = 'co-design' and stage != 'repair'}:
  sum{(d, r) in SHARED_PAIRS} s[d, r] >= done_keep[k] * done_value[k] - 1e-9 * max(1, abs(done_value[k]));

# 4.6 Integer rules: (a) the least loosening of the kept stages with which they hold, (b) benefit with that

param integer_rules, binary :=
  if max_recipients_per_donor < card(R) or max_donors_per_recipient < card(D) or min_pairing > 0
    or exists{o in O} min_ticket[o] > 0 or exists{p in P} min_funding[p] > 0 then 1 else 0;
set KEPT_PAIRS := {(d, r) in PAIRS: integer_rules_kept = 1};
set ALL_OR_NOTHING := {p in P: integer_rules_kept = 1 and min_funding[p] > 0 and card(FUNDERS[p]) > 0};
set TICKETS := {(o, p) in E: integer_rules_kept = 1 and min_ticket[o] > 0};

var is_pair{KEPT_PAIRS}, binary;
var is_funded{ALL_OR_NOTHING}, binary;
var is_ticket{TICKETS}, binary;

minimize least_loosening{{'loosening'} inter {stage}}: loosening;

pair_used{(d, r) in KEPT_PAIRS}: Y[d, r] <= Y_most[d, r] * is_pair[d, r];
smallest_pairing{(d, r) in KEPT_PAIRS: min_pairing > 0}: Y[d, r] >= min_pairing * is_pair[d, r];
recipients_of{d in D: integer_rules_kept = 1}: sum{(d, r) in KEPT_PAIRS} is_pair[d, r] <= max_recipients_per_donor;
donors_of{r in R: integer_rules_kept = 1}: sum{(d, r) in KEPT_PAIRS} is_pair[d, r] <= max_donors_per_recipient;
funded_at_all{p in ALL_OR_NOTHING}: sum{o in FUNDERS[p]} x[o, p] <= N[p] * is_funded[p];
smallest_funding{p in ALL_OR_NOTHING}: sum{o in FUNDERS[p]} x[o, p] >= min_funding[p] * N[p] * is_funded[p];
ticket_used{(o, p) in TICKETS}: x[o, p] <= x_most[o, p] * is_ticket[o, p];
smallest_ticket{(o, p) in TICKETS}: x[o, p] >= min_ticket[o] * is_ticket[o, p];

# What follows goes by the choices of (b), and keeps its benefit.
set AFTER := {k in DONE: done_stage[k] = 'integer'};
chosen_pair{(d, r) in KEPT_PAIRS: card(AFTER) > 0}: is_pair[d, r] = if (d, r) in CHOSEN_PAIRS then 1 else 0;
chosen_proposal{p in ALL_OR_NOTHING: card(AFTER) > 0}: is_funded[p] = if p in CHOSEN_PROPOSALS then 1 else 0;
chosen_ticket{(o, p) in TICKETS: card(AFTER) > 0}: is_ticket[o, p] = if (o, p) in CHOSEN_TICKETS then 1 else 0;
kept_integer{k in AFTER}:
  sum{(o, p) in E} v[o, p] * x[o, p]
    >= done_value[k] - relaxed[k] * continuity_within * abs(done_value[k]) - 1e-9 * max(1, abs(done_value[k]));

# ---- 5. What came out -----------------------------------------------------------------------------------------------------

# 5.1 Of the data, in the stage 'data'

printf{{'data'} inter {stage}}: "profile\t%s\n", profile >> result;
for{k in LISTED: stage = 'data'} {
  printf "listed\t%s", listed_stage[k] >> result;
  printf{{k} inter KEEPING}: "\t%.17g", listed_keep[k] >> result;
  printf "\n" >> result;
}
printf{i in SWITCHED_ON: stage = 'data'}: "switched_on\t%s\n", i >> result;
printf{{'data'} inter {stage}}: "eligible_pairs\t%d\ncontinues\t%d\ninteger_rules\t%d\n",
  card(E), continues, integer_rules >> result;
printf{{'data'} inter {stage}}: "fixed_pairs\t%d\nfixed_slack\t%.17g\n",
  card(FIXED_PAIRS), sum{(k, d, r) in FIXED_PAIRS} fixed_slack[k, d, r] >> result;
printf{{'data'} inter {stage}}: "fairness_tolerance\t%.17g\n", fairness_tolerance >> result;
printf{{'data'} inter {stage}}: "targets\t%.17g\nunreachable\t%.17g\nlost\t%.17g\n",
  targets, unreachable, lost >> result;
printf{(r, k) in RANKED: stage = 'data'}: "entitlement\t%s\t%s\t%.17g\n", r, k, ent[r, k] >> result;

solve;

# 5.2 Of the stage

printf{{'repair'} inter {stage}}: "value\t%.17g\n", sum{(k, d, r) in FIXED_PAIRS} reduction[k, d, r] >> result;
printf{(k, d, r) in FIXED_PAIRS: stage = 'repair' and reduction[k, d, r] > 1e-7}:
  "reduction\t%s\t%s\t%.17g\n", d, r, reduction[k, d, r] >> result;
printf{{'reciprocity'} inter {stage}}: "value\t%.17g\n", sum{(d, r) in BONDS} u[d, r] >> result;
printf{{'fairness'} inter {stage}}: "value\t%.17g\n", t >> result;
printf{(r, k) in UNFIXED: stage = 'fairness'}:
  "weight\t%s\t%s\t%.17g\n", r, k, ent[r, k] * abs(level[r, k].dual) / whole >> result;
printf{{'benefit', 'integer'} inter {stage}}: "value\t%.17g\n", sum{(o, p) in E} v[o, p] * x[o, p] >> result;
printf{{'continuity'} inter {stage}}: "value\t%.17g\n", sum{(d, r) in PAIRS} deviation[d, r] >> result;
printf{{'co-design'} inter {stage}}: "value\t%.17g\n", sum{(d, r) in SHARED_PAIRS} s[d, r] >> result;
printf{{'loosening'} inter {stage}}: "value\t%.17g\n", loosening >> result;
printf{(d, r) in KEPT_PAIRS: stage = 'integer' and is_pair[d, r] > 0.5}: "chosen_pair\t%s\t%s\n", d, r >> result;
printf{p in ALL_OR_NOTHING: stage = 'integer' and is_funded[p] > 0.5}: "chosen_proposal\t%s\n", p >> result;
printf{(o, p) in TICKETS: stage = 'integer' and is_ticket[o, p] > 0.5}: "chosen_ticket\t%s\t%s\n", o, p >> result;

end;
