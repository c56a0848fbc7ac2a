import Plans

/// What of the inputs changed, and where it stands.
package enum EditText: String, Phrase {
  case setting = "setting {key} ‖ 设置 {key}"
  case fixedPair = "fixed pair {key} ‖ 指定结对 {key}"
  case forbiddenPair = "forbidden pair {key} ‖ 禁止结对 {key}"
  case region = "region {key} ‖ 地区 {key}"
  case link = "coal link {key} ‖ 煤炭调入 {key}"
  case offer = "offer {key} ‖ 供给 {key}"
  case proposal = "proposal {key} ‖ 项目 {key}"
  case continued = "the plan that continuity keeps to ‖ 延续所依据的方案"
  case row = "row {n} ‖ 第 {n} 行"
  case line = "(line {n}) ‖ （第 {n} 行）"

  package init(_ kind: InputChange.Kind) {
    switch kind {
    case .setting: self = .setting
    case .fixedPair: self = .fixedPair
    case .forbiddenPair: self = .forbiddenPair
    case .region: self = .region
    case .link: self = .link
    case .offer: self = .offer
    case .proposal: self = .proposal
    case .continued: self = .continued
    }
  }
}
