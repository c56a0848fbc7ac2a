import Glibc

/// The few things the service does with files of its own, each with a typed error.
enum Files {
  /// A folder's entries, without `.` and `..`, in the order of their bytes.
  static func list(_ path: String) throws(FileError) -> [String] {
    let folder = try Descriptor.openFolder(path)
    return try list(folder).compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// The raw names in an open folder: they need not be UTF-8.
  static func list(_ folder: borrowing Descriptor) throws(FileError) -> [[UInt8]] {
    // The stream owns its descriptor, so it gets one of its own.
    let copy = openat(folder.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw FileError(.list, folder.path, code: errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw FileError(.list, folder.path, code: code)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileError(.list, folder.path, code: errno) }
        break
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func read(_ path: String) throws(FileError) -> [UInt8] {
    try Descriptor.open(path, flags: O_RDONLY).readAll()
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether nothing is there. What cannot be looked at is not missing.
  static func isMissing(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Bytes, of a file itself and not of what it links to; 0 where nothing is there.
  static func size(_ path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let code = errno
    guard code == ENOENT, let parent = parent(of: path) else {
      throw FileError(.makeFolder, path, code: code)
    }
    try makeFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError(.makeFolder, path, code: errno)
    }
  }

  /// Puts `bytes` at `path` in one step: a reader sees the old file or the new one.
  /// - Parameter durable: whether it has to survive a power cut.
  static func replace(_ path: String, with bytes: [UInt8], durable: Bool) throws(FileError) {
    let temporary = temporaryName(for: path)
    do {
      let file = try Descriptor.open(
        temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o666)
      try file.write(bytes[...])
      if durable { try file.store() }
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
    if durable { try storeFolder(parent(of: path) ?? ".") }
  }

  /// Points the link `path` at `target` in one step.
  static func replaceLink(_ path: String, to target: String) throws(FileError) {
    let temporary = temporaryName(for: path)
    unlink(temporary)
    guard symlink(target, temporary) == 0 else { throw FileError(.link, temporary, code: errno) }
    try rename(temporary, to: path)
    try storeFolder(parent(of: path) ?? ".")
  }

  /// What a link says; nil where there is no link.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(validating: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func rename(_ from: String, to path: String) throws(FileError) {
    guard Glibc.rename(from, path) == 0 else { throw FileError(.rename, path, code: errno) }
  }

  /// Makes a folder's entries durable: files in it that were made, renamed or removed.
  static func storeFolder(_ path: String) throws(FileError) {
    try Descriptor.openFolder(path).store()
  }

  /// Removes a file; one that is not there is as good.
  static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw FileError(.remove, path, code: errno)
    }
  }

  /// Removes a file or folder with everything in it; follows no link.
  static func removeTree(_ path: String) throws(FileError) {
    if unlink(path) == 0 || errno == ENOENT { return }
    let code = errno
    guard code == EISDIR || code == EPERM else { throw FileError(.remove, path, code: code) }
    for name in try list(try Descriptor.openFolder(path)) {
      try removeTree(path + "/" + String(decoding: name, as: UTF8.self))
    }
    guard rmdir(path) == 0 || errno == ENOENT else {
      throw FileError(.remove, path, code: errno)
    }
  }

  /// A path that does not depend on the working directory.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  // Paths are taken apart by bytes: a name may begin with a combining mark, which makes one character with the slash.

  static func parent(of path: String) -> String? {
    guard let end = path.utf8.lastIndex(of: slash) else { return nil }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// The part of `path` below `folder`; nil where it does not lie there.
  static func relative(_ path: String, to folder: String) -> Substring? {
    let prefix = folder.utf8.count
    guard path.utf8.starts(with: folder.utf8), path.utf8.dropFirst(prefix).first == slash else {
      return nil
    }
    return Substring(path.utf8.dropFirst(prefix + 1))
  }

  /// The first name of a path, and what follows it; nil where nothing does.
  static func split(_ path: Substring) -> (first: Substring, rest: Substring?) {
    guard let end = path.utf8.firstIndex(of: slash) else { return (path, nil) }
    return (path[..<end], path[path.utf8.index(after: end)...])
  }

  private static let slash = UInt8(ascii: "/")

  /// A name beside `path` that watchers and planners leave alone.
  private static func temporaryName(for path: String) -> String {
    guard let folder = parent(of: path), let name = relative(path, to: folder) else {
      return ".\(path).tmp"
    }
    return folder + "/." + name + ".tmp"
  }
}
