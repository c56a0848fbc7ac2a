import Foundation
import Intake
import Plans
import Records

/// What must hold of the reading of any bytes whatever.
public struct FuzzCheck: Sendable {
  /// What does not hold, in words.
  public private(set) var faults: [String] = []
  /// Whether any record was read in spite of the damage.
  public private(set) var gaveRecords: Bool
  /// The reading's own text, so that two processes can be compared.
  public private(set) var digest: ContentHash

  public init(_ fuzzed: FuzzCase) {
    let reading = readRound(named: "fuzz", files: fuzzed.files, inForce: fuzzed.inForce)
    let text = (try? jsonText(reading.problems.map(LocatedProblem.init))) ?? []
    let states = reading.files.map { "\($0.name) \($0.state.rawValue) \($0.records.sorted(by: <))" }
    gaveRecords = reading.files.contains { !$0.records.isEmpty }
    digest = ContentHash(of: text + Array(states.joined(separator: "\n").utf8))
    checkAnswers(reading, fuzzed)
    checkPlaces(reading, fuzzed)
    checkText(reading, text)
    checkNumbers(reading)
    // Neither a second look nor the order of the files may change anything.
    let again = readRound(
      named: "fuzz", files: fuzzed.files.reversed(), inForce: fuzzed.inForce.reversed())
    expect(again.records == reading.records, "read again, the records differ")
    expect(again.problems == reading.problems, "read again, the problems differ")
    expect(
      again.files.map(\.state) == reading.files.map(\.state), "read again, the states differ")
  }

  private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { faults.append(fault()) }
  }

  /// Every file has a state, and what is not taken whole says why.
  private mutating func checkAnswers(_ reading: Reading, _ fuzzed: FuzzCase) {
    expect(
      reading.files.map(\.name).sorted() == fuzzed.files.map(\.name).sorted(),
      "the files that are answered are not those that were given")
    expect(reading.records != nil || reading.reason != nil, "it waits and does not say why")
    for file in reading.files where file.state == .rejected || file.state == .acceptedInPart {
      let isSaid = reading.problems.contains { problem in
        ([problem.origin] + problem.others).contains { $0.file == file.name }
      }
      expect(isSaid, "nothing is said about \(file.name), which is \(file.state.rawValue)")
    }
  }

  /// Every problem stands in a file that was given, at a place which that file has.
  private mutating func checkPlaces(_ reading: Reading, _ fuzzed: FuzzCase) {
    var lines: [String: Int] = [:]
    for file in fuzzed.files + fuzzed.inForce.map(\.file) {
      // Lines end in LF, CR or both; UTF-16 has as many of the bytes. Workbooks count their own rows.
      let isPacked = file.bytes.starts(with: [0x50, 0x4B])
      let ends = file.bytes.count { $0 == 0x0A || $0 == 0x0D }
      lines[file.name] = max(lines[file.name] ?? 0, isPacked ? 1 << 24 : ends + 1)
    }
    for problem in reading.problems {
      for origin in [problem.origin] + problem.others {
        guard let last = lines[origin.file] else {
          expect(false, "\(problem.kind) stands in \(origin.file), which is no file of the round")
          continue
        }
        expect(
          origin.place.line <= last && origin.place.line >= 0,
          "\(problem.kind) stands at \(origin.at), behind the end of \(origin.file)")
        if case .cell(_, let row, let column) = origin.place {
          expect(row > 0 && column > 0, "\(problem.kind) stands in no cell: \(origin.place)")
        }
      }
    }
  }

  /// Every text can be written as JSON and is read back as it was.
  private mutating func checkText(_ reading: Reading, _ text: [UInt8]) {
    expect(!text.isEmpty, "the problems cannot be written as JSON")
    let problems = reading.problems.map(LocatedProblem.init)
    let back = try? JSONDecoder().decode([LocatedProblem].self, from: Data(text))
    expect(back == problems, "the problems are read back from JSON as others")
    for problem in problems {
      expect(
        !problem.message.en.isEmpty && !problem.message.zh.isEmpty,
        "\(problem.kind) says nothing in one of the languages")
    }
  }

  /// No record holds a number that JSON, or a program, does not have.
  private mutating func checkNumbers(_ reading: Reading) {
    guard let records = reading.records else { return }
    var numbers: [Double] = []
    for region in records.regions { numbers += region.measures.values }
    for link in records.links { numbers.append(link.coalMt) }
    for offer in records.offers {
      numbers += [offer.maxSharePerRecipient, offer.minTicket]
      switch offer.amount {
      case .total(let amount): numbers.append(amount)
      case .byYear(let amounts): numbers += amounts.values
      }
    }
    for proposal in records.proposals {
      numbers += [proposal.need, proposal.minFunding, proposal.readiness, proposal.expertiseMonths]
      numbers += proposal.benefits.values
      if case .weights(let weights) = proposal.draw { numbers += weights.values }
    }
    expect(numbers.allSatisfy(\.isFinite), "a record holds a number that is none")
    expect(
      records.proposals.allSatisfy { $0.need > 0 }, "a proposal that needs nothing is a record")
    expect(records.horizon.count <= 300, "the horizon is \(records.horizon)")
  }
}
