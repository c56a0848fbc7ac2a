import CXLSXWriter
import Glibc

/// A file that lives in memory alone: libxlsxwriter of Debian 13 writes to a path only, and a file on disk would stay
/// behind if the process were killed.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// Closed in processes that this one starts.
  init() throws {
    let closeOnExec: UInt32 = 1
    descriptor = memfd_create("workbook", closeOnExec)
    if descriptor < 0 { throw WorkbookError(reason: String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  /// A path by which this process can open the file.
  var path: String { "/proc/self/fd/\(descriptor)" }

  func bytes() throws -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw WorkbookError(reason: "nothing was written") }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let read = pread(descriptor, base + count, size - count, off_t(count))
        if read <= 0 {
          failure = read < 0 ? errno : EIO
          return
        }
        count += read
      }
    }
    if failure != 0 { throw WorkbookError(reason: String(cString: strerror(failure))) }
    return bytes
  }
}

/// Why a workbook could not be written.
package struct WorkbookError: Error, CustomStringConvertible {
  package var reason: String

  package init(reason: String) { self.reason = reason }

  package var description: String { "a workbook cannot be written: \(reason)" }
}
