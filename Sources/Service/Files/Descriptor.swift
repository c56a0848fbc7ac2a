import Glibc

/// An open file or folder; closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let raw: Int32
  /// How it was named when it was opened, for messages.
  let path: String

  /// - Parameter folder: where a relative `name` starts; nil for the working directory.
  static func open(
    _ name: String, in folder: borrowing Descriptor, flags: Int32, mode: mode_t = 0
  ) throws(FileError) -> Descriptor {
    let path = folder.path + "/" + name
    let raw = openat(folder.raw, name, flags | O_CLOEXEC, mode)
    guard raw >= 0 else { throw FileError(operation(flags), path, code: errno) }
    return Descriptor(raw: raw, path: path)
  }

  static func open(_ path: String, flags: Int32, mode: mode_t = 0) throws(FileError) -> Descriptor {
    let raw = Glibc.open(path, flags | O_CLOEXEC, mode)
    guard raw >= 0 else { throw FileError(operation(flags), path, code: errno) }
    return Descriptor(raw: raw, path: path)
  }

  static func openFolder(_ path: String) throws(FileError) -> Descriptor {
    try open(path, flags: O_RDONLY | O_DIRECTORY)
  }

  /// A folder is opened to be listed, which takes another mode than reading a file.
  private static func operation(_ flags: Int32) -> FileError.Operation {
    flags & O_DIRECTORY == 0 ? .open : .list
  }

  private init(raw: Int32, path: String) {
    self.raw = raw
    self.path = path
  }

  deinit { close(raw) }

  func inspect() throws(FileError) -> stat {
    var status = stat()
    guard fstat(raw, &status) == 0 else { throw FileError(.inspect, path, code: errno) }
    return status
  }

  /// Fills the head of `chunk` and returns how much of it; 0 at the end of the file.
  func read(into chunk: inout [UInt8]) throws(FileError) -> Int {
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(raw, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(.read, path, code: errno) }
    }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(raw, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(.write, path, code: errno)
      }
    }
  }

  /// Everything to the end.
  func readAll() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(try inspect().st_size)))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try read(into: &chunk)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Waits until the bytes (or a folder's entries) would survive a power cut.
  func store() throws(FileError) {
    guard fsync(raw) == 0 else { throw FileError(.store, path, code: errno) }
  }
}
