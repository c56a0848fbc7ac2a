/// A value that is seldom there; where it is not, it takes one word of a row.
indirect enum Seldom<Value: Sendable>: Sendable {
  case none
  case some(Value)

  init(_ value: Value?) { self = value.map { .some($0) } ?? .none }

  var value: Value? {
    if case .some(let value) = self { value } else { nil }
  }
}
