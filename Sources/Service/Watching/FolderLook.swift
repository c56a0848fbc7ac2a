import Glibc
import Records

/// What a file's inode says of it: with the same stamp a file has the same bytes, for all the service needs to know.
struct FileStamp: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
  /// Bytes.
  var size: Int
  /// Nanoseconds since 1970: of the bytes, and of the bytes, mode, owner or name.
  var modified: Int
  var changed: Int

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
  }

  init(device: UInt64 = 1, inode: UInt64, size: Int, modified: Int, changed: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// A round's folder as one look found it. Names are relative to the round's folder, with `/`.
struct FolderLook: Hashable, Sendable {
  /// The regular files that may be planners'.
  var files: [String: FileStamp] = [:]
  /// Folders that could not be listed; the empty name is the round's own. Their files are unknown, not withdrawn.
  var unreadable: [String: FileError] = [:]
  /// What can never be read, by a name fit for showing, and why.
  var unusable: [String: Bilingual] = [:]

  /// Why a file of this name may be there although the look did not find it; nil if it is gone.
  func hides(_ name: String) -> FileError? {
    for (folder, error) in unreadable
    where folder.isEmpty || Files.relative(name, to: folder) != nil {
      return error
    }
    return nil
  }
}
