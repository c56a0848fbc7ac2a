import Foundation
import Plans
import Proof
import Records

/// The files of a run folder against `SHA256SUMS`.
struct SumsCheck {
  let folder: String

  func findings() -> [Finding] {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + CheckSums.name))
    else {
      return [
        Finding(
          file: CheckSums.name, at: "", en: "is missing, or an earlier version wrote the run",
          zh: "缺失，或该运行由早期版本写出")
      ]
    }
    guard let sums = CheckSums.read([UInt8](bytes)) else {
      return [
        Finding(file: CheckSums.name, at: "", en: "is no list of sums", zh: "不是校验和列表")
      ]
    }
    let changed = sums.sorted { $0.key < $1.key }.compactMap { name, hash -> Finding? in
      guard let found = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) else {
        return Finding(
          file: name, at: "", en: "is missing, though \(CheckSums.name) lists it",
          zh: "缺失，但 \(CheckSums.name) 中列有它")
      }
      guard ContentHash(of: [UInt8](found)) != hash else { return nil }
      return Finding(
        file: name, at: "",
        en: "was changed after it was written: \(CheckSums.name) names another hash",
        zh: "写出后被改动：\(CheckSums.name) 所列哈希值不同")
    }
    guard changed.isEmpty, CheckSums.text(of: sums) != [UInt8](bytes) else {
      return changed + foreign(sums)
    }
    return [
      Finding(file: CheckSums.name, at: "", en: "is not as it was written", zh: "与写出时不同")
    ]
  }

  /// Files that the run did not write.
  private func foreign(_ sums: [String: ContentHash]) -> [Finding] {
    let own: Set = [CheckSums.name, "inputs", Job.Name.reviewed]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { sums[$0] == nil && !own.contains($0) && !$0.hasPrefix(".") }.sorted()
      .map {
        Finding(
          file: $0, at: "", en: "is no file of this run: \(CheckSums.name) does not list it",
          zh: "不是本次运行的文件：\(CheckSums.name) 中没有它")
      }
  }
}
