import Pages
import Plans
import Records

/// What the pages of state say of a round as a whole.
enum StateText: String, Phrase {
  case current = "The plan in force is that of the files as they are. ‖ 现行方案与文件现状一致。"
  case settling =
    "Files are still changing; a new plan follows when the folder has been quiet for a moment. ‖ 文件仍在变动，静止片刻后即生成新方案。"
  case planning = "A new plan is being made. ‖ 正在制定新方案。"
  case planningStep = "A new plan is being made: {step}. ‖ 正在制定新方案：{step}。"
  case queued = "A new plan is due and waits for its turn. ‖ 新方案已列入队列，等待计算。"
  case stale = "The last plan stays in force: {reason}. ‖ 沿用上一方案：{reason}。"
  case staleBare = "The last plan stays in force. ‖ 沿用上一方案。"
  case waiting = "There is no plan yet: {reason}. ‖ 尚无方案：{reason}。"
  case waitingBare = "There is no plan yet. ‖ 尚无方案。"
  case toMend =
    "{n} place in the files needs mending.|{n} places in the files need mending. ‖ 文件中有 {n} 处需要更正。"
  case stopped =
    "The service was stopped on {time} UTC: nothing new is planned until it runs again. ‖ 服务已于 {time}（UTC）停止，重新启动之前不会制定新方案。"

  case shortCurrent = "up to date ‖ 已是最新"
  case shortSettling = "files are changing ‖ 文件变动中"
  case shortPlanning = "being planned ‖ 正在制定"
  case shortStale = "last plan stays ‖ 沿用上一方案"
  case shortWaiting = "no plan yet ‖ 尚无方案"
  case shortStopped = "service stopped ‖ 服务已停止"
}

/// Records by kind.
enum RecordText: String, Phrase {
  case regions = "{n} region|{n} regions ‖ 地区 {n} 个"
  case links = "{n} link|{n} links ‖ 煤炭往来 {n} 条"
  case offers = "{n} offer|{n} offers ‖ 承诺 {n} 项"
  case proposals = "{n} proposal|{n} proposals ‖ 项目 {n} 个"
  case policy = "policy|{n} policies ‖ 规则"

  /// `12 proposals, 3 offers`, in the order of the contract.
  static func words(_ records: [String: Int]) -> Words {
    allCases.compactMap { kind in
      guard let count = records["\(kind)"], count > 0 else { return nil }
      return kind(count: count)
    }.joined(", ", "，")
  }
}

/// A moment in UTC as both languages read it: `2026-11-24 09:30`, on one line or with the time on the next.
func moment(_ iso: String) -> Words {
  func whole(_ text: Substring) -> Words {
    Words(String(text)).wrapped("<span class=\"nw\">", "</span>")
  }
  return whole(iso.prefix(10)) + .markup(" ") + whole(iso.dropFirst(11).prefix(5))
}

/// The time of day of a moment, to the second: `09:30:05`.
func clock(_ iso: String) -> Words { Words(String(iso.dropFirst(11).prefix(8))) }

/// A span of time as it is spoken of: `0.4 s`, `12 s`, `3 min 5 s`.
func span(_ seconds: Double) -> Words {
  if seconds < 0.05 { return .markup("&lt;0.1\u{A0}s", "&lt;0.1\u{A0}秒") }
  if seconds < 9.95 { return .markup(fixed(seconds, 1) + "\u{A0}s", fixed(seconds, 1) + "\u{A0}秒") }
  let whole = Int(seconds.rounded())
  let (minutes, rest) = (whole / 60, whole % 60)
  if minutes == 0 { return .markup("\(rest)\u{A0}s", "\(rest)\u{A0}秒") }
  return .markup(
    "\(minutes)\u{A0}min \(rest)\u{A0}s", "\(minutes)\u{A0}分 \(rest)\u{A0}秒")
}

extension Bilingual {
  /// Without its full stop, to stand inside a sentence.
  var clause: Bilingual {
    Bilingual(
      en: en.hasSuffix(".") ? String(en.dropLast()) : en,
      zh: zh.hasSuffix("。") ? String(zh.dropLast()) : zh)
  }
}
