import Glibc
import Records

/// Looks at the watched folder: names and inodes only, never a byte of a file, and no link is followed.
struct InboxScanner: Sendable {
  /// The round of the files that lie directly in the watched folder.
  static let defaultRound = "default"
  /// Deeper folders are not looked into: no office nests like that, a runaway script does.
  static let deepest = 32

  /// Folders that file systems and storage servers keep for themselves.
  static let foreign: Set<String> = [
    "lost+found", "System Volume Information", "$RECYCLE.BIN", "@eaDir", "#recycle",
  ]

  let inbox: String

  /// The rounds there are: the watched folder's sub-folders, and `default` whether it has files or not.
  /// - Parameter entering: called with each folder's path before it is listed, so that a watch set there misses nothing.
  /// - Throws: when the watched folder itself cannot be read. That withdraws nothing.
  func rounds(entering: (String) -> Void) throws(FileError) -> Set<String> {
    let root = try Descriptor.openFolder(inbox)
    entering(inbox)
    var rounds: Set<String> = [InboxScanner.defaultRound]
    for raw in try Files.list(root) {
      guard let name = String(validating: raw, as: UTF8.self), !FileNames.isLeftAlone(name),
        !InboxScanner.foreign.contains(name)
      else { continue }
      var status = stat()
      if fstatat(root.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT == S_IFDIR
      {
        rounds.insert(name)
      }
    }
    return rounds
  }

  /// The folder of a round; files of the default round lie in the watched folder itself.
  func folder(of round: String) -> String {
    round == InboxScanner.defaultRound ? inbox : inbox + "/" + round
  }

  /// One look at a round. A folder that is not there gives an empty look.
  /// - Throws: when the watched folder itself cannot be read.
  func look(at round: String, entering: (String) -> Void) throws(FileError) -> FolderLook {
    var look = FolderLook()
    let root = try Descriptor.openFolder(inbox)
    entering(inbox)
    if round == InboxScanner.defaultRound {
      // Sub-folders of the watched folder are rounds, except one that is called like this round.
      list(root, prefix: "", depth: 0, into: &look, entering: entering) {
        $0 == InboxScanner.defaultRound
      }
    } else {
      descend(round, of: root, as: "", depth: 0, into: &look, entering: entering)
    }
    return look
  }

  private func descend(
    _ name: String, of parent: borrowing Descriptor, as folder: String, depth: Int,
    into look: inout FolderLook, entering: (String) -> Void
  ) {
    guard depth < InboxScanner.deepest else {
      look.unusable[folder] = Bilingual(
        en: "nested more than \(InboxScanner.deepest) folders deep",
        zh: "目录嵌套超过 \(InboxScanner.deepest) 层")
      return
    }
    do {
      let opened = try Descriptor.open(
        name, in: parent, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      entering(opened.path)
      list(
        opened, prefix: folder.isEmpty ? "" : folder + "/", depth: depth, into: &look,
        entering: entering
      ) { _ in true }
    } catch  where error.isMissing || error.code == ELOOP {
      // Gone since it was listed, or a link by now: the next look says.
    } catch {
      look.unreadable[folder] = error
    }
  }

  private func list(
    _ folder: borrowing Descriptor, prefix: String, depth: Int, into look: inout FolderLook,
    entering: (String) -> Void, descends: (String) -> Bool
  ) {
    let names: [[UInt8]]
    do {
      names = try Files.list(folder)
    } catch {
      look.unreadable[String(prefix.dropLast())] = error
      return
    }
    for raw in names {
      guard let name = String(validating: raw, as: UTF8.self) else {
        look.unusable[prefix + String(decoding: raw, as: UTF8.self)] = Bilingual(
          en: "the name is not UTF-8; rename the file", zh: "文件名不是 UTF-8 编码，请重命名")
        continue
      }
      guard !FileNames.isLeftAlone(name) else { continue }
      var status = stat()
      guard fstatat(folder.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        // Names that differ only in how they compose an accent are one name to a reader.
        if look.files[prefix + name] == nil {
          look.files[prefix + name] = FileStamp(status)
        } else {
          look.unusable[prefix + name] = Bilingual(
            en: "two files have this name, written in different Unicode forms; rename one",
            zh: "有两个文件同名，仅 Unicode 写法不同，请重命名其中一个")
        }
      case S_IFDIR where descends(name) && !InboxScanner.foreign.contains(name):
        descend(
          name, of: folder, as: prefix + name, depth: depth + 1, into: &look, entering: entering)
      default: break
      }
    }
  }
}
