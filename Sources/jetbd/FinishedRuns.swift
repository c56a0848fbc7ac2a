import ArgumentParser
import Worker

/// Reads a run's folder; what is wrong with it is said, and the command ends.
func finishedRun(_ folder: String) throws -> FinishedRun {
  do {
    return try FinishedRun(folder: folder)
  } catch {
    throw fail("\(error)", error.isUsage ? .usage : .noPlan)
  }
}
