import CZip

/// The package that a workbook is: named parts, each unpacked as it is read.
final class ZipArchive {
  private let handle: OpaquePointer
  private let limits: Limits
  /// Bytes unpacked so far, of all parts.
  private var unpacked = 0

  /// Opens a package in memory for as long as `body` runs.
  static func reading<Result>(
    _ bytes: [UInt8], _ limits: Limits,
    _ body: (ZipArchive) throws(WorkbookFailure) -> Result
  ) throws(WorkbookFailure) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(WorkbookFailure) -> Result in
      try body(try ZipArchive(buffer, limits))
    }
  }

  private init(
    _ buffer: UnsafeBufferPointer<UInt8>, _ limits: Limits
  ) throws(WorkbookFailure) {
    self.limits = limits
    guard
      let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
    else { throw .damaged("") }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .damaged("")
    }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.parts else { throw .overLimit(.parts(limits.parts)) }
  }

  deinit { zip_discard(handle) }

  /// The number of a part; names differ in case between programs.
  func index(of name: String) -> UInt64? {
    let index = zip_name_locate(handle, name, UInt32(ZIP_FL_NOCASE) | UInt32(ZIP_FL_ENC_GUESS))
    return index < 0 ? nil : UInt64(index)
  }

  func has(_ name: String) -> Bool { index(of: name) != nil }

  /// Unpacks a part piece by piece.
  ///
  /// - Parameter piece: is handed a buffer to fill by `fill` and answers whether to go on.
  func unpack(
    _ name: String,
    piece: (_ fill: (UnsafeMutableRawPointer, Int) throws(WorkbookFailure) -> Int)
      throws(WorkbookFailure) -> Bool
  ) throws(WorkbookFailure) {
    guard let index = index(of: name) else { throw .damaged(name) }
    var about = zip_stat_t()
    zip_stat_init(&about)
    guard zip_stat_index(handle, index, 0, &about) == 0 else { throw .damaged(name) }
    let packed = Int(clamping: about.comp_size)
    guard let file = zip_fopen_index(handle, index, 0) else {
      let code = zip_error_code_zip(zip_get_error(handle))
      throw code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD ? .password : .damaged(name)
    }
    defer { zip_fclose(file) }
    // What is counted is what really comes: a package may lie about its sizes.
    var size = 0
    let fill = { (pointer: UnsafeMutableRawPointer, room: Int) throws(WorkbookFailure) -> Int in
      let count = zip_fread(file, pointer, UInt64(room))
      guard count >= 0 else { throw .damaged(name) }
      size += Int(count)
      self.unpacked += Int(count)
      if self.unpacked > self.limits.unpackedSize {
        throw .overLimit(.unpackedSize(self.limits.unpackedSize))
      }
      if size > self.limits.ratioFloor, size / max(packed, 1) > self.limits.zipRatio {
        throw .overLimit(.zipRatio(self.limits.zipRatio))
      }
      return Int(count)
    }
    while try piece(fill) {}
  }

  /// The first bytes of a small part, such as `mimetype`.
  func head(of name: String, limit: Int) throws(WorkbookFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: WorkbookFailure?
    try unpack(name) { fill throws(WorkbookFailure) -> Bool in
      let piece = [UInt8](unsafeUninitializedCapacity: limit - bytes.count) { buffer, count in
        count = 0
        guard let start = buffer.baseAddress else { return }
        do throws(WorkbookFailure) {
          count = try fill(start, buffer.count)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      bytes += piece
      return !piece.isEmpty && bytes.count < limit
    }
    return bytes
  }
}
