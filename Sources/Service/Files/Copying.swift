import Glibc

extension Files {
  /// A file's bytes under another name: a hard link where both lie on one mount, else a copy.
  ///
  /// Only for bytes that are never written again. What is there already stays.
  static func linkOrCopy(_ from: String, to path: String) throws(FileError) {
    if link(from, path) == 0 || errno == EEXIST { return }
    try copy(from, to: path, durable: false)
  }

  /// Copies a regular file to a new name in one step.
  static func copy(_ from: String, to path: String, durable: Bool) throws(FileError) {
    let source = try Descriptor.open(from, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    let temporary = path + ".tmp"
    do {
      let target = try Descriptor.open(
        temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o666)
      try pour(source, into: target)
      if durable { try target.store() }
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Copies a folder of regular files and folders, durably. Anything else in it is refused.
  static func copyTree(_ from: String, to path: String) throws(FileError) {
    let source = try Descriptor.openFolder(from)
    try makeFolder(path)
    for raw in try list(source) {
      let name = String(decoding: raw, as: UTF8.self)
      var status = stat()
      guard fstatat(source.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw FileError(.inspect, from + "/" + name, code: errno)
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: try copy(from + "/" + name, to: path + "/" + name, durable: true)
      case S_IFDIR: try copyTree(from + "/" + name, to: path + "/" + name)
      default: throw FileError(.copy, from + "/" + name, code: EINVAL)
      }
    }
    try Descriptor.openFolder(path).store()
  }

  private static func pour(
    _ source: borrowing Descriptor, into target: borrowing Descriptor
  ) throws(FileError) {
    var chunk = [UInt8](repeating: 0, count: 262_144)
    while true {
      let count = try source.read(into: &chunk)
      if count == 0 { return }
      try target.write(chunk[..<count])
    }
  }
}
