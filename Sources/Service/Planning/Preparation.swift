import Glibc
import Plans
import Records

/// Gathers the inputs of a job: reads every planner's file once, by content hash, into the job's folder.
struct Preparation: Sendable {
  /// A file that is not taken as it lies in the folder.
  struct LeftOut: Hashable, Sendable {
    var state: FileState
    var reason: Bilingual
  }

  struct Result: Sendable {
    var files: [Job.File] = []
    var inForce: InputsDocument?
    /// By name: files left out, or held at their version in force.
    var leftOut: [String: LeftOut] = [:]
    /// Files that changed since the look.
    var moved: Set<String> = []
    /// Whether something could not be read that may be readable later without any change of the folder.
    var isPartial = false
    var hashes: [String: HashedFile] = [:]
  }

  /// What a file with this stamp was found to hold.
  struct HashedFile: Hashable, Sendable {
    var stamp: FileStamp
    var hash: ContentHash
  }

  var round: String
  var look: FolderLook
  var order: RoundMachine.Order
  var scanner: InboxScanner
  var folder: RoundFolder
  var inForce: InputsDocument?
  /// Hashes known from earlier attempts, by name.
  var known: [String: HashedFile]
  /// Bytes; larger files are rejected unread.
  var sizeLimit: Int

  /// - Throws: what the service itself could not do: no space, no permission in its own folders.
  func gather(into job: JobFolder, isCancelled: () -> Bool) throws(FileError) -> Result {
    var result = Result()
    result.inForce = try gatherInForce(into: job)
    try gatherFiles(into: job, isCancelled: isCancelled, result: &result)
    for name in order.moving {
      hold(name, .waiting, Preparation.stillWritten, in: &result)
    }
    for file in result.inForce?.files ?? [] where look.files[file.name] == nil {
      if let error = look.hides(file.name) {
        hold(file.name, .waiting, error.message, in: &result)
        result.isPartial = result.isPartial || error.code != EACCES
      }
    }
    result.files.sort { $0.name < $1.name }
    return result
  }

  private func gatherFiles(
    into job: JobFolder, isCancelled: () -> Bool, result: inout Result
  ) throws(FileError) {
    guard !order.files.isEmpty else { return }
    let root: Descriptor
    do {
      root = try Descriptor.openFolder(scanner.folder(of: round))
    } catch  where error.isMissing {
      result.moved = Set(order.files.keys)
      return
    }
    for (name, stamp) in order.files.sorted(by: { $0.key < $1.key }) {
      guard !isCancelled() else { return }
      if stamp.size > sizeLimit {
        hold(name, .rejected, Preparation.tooLarge(stamp.size, sizeLimit), in: &result)
        continue
      }
      do throws(ReadFault) {
        let hash = try gather(name, stamp, root, into: job)
        result.files.append(Job.File(name: name, hash: hash))
        result.hashes[name] = HashedFile(stamp: stamp, hash: hash)
      } catch {
        switch error {
        case .moved: result.moved.insert(name)
        case .own(let error): throw error
        case .unreadable(let error):
          hold(name, .waiting, error.message, in: &result)
          // Mending a mode changes the file's stamp; other causes go without a trace.
          if error.code != EACCES { result.isPartial = true }
        }
      }
    }
  }

  /// Leaves a file out; its version in force stays.
  private func hold(
    _ name: String, _ state: FileState, _ reason: Bilingual, in result: inout Result
  ) {
    result.leftOut[name] = LeftOut(state: state, reason: reason)
    if let file = result.inForce?.files.first(where: { $0.name == name }) {
      result.files.append(Job.File(name: name, hash: file.hash))
    }
  }

  /// The versions in force whose bytes are still kept.
  private func gatherInForce(into job: JobFolder) throws(FileError) -> InputsDocument? {
    guard var document = inForce else { return nil }
    for hash in document.hashes {
      do {
        try Files.linkOrCopy(folder.input(hash), to: job.input(hash))
      } catch  where error.isMissing && !Files.exists(folder.input(hash)) {
        document.files.removeAll { $0.hash == hash }
        document.lastGood.removeAll { $0.hash == hash }
      }
    }
    return document
  }

  private enum ReadFault: Error {
    case moved
    /// The planner's file cannot be read.
    case unreadable(FileError)
    /// The service's own copy cannot be written.
    case own(FileError)
  }

  private func gather(
    _ name: String, _ stamp: FileStamp, _ root: borrowing Descriptor, into job: JobFolder
  ) throws(ReadFault) -> ContentHash {
    if let known = known[name], known.stamp == stamp {
      if Files.exists(job.input(known.hash)) { return known.hash }
      if Files.exists(folder.input(known.hash)) {
        do {
          try Files.linkOrCopy(folder.input(known.hash), to: job.input(known.hash))
          return known.hash
        } catch {
          throw .own(error)
        }
      }
    }
    do {
      let file = try Preparation.open(name[...], in: root)
      return try copy(file, stamp, into: job)
    } catch let error as ReadFault {
      throw error
    } catch let error as FileError {
      // Gone, or become a link or a folder: the next look says what it is now.
      throw error.isMissing || error.code == ELOOP ? .moved : .unreadable(error)
    } catch {
      throw .moved
    }
  }

  /// Opens a file below `folder`, following no link on the way.
  private static func open(
    _ name: Substring, in folder: borrowing Descriptor
  ) throws(FileError) -> Descriptor {
    let (first, rest) = Files.split(name)
    if let rest {
      let inner = try Descriptor.open(
        String(first), in: folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      return try open(rest, in: inner)
    }
    // Non-blocking, for what was a file at the look may be a FIFO by now.
    return try Descriptor.open(
      String(first), in: folder, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
  }

  /// Copies a file while hashing it; it has to have the same stamp before and after.
  private func copy(
    _ file: borrowing Descriptor, _ stamp: FileStamp, into job: JobFolder
  ) throws -> ContentHash {
    let status = try file.inspect()
    guard status.st_mode & S_IFMT == S_IFREG, FileStamp(status) == stamp else {
      throw ReadFault.moved
    }
    let temporary = job.path + "/reading.tmp"
    var hasher = ContentHasher()
    do {
      let copy = try owned { () throws(FileError) in
        try Descriptor.open(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666)
      }
      var chunk = [UInt8](repeating: 0, count: 262_144)
      while true {
        let count = try file.read(into: &chunk)
        if count == 0 { break }
        hasher.update(chunk[..<count])
        do { try copy.write(chunk[..<count]) } catch { throw ReadFault.own(error) }
      }
    }
    guard FileStamp(try file.inspect()) == stamp else { throw ReadFault.moved }
    let hash = hasher.finish()
    do { try Files.rename(temporary, to: job.input(hash)) } catch { throw ReadFault.own(error) }
    return hash
  }

  private func owned(
    _ open: () throws(FileError) -> Descriptor
  ) throws(ReadFault) -> Descriptor {
    do { return try open() } catch { throw .own(error) }
  }

  static let stillWritten = Bilingual(
    en: "still being written; read when it has been quiet", zh: "仍在写入；停止变化后读取")

  static func tooLarge(_ size: Int, _ limit: Int) -> Bilingual {
    let (size, limit) = (size >> 20, limit >> 20)
    return Bilingual(
      en: "\(size) MiB is more than the \(limit) MiB that `file_size_limit` allows",
      zh: "文件 \(size) MiB，超过 `file_size_limit` 允许的 \(limit) MiB")
  }
}
