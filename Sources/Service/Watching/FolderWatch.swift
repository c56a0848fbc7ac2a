import Glibc

/// The kernel's change events for a tree of folders: hints that a look may find something new.
///
/// Folders are watched one by one. Setting a watch again on a folder costs nothing, so every look sets the
/// watches of the folders it enters, before it lists them: what changes in between is either seen by the
/// look or told by an event.
struct FolderWatch {
  enum Hint: Hashable {
    /// Something changed in this folder, named as it was given to `watch`: to the entry of this name, or to
    /// the folder itself.
    case changed(folder: String, name: String?, isFolder: Bool)
    /// Events were lost: anything may have changed.
    case lost
  }

  /// The inotify descriptor, readable when there are hints; whoever waits for them closes it.
  let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]

  init() throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileError(.watch, "inotify", code: errno) }
  }

  var count: Int { folders.count }

  /// Watches `folder`, unless it is being watched already.
  /// - Parameter followsLink: whether `folder` may itself be a link; those on the way are followed always.
  mutating func watch(_ folder: String, followsLink: Bool = false) throws(FileError) {
    let events =
      IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF
    let flags = IN_ONLYDIR | IN_EXCL_UNLINK | (followsLink ? 0 : IN_DONT_FOLLOW)
    let watch = inotify_add_watch(descriptor, folder, UInt32(events) | UInt32(flags))
    guard watch >= 0 else { throw FileError(.watch, folder, code: errno) }
    if let old = watches[folder], old != watch { forget(old) }
    if let name = folders[watch], name != folder { watches[name] = nil }
    folders[watch] = folder
    watches[folder] = watch
  }

  /// Gives up the watches below `folder` and on it, except those on `kept`: of folders that are gone or moved away.
  mutating func forget(below folder: String, except kept: Set<String>) {
    for (watch, name) in folders
    where (name == folder || Files.relative(name, to: folder) != nil) && !kept.contains(name) {
      forget(watch)
    }
  }

  private mutating func forget(_ watch: Int32) {
    inotify_rm_watch(descriptor, watch)
    if let name = folders.removeValue(forKey: watch), watches[name] == watch {
      watches[name] = nil
    }
  }

  /// All hints that wait, without waiting for more.
  mutating func hints() -> Set<Hint> {
    var hints: Set<Hint> = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        return hints
      }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + 16 <= count {
          let watch = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
          let mask = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
          let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          let name = bytes[(offset + 16)..<min(count, offset + 16 + length)].prefix { $0 != 0 }
          offset += 16 + length
          if let hint = hint(watch, mask, String(decoding: name, as: UTF8.self)) {
            hints.insert(hint)
          }
        }
      }
    }
  }

  private mutating func hint(_ watch: Int32, _ mask: UInt32, _ name: String) -> Hint? {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .lost }
    guard let folder = folders[watch] else { return nil }
    if mask & UInt32(IN_IGNORED) != 0 {
      folders[watch] = nil
      if watches[folder] == watch { watches[folder] = nil }
    }
    return .changed(
      folder: folder, name: name.isEmpty ? nil : name,
      isFolder: mask & UInt32(IN_ISDIR) != 0)
  }
}
