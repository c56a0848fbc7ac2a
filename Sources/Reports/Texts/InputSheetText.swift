import Pages
import Records

/// The sheets of inputs, problems and conflict.
enum InputSheetText: String, Phrase {
  case inputs = "Inputs ‖ 输入"
  case problems = "Problems ‖ 问题"
  case policy = "Policy ‖ 规则"
  case conflict = "Conflict ‖ 冲突"

  case file = "File ‖ 文件"
  case state = "State ‖ 状态"
  case regions = "Regions,\nrecords ‖ 地区\n条"
  case links = "Coal links,\nrecords ‖ 煤炭联系\n条"
  case offers = "Offers,\nrecords ‖ 承诺\n条"
  case proposals = "Proposals,\nrecords ‖ 项目\n条"
  case settings = "Policy settings ‖ 规则设置"
  case size = "Size,\nbytes ‖ 大小\n字节"
  case keys = "Records kept from that version ‖ 沿用的记录"
  case whole = "the whole file ‖ 整个文件"
  case asks = "They ask for ‖ 其申请额"
  case pledges = "They pledge ‖ 其承诺额"
  case continues = "continued: plan {plan} ‖ 延续对象：方案 {plan}"
  case hash = "SHA-256 ‖ SHA-256"

  case kind = "Kind ‖ 类别"
  case problem = "problem ‖ 问题"
  case note = "note ‖ 提示"
  case place = "Place ‖ 位置"
  case message = "What is the matter ‖ 说明"
  case found = "Found ‖ 原值"
  case allowed = "Allowed ‖ 允许值"
  case suggestion = "Suggested ‖ 建议值"
  case others = "Also at ‖ 另见"

  case number = "No. ‖ 序号"
  case rule = "Rule ‖ 规则"
  case pair = "Pair that the policy fixes ‖ 规则固定的结对"
  case fixed = "Fixed ‖ 固定金额"
  case possible = "Can hold ‖ 可成立金额"
  case lower = "Less by ‖ 减少"
  case limit = "Limit ‖ 上限"
  case now = "Now ‖ 现值"
  case needed = "Needed ‖ 所需"
  case all = "All ‖ 合计"
}

/// The states of a file, in a cell.
enum InputStateText: String, Phrase {
  case waiting = "waiting to be read ‖ 等待读取"
  case accepted = "accepted ‖ 已采用"
  case acceptedInPart = "accepted in part ‖ 部分采用"
  case lastGoodInForce = "earlier version in force ‖ 沿用上一有效版本"
  case rejected = "rejected ‖ 未采用"
  case ignored = "ignored ‖ 已忽略"
  case withdrawn = "withdrawn ‖ 已撤回"

  init(_ state: FileState) {
    switch state {
    case .waiting: self = .waiting
    case .accepted: self = .accepted
    case .acceptedInPart: self = .acceptedInPart
    case .lastGoodInForce: self = .lastGoodInForce
    case .rejected: self = .rejected
    case .ignored: self = .ignored
    case .withdrawn: self = .withdrawn
    }
  }
}
