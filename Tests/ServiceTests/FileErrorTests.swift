import Glibc
import Testing

@testable import Service

/// What operators and planners are told to do.
@Suite struct FileErrorTests {
  @Test func aFolderNeedsToBeEnteredAndAFileToBeRead() {
    let folder = FileError(.list, "/srv/inbox/office", code: EACCES)
    #expect(folder.description.hasSuffix("chmod g+rx '/srv/inbox/office'"))
    let file = FileError(.open, "/srv/inbox/a.csv", code: EACCES)
    #expect(file.description.hasSuffix("chmod g+r '/srv/inbox/a.csv'"))
  }

  @Test func aFolderIsOpenedToBeListed() {
    #expect(throws: FileError(.list, "/dev/null", code: ENOTDIR)) {
      try Descriptor.openFolder("/dev/null").store()
    }
  }

  /// A folder that nobody may enter stands in the status for what lies in it.
  @Test func anUnreadableFolderIsShownUntilItCanBeRead() {
    var record = RoundRecord(
      name: "r", folder: RoundFolder(plans: "/nowhere", round: "r"),
      timing: RoundMachine.Timing())
    let error = FileError(.list, "/inbox/r/office", code: EACCES)
    _ = record.machine.looked(FolderLook(unreadable: ["office": error]), at: .now)
    record.status = record.currentStatus(at: Timestamp(seconds: 0), inboxError: nil)
    #expect(record.status?.files.map(\.name) == ["office/"])
    #expect(record.status?.files.first?.reason == error.message)
    _ = record.machine.looked(FolderLook(), at: .now)
    #expect(record.currentStatus(at: Timestamp(seconds: 1), inboxError: nil).files.isEmpty)
  }
}
