import CGLPK

/// What solving one node of a search came to.
enum NodeResult {
  /// The objective of the linear program.
  case optimal(Double)
  /// No point keeps every row.
  case infeasible
  /// Nothing in it is better than what is known; the objective reached so far bounds it.
  case cutOff(Double)
  /// The iterations allowed were used up; the objective reached so far bounds the node, nil where it is no bound.
  case unfinished(Double?)
  /// The caller asked to stop.
  case cancelled
  /// The simplex gave up.
  case failed
}

extension Program {
  /// The dual simplex from the basis as it stands: after a change of bounds it stays dual feasible, so that the objective is a
  /// bound on the way and the solve can end as soon as that is no better than `cutOff`.
  mutating func reoptimise(
    cutOff: Double?, iterationLimit: Int?, tolerance: Double, watch: SolveWatch
  ) -> NodeResult {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = GLP_DUAL
    parameters.tol_bnd = tolerance
    parameters.tol_dj = tolerance
    if let cutOff {
      if sense == .maximise { parameters.obj_ll = cutOff } else { parameters.obj_ul = cutOff }
    }
    let start = Int(glp_get_it_cnt(problem))
    func used() -> Int { Int(glp_get_it_cnt(problem)) - start }
    defer { iterations += used() }
    let patience = iterationLimit ?? 10_000 + 50 * (rowCount + columnCount)
    while true {
      parameters.it_lim = Int32(clamping: min(500, patience - used()))
      let code = glp_simplex(problem, &parameters)
      let objective = glp_get_obj_val(problem)
      switch code {
      case 0:
        switch glp_get_status(problem) {
        case GLP_OPT: return .optimal(objective)
        case GLP_NOFEAS, GLP_INFEAS: return .infeasible
        default: return .failed
        }
      case GLP_EOBJLL, GLP_EOBJUL: return .cutOff(objective)
      case GLP_EITLIM:
        if !watch(iterations + used()) { return .cancelled }
        guard used() >= patience else { continue }
        guard iterationLimit != nil else { return .failed }
        return .unfinished(glp_get_dual_stat(problem) == GLP_FEAS ? objective : nil)
      default: return .failed
      }
    }
  }

  var point: Point {
    Point(values: (0..<columnCount).map { glp_get_col_prim(problem, Int32($0 + 1)) })
  }
}
