import CGLPK

extension Program {
  /// Solves from the basis that the program has, in slices.
  ///
  /// The answer is never taken on GLPK's word alone: a point called optimal is held against the program's own rows and
  /// reduced costs. Where that or the method itself fails, or finds no optimum, the program is solved again another way: the
  /// other simplex from an advanced basis, then from the plain one.
  public mutating func solve(
    _ options: SimplexOptions = SimplexOptions(), watch: SolveWatch = { _ in true }
  ) -> Outcome {
    let before = iterations
    var outcome = run(options, watch: watch)
    if !outcome.isSettled {
      var other = options
      other.method = options.method == .primal ? .dual : .primal
      glp_adv_basis(problem, 0)
      outcome = run(other, watch: watch)
    }
    if !outcome.isSettled {
      glp_std_basis(problem)
      outcome = run(options, watch: watch)
    }
    if !outcome.isSettled {
      var coarse = options
      coarse.tolerance = max(options.tolerance, 1e-7)
      glp_scale_prob(problem, GLP_SF_AUTO)
      glp_adv_basis(problem, 0)
      outcome = run(coarse, watch: watch)
      glp_unscale_prob(problem)
    }
    outcome.iterations = iterations - before
    return outcome
  }

  /// Whether the point found last keeps every row.
  public var holdsPoint: Bool {
    glp_get_prim_stat(problem) == GLP_FEAS
  }

  /// One way only: what finds no optimum is not tried again.
  mutating func run(_ options: SimplexOptions, watch: SolveWatch) -> Outcome {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = options.method == .primal ? GLP_PRIMAL : GLP_DUALP
    parameters.tol_bnd = options.tolerance
    parameters.tol_dj = options.tolerance
    let start = Int(glp_get_it_cnt(problem))
    func used() -> Int { Int(glp_get_it_cnt(problem)) - start }
    defer { iterations += used() }
    // Many times what a simplex needs: one that is still under way then goes in circles.
    let patience = 10_000 + 50 * (rowCount + columnCount)

    while true {
      if used() > patience {
        return Outcome(
          run: .failed("it goes in circles"), finding: .undefined, objective: 0, iterations: 0)
      }
      let rest = options.iterationLimit.map { $0 - used() } ?? options.slice
      if rest <= 0 { return outcome(.iterationLimit) }
      parameters.it_lim = Int32(clamping: min(rest, options.slice))
      let code = glp_simplex(problem, &parameters)
      switch code {
      case 0:
        if options.isExact, isSmall, glp_get_status(problem) == GLP_OPT {
          finishExactly(parameters)
        }
        let found = outcome(.finished)
        if found.finding == .optimal, let miss = largestMiss(), miss > 1e-6 {
          return Outcome(
            run: .failed("the point found misses a row by \(miss)"), finding: .undefined,
            objective: 0, iterations: 0)
        }
        return found
      case GLP_EITLIM:
        if !watch(iterations + used()) { return outcome(.cancelled) }
      default:
        return Outcome(
          run: .failed(Program.words(forSimplexCode: code)), finding: .undefined, objective: 0,
          iterations: 0)
      }
    }
  }

  /// Goes on in rational arithmetic from where the simplex ended. Rows that hold only to the digits of floating point have no
  /// exact point: then the simplex's own stays.
  private mutating func finishExactly(_ parameters: glp_smcp) {
    var parameters = parameters
    let end = basis
    if glp_exact(problem, &parameters) == 0, glp_get_status(problem) == GLP_OPT { return }
    start(from: end)
    glp_simplex(problem, &parameters)
  }

  /// Whether rational arithmetic comes to its end in seconds.
  private var isSmall: Bool { rowCount <= 1000 && columnCount <= 2000 }

  private func outcome(_ run: Outcome.Run) -> Outcome {
    let finding: Outcome.Finding =
      switch glp_get_status(problem) {
      case GLP_OPT: .optimal
      case GLP_FEAS: .feasible
      case GLP_NOFEAS: .infeasible
      case GLP_UNBND: .unbounded
      default: .undefined
      }
    return Outcome(
      run: run, finding: finding, objective: glp_get_obj_val(problem), iterations: 0)
  }

  /// By how much the point misses a row, a bound or a reduced cost's sign at most, relative to its size (GLPK's KKT check).
  private func largestMiss() -> Double? {
    var largest = 0.0
    for condition in [GLP_KKT_PE, GLP_KKT_PB, GLP_KKT_DE, GLP_KKT_DB] {
      var absolute = 0.0
      var relative = 0.0
      var absolutePlace: Int32 = 0
      var relativePlace: Int32 = 0
      glp_check_kkt(
        problem, GLP_SOL, condition, &absolute, &absolutePlace, &relative, &relativePlace)
      largest = max(largest, relative)
    }
    return largest
  }

  private static func words(forSimplexCode code: Int32) -> String {
    switch code {
    case GLP_EBADB: "the basis has the wrong size"
    case GLP_ESING: "the basis is singular"
    case GLP_ECOND: "the basis is ill-conditioned"
    case GLP_EBOUND: "a column with two bounds has them in the wrong order"
    case GLP_EFAIL: "the solver gave up"
    case GLP_EOBJLL, GLP_EOBJUL: "the objective reached a limit"
    case GLP_ETMLIM: "the time was used up"
    default: "the solver answered with code \(code)"
    }
  }
}

extension Outcome {
  /// An optimum, or an end that the caller wanted: no other way is tried.
  fileprivate var isSettled: Bool {
    finding == .optimal || run == .cancelled || run == .iterationLimit
  }
}
