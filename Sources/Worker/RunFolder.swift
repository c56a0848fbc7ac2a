import Foundation
import Intake
import Records
import Reports

/// Writes a run folder's files directly into `folder`, with the inputs by content hash beside them; plan files of an earlier
/// run that this one does not have go.
public func writeRunFolder(_ files: [RunFile], inputs: [InputFile], to folder: String) throws {
  guard !files.isEmpty else { return }
  let manager = FileManager.default
  try manager.createDirectory(atPath: folder + "/inputs", withIntermediateDirectories: true)
  let names = Set(files.map(\.name))
  for old in try manager.contentsOfDirectory(atPath: folder)
  where old.hasPrefix("plan-") && old.hasSuffix(".csv") && !names.contains(old) {
    try manager.removeItem(atPath: folder + "/" + old)
  }
  for input in inputs { try write(input.bytes, to: "\(folder)/inputs/\(input.hash)") }
  for file in files { try write(file.bytes, to: folder + "/" + file.name) }
}
