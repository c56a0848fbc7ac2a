import Foundation
import Intake
import Records
import TestSupport

/// One case: the files that are read, and what was in force before them. The seed and the number tell all of it.
public struct FuzzCase: Sendable {
  public var number: Int
  public var reader: FuzzedReader
  public var files: [InputFile]
  public var inForce: [InForceFile] = []

  public init(seed: UInt64, number: Int, reader: FuzzedReader, of corpus: FuzzCorpus) {
    var random = SplitMix64(seed: seed, case: number)
    self.number = number
    self.reader = reader
    files = []
    if reader == .round {
      makeRound(corpus, &random)
    } else {
      let name = "file." + random.pick(reader.endings)
      files = [Self.input(name, Self.damaged(corpus, reader, &random))]
    }
  }

  private static func input(_ name: String, _ bytes: [UInt8]) -> InputFile {
    InputFile(name: name, hash: ContentHash(of: bytes), bytes: bytes)
  }

  /// A file of the corpus after one to six damages.
  private static func damaged(
    _ corpus: FuzzCorpus, _ reader: FuzzedReader, _ random: inout SplitMix64
  ) -> [UInt8] {
    let files = corpus.of(reader)
    return damaged(random.pick(files), other: random.pick(files), reader, &random)
  }

  private static func damaged(
    _ file: FuzzCorpus.File, other: FuzzCorpus.File, _ reader: FuzzedReader,
    _ random: inout SplitMix64
  ) -> [UInt8] {
    let times = 1 + random.below(random.once(in: 3) ? 6 : 2)
    // Damage to the packed bytes hardly ever gets behind the checksums, so most cases damage what is in them.
    if var package = file.package, !random.once(in: 5) {
      for _ in 0..<times {
        PackageDamage.apply(to: &package, other: other.package ?? package, &random)
      }
      var bytes = package.zipped()
      if random.once(in: 20) { ByteDamage.apply(to: &bytes, other: other.bytes, &random) }
      return bytes
    }
    var bytes = file.bytes
    for _ in 0..<times {
      if reader == .xlsx || reader == .ods || random.once(in: 3) {
        ByteDamage.apply(to: &bytes, other: other.bytes, &random)
      } else {
        TextDamage.apply(to: &bytes, as: reader, other: other.bytes, &random)
      }
    }
    return bytes
  }

  /// A round some of whose files are damaged, doubled, taken out or exchanged; often the sound one was in force before.
  private mutating func makeRound(_ corpus: FuzzCorpus, _ random: inout SplitMix64) {
    let sound = random.pick(corpus.rounds)
    for file in sound {
      let reader = FuzzedReader(ending: file.name.split(separator: ".").last.map(String.init) ?? "")
      switch random.below(8) {
      case 0: continue
      case 1, 2, 3:
        guard let reader else { continue }
        let other = random.pick(corpus.of(reader))
        files.append(Self.input(file.name, Self.damaged(file, other: other, reader, &random)))
      case 4:
        files.append(Self.input(file.name, file.bytes))
        files.append(Self.input("copies/" + file.name, file.bytes))
      default: files.append(Self.input(file.name, file.bytes))
      }
    }
    let strange = random.pick(FuzzedReader.allCases.filter { $0 != .round })
    if random.once(in: 3) {
      let name = "办公室/strange." + random.pick(strange.endings)
      files.append(Self.input(name, Self.damaged(corpus, strange, &random)))
    }
    guard random.once(in: 2) else { return }
    for file in sound {
      let keys = ["offers": ["O0000", "O1"], "policy": ["policy"], "proposals": []]
      inForce.append(
        InForceFile(
          file: Self.input(file.name, file.bytes), keys: random.once(in: 4) ? keys : nil))
    }
  }
}

extension FuzzCase {
  /// Writes the case's files into a folder, those that were in force into `in-force` beside them.
  public func write(into folder: URL) throws {
    for (place, files) in [("files", files), ("in-force", inForce.map(\.file))] {
      for file in files {
        let url = folder.appending(path: place).appending(path: file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}
