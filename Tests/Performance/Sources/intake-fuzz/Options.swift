import Foundation
import IntakeFuzzing

/// What the command line says.
struct Options {
  var seed: UInt64 = 1
  var seconds = 60.0
  /// nil: all readers in turn.
  var reader: FuzzedReader?
  /// Further folders of files that damage starts from.
  var corpora: [URL] = []
  var failures = URL(filePath: "intake-fuzz-failures")
  /// The only case to work on.
  var only: Int?
  /// The cases of one process of many.
  var batch: Range<Int>?
  /// The words that say what to fuzz, handed on to the processes.
  private(set) var common: [String] = []

  var progress: URL { failures.appending(path: ".progress") }
  var tally: URL { failures.appending(path: ".tally") }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Failure(description: "\(name) needs a value") }
      func number<Number: LosslessStringConvertible>() throws -> Number {
        guard let number = Number(value) else {
          throw Failure(description: "\(name): \(value) is no number")
        }
        return number
      }
      switch name {
      case "--seconds": seconds = try number()
      case "--case": only = try number()
      case "--batch":
        let ends = value.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1] else {
          throw Failure(description: "--batch: FROM-TO is due")
        }
        batch = ends[0]..<ends[1]
      case "--seed", "--reader", "--corpus", "--failures":
        common += [name, value]
        if name == "--seed" {
          seed = try number()
        } else if name == "--corpus" {
          corpora.append(URL(filePath: value))
        } else if name == "--failures" {
          failures = URL(filePath: value)
        } else {
          reader = FuzzedReader(rawValue: value)
          if reader == nil {
            let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(description: "--reader: one of \(names) is due")
          }
        }
      default:
        throw Failure(
          description: """
            usage: intake-fuzz [--seed N] [--seconds N] [--reader NAME] [--corpus FOLDER]... [--failures FOLDER] [--case N]
            """)
      }
    }
  }
}
