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
    let new = record.currentStatus(
      at: wallClock(), inboxError: inboxError, isWatched: isWatched)
    let links = StatusLinks(new, in: record.folder)
    let isThere =
      !Files.isMissing(record.folder.status) && !Files.isMissing(record.folder.statusPage)
    guard !isThere || links != record.links || new.tellsMore(than: record.status) else { return }
    do {
      try Files.makeFolder(record.folder.path)
      try Files.replace(record.folder.status, with: try jsonText(new), durable: false)
      let page = try statusPage(new, links: links)
      try Files.replace(record.folder.statusPage, with: Array(page.utf8), durable: false)
      rounds[name]?.status = new
      rounds[name]?.links = links
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

extension RoundStatus {
  /// Seconds after which a run under way is told of again, though nothing else happened.
  static let heartbeat = 5

  /// Whether there is something to write that `old` did not say.
  func tellsMore(than old: RoundStatus?) -> Bool {
    guard let old else { return true }
    if let now = progress?.seconds, let then = old.progress?.seconds,
      !(then..<then + RoundStatus.heartbeat ~= now)
    {
      return true
    }
    var same = self
    same.updated = old.updated
    same.progress?.seconds = old.progress?.seconds ?? 0
    return same != old
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
    let runs = folder.runIDs()
    let kept = Set(runs)
    if let run = status.run, kept.contains(run) { self.run = "runs/" + address(run) + "/" }
    for run in Set(status.history.compactMap(\.run)) where kept.contains(run) {
      let report = "runs/" + address(run) + "/report.html"
      if Files.exists(folder.run(run) + "/report.html") { self.runs[run] = report }
    }
    let told = Set(status.history.compactMap(\.run))
    untold = runs.count { !told.contains($0) }
  }
}
