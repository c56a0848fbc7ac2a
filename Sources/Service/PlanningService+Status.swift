import Logging
import Plans
import Records
import StatusPages

/// Writing what planners and programs read of the rounds' states.
extension PlanningService {
  /// Writes the states that differ from what was written last.
  /// - Parameter isWatched: false as the service stops.
  func writeStatuses(isWatched: Bool = true) {
    for name in rounds.keys.sorted() { writeStatus(of: name, isWatched) }
    writeIndex(isWatched)
  }

  private func writeStatus(of name: String, _ isWatched: Bool) {
    guard let record = rounds[name], record.isStatusDue || !isWatched else { return }
    let isKnown = record.published != nil || record.status != nil
    guard isKnown || record.machine.look != FolderLook() else { return }
    rounds[name]?.isStatusDue = false
    var new = record.currentStatus(
      at: wallClock(), inboxError: inboxError, isWatched: isWatched)
    let updated = new.updated
    if let old = record.status {
      new.updated = old.updated
      let isThere =
        !Files.isMissing(record.folder.status) && !Files.isMissing(record.folder.statusPage)
      guard new != old || !isThere else { return }
      new.updated = updated
    }
    do {
      try Files.makeFolder(record.folder.path)
      try Files.replace(record.folder.status, with: try jsonText(new), durable: false)
      let page = try statusPage(new, links: StatusLinks(new, in: record.folder))
      try Files.replace(record.folder.statusPage, with: Array(page.utf8), durable: false)
      rounds[name]?.status = new
      toldStatusError = nil
    } catch {
      if error is FileError { rounds[name]?.isStatusDue = true }
      tell(error, of: name)
    }
  }

  /// Writes `index.html` where it would tell something else than it does.
  private func writeIndex(_ isWatched: Bool) {
    let entries = rounds.sorted { $0.key < $1.key }.compactMap { name, record in
      record.status.map {
        IndexEntry($0, folder: address(name), hasReport: record.published != nil)
      }
    }
    let path = configuration.plans + "/index.html"
    guard entries != index || Files.isMissing(path) else { return }
    do {
      let page = try indexPage(entries, watched: isWatched, updated: wallClock().iso)
      try Files.replace(path, with: Array(page.utf8), durable: false)
      index = entries
    } catch {
      tell(error, of: "index.html")
    }
  }

  private func tell(_ error: any Error, of name: String) {
    guard let error = error as? FileError else {
      logger.error("cannot write the status: \(error)", metadata: ["round": "\(name)"])
      return
    }
    if toldStatusError?.code != error.code { logger.error("\(error)") }
    toldStatusError = error
  }
}

extension StatusLinks {
  /// What is there to be linked to.
  init(_ status: RoundStatus, in folder: RoundFolder) {
    let present = Set((try? Files.list(folder.path)) ?? [])
    func link(_ name: String) -> String? { present.contains(name) ? address(name) : nil }
    self.init(report: link("report.html"), workbook: link("plans.xlsx"))
    for file in Set(status.problems.map(\.file)) {
      problems[file] = link(ProblemFiles.name(for: file))
      reviewed[file] = link(FileNames.answer(to: file, ending: FileNames.reviewed))
    }
  }
}
