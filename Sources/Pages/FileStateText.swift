import Records

/// The states of a file.
package enum FileStateText: String, Phrase {
  case waiting = "waiting to be read ‖ 等待读取"
  case accepted = "accepted ‖ 已采用"
  case acceptedInPart = "accepted in part ‖ 部分采用"
  case lastGoodInForce = "earlier version in force ‖ 沿用上一有效版本"
  case rejected = "rejected ‖ 未采用"
  case ignored = "ignored ‖ 已忽略"
  case withdrawn = "withdrawn ‖ 已撤回"

  package init(_ state: FileState) {
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
