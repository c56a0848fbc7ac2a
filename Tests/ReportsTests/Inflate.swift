/// Deflated bytes made plain again (RFC 1951), so that tests read what is in a workbook without a program or a library.
struct Inflate {
  enum Fault: Error { case ended, malformed }

  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var held: UInt32 = 0
  private var heldBits = 0
  private var output: [UInt8] = []

  static func plain(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    var inflate = Inflate(bytes)
    while try !inflate.block() {}
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Codes by their length and value.
  private struct Codes {
    private var counts = [Int](repeating: 0, count: 16)
    private var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }
        .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }

    func next(_ bit: () throws -> Int) throws -> Int {
      var (code, first, index) = (0, 0, 0)
      for length in 1...15 {
        code |= try bit()
        let count = counts[length]
        if code - first < count { return symbols[index + code - first] }
        index += count
        first = (first + count) << 1
        code <<= 1
      }
      throw Fault.malformed
    }
  }

  private mutating func bits(_ count: Int) throws -> Int {
    while heldBits < count {
      guard place < bytes.endIndex else { throw Fault.ended }
      held |= UInt32(bytes[place]) << UInt32(heldBits)
      place += 1
      heldBits += 8
    }
    let value = held & ((1 << UInt32(count)) - 1)
    held >>= UInt32(count)
    heldBits -= count
    return Int(value)
  }

  private mutating func symbol(_ codes: Codes) throws -> Int { try codes.next { try bits(1) } }

  /// Whether it was the last.
  private mutating func block() throws -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0:
      (held, heldBits) = (0, 0)
      guard place + 4 <= bytes.endIndex else { throw Fault.ended }
      let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
      guard place + 4 + length <= bytes.endIndex else { throw Fault.ended }
      output += bytes[(place + 4)..<(place + 4 + length)]
      place += 4 + length
    case 1:
      let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
      try copy(Codes(lengths), Codes([Int](repeating: 5, count: 30)))
    case 2:
      let (literals, distances) = try codes()
      try copy(literals, distances)
    default: throw Fault.malformed
    }
    return isLast
  }

  private mutating func codes() throws -> (Codes, Codes) {
    let literals = try bits(5) + 257
    let distances = try bits(5) + 1
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(try bits(4) + 4) { lengths[place] = try bits(3) }
    let codes = Codes(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try symbol(codes) {
      case 16: all += [Int](repeating: all.last ?? 0, count: try bits(2) + 3)
      case 17: all += [Int](repeating: 0, count: try bits(3) + 3)
      case 18: all += [Int](repeating: 0, count: try bits(7) + 11)
      case let length: all.append(length)
      }
    }
    return (Codes(Array(all[..<literals])), Codes(Array(all[literals...])))
  }

  private mutating func copy(_ literals: Codes, _ distances: Codes) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let length: Int
      switch symbol - 257 {
      case 28: length = 258
      case 0..<8: length = symbol - 254
      case let code:
        let extra = (code - 4) / 4
        length = 3 + ((4 + code % 4) << extra) + (try bits(extra))
      }
      let code = try self.symbol(distances)
      let extra = max(0, code / 2 - 1)
      let distance = code < 4 ? code + 1 : 1 + ((2 + code % 2) << extra) + (try bits(extra))
      guard distance <= output.count else { throw Fault.malformed }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
