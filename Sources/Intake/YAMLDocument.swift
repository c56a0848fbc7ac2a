import Records
import Yams

/// YAML through Yams' nodes. Its typed decoding follows YAML 1.1 (`no` is false, `012` is 10), so it is never used.
enum YAMLDocument {
  /// The documents of a file, most often one.
  static func read(
    _ utf8: [UInt8], _ limits: Limits = Limits()
  ) throws(DocumentFailure) -> [Tree] {
    try refuseHostileShape(utf8, limits)
    do {
      var trees: [Tree] = []
      // Yams also ends lines at marks of Unicode that no planner's program ends them at.
      var reading = Reading(limits: limits, budget: limits.documentValues, lines: lines(of: utf8))
      var nodes = try Yams.compose_all(yaml: String(decoding: utf8, as: UTF8.self), .basic)
      while let node = nodes.next() {
        trees.append(try tree(node, depth: 0, line: 1, &reading))
      }
      if let error = nodes.error { throw error }
      return trees
    } catch {
      var failure = failure(error)
      // The end of a document without a last line end counts as a line of its own there.
      failure.line = min(failure.line, lines(of: utf8))
      throw failure
    }
  }

  /// As a planner's program counts them.
  private static func lines(of utf8: [UInt8]) -> Int {
    1
      + utf8.indices.count { index in
        utf8[index] == 0x0A
          || utf8[index] == 0x0D && (index + 1 == utf8.count || utf8[index + 1] != 0x0A)
      }
  }

  private struct Reading {
    let limits: Limits
    /// How many values more may be read.
    var budget: Int
    /// The last line.
    let lines: Int
  }

  private static func tree(
    _ node: Node, depth: Int, line: Int, _ reading: inout Reading
  ) throws(DocumentFailure) -> Tree {
    let line = min(node.mark?.line ?? line, reading.lines)
    // Aliases share their node; written out they can explode, so every visit counts.
    reading.budget -= 1
    if reading.budget < 0 {
      throw DocumentFailure(reason: .tooLarge(reading.limits.documentValues), line: line)
    }
    if depth > reading.limits.documentDepth {
      throw DocumentFailure(reason: .tooDeep(reading.limits.documentDepth), line: line)
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      let blank = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return Tree(content: blank ? .blank : .scalar(scalar.string), line: line)
    case .alias:
      return Tree(content: .blank, line: line)
    case .sequence(let sequence):
      var items: [Tree] = []
      for item in sequence {
        items.append(try tree(item, depth: depth + 1, line: line, &reading))
      }
      return Tree(content: .list(items), line: line)
    case .mapping(let mapping):
      var entries: [Tree.Entry] = []
      var merged: [Tree.Entry] = []
      for (key, value) in mapping {
        let keyLine = min(key.mark?.line ?? line, reading.lines)
        guard case .scalar(let name) = key else {
          throw DocumentFailure(reason: .syntax(keyIsNoText), line: keyLine)
        }
        let value = try tree(value, depth: depth + 1, line: keyLine, &reading)
        if name.string == "<<", case .mapping(let defaults) = value.content {
          merged += defaults
        } else {
          entries.append(Tree.Entry(key: name.string, line: keyLine, value: value))
        }
      }
      let own = Set(entries.map(\.key))
      entries += merged.filter { !own.contains($0.key) }
      return Tree(content: .mapping(entries), line: line)
    }
  }

  private static let keyIsNoText = Bilingual(en: "a key that is no text", zh: "键名不是文本")

  /// What libyaml says, with the commonest of it in Chinese.
  private static func words(_ problem: String) -> Bilingual {
    let chinese = [
      "found unexpected end of stream": "文件在引号或括号中结束，可能缺少结尾的引号或括号",
      "mapping values are not allowed in this context": "此处不应有“:”；请检查缩进，或给含“:”的文本加引号",
      "did not find expected key": "此处应为“键: 值”；请检查缩进",
      "could not find expected ':'": "缺少“:”",
      "did not find expected ',' or ']'": "列表缺少“,”或“]”",
      "did not find expected ',' or '}'": "此处缺少“,”或“}”",
      "did not find expected '-' indicator": "此处应为以“-”开头的列表项；请检查缩进",
      "found character that cannot start any token": "此处的字符不能作值的开头（制表符、@ 或 %）；缩进请用空格，文本请加引号",
      "found a tab character that violates indentation": "缩进用了制表符；请改用空格",
      "found a tab character where an indentation space is expected": "缩进用了制表符；请改用空格",
      "did not find expected node content": "此处应有值",
      "control characters are not allowed": "含有控制字符",
      "found unknown escape character": "引号内的“\\”后有无法识别的字符；请改用单引号",
      "found unexpected document indicator": "文档在引号内中断，可能缺少结尾的引号",
      "did not find expected <document start>": "此处应为新的文档；可能缩进有误",
      "did not find expected alphabetic or numeric character": "“*”或“&”后应有名称；请给文本加引号",
      "did not find expected comment or line break": "此处应换行",
      "found undefined alias": "引用了未定义的别名",
      "block sequence entries are not allowed in this context": "此处不应有列表项；请检查缩进",
    ]
    // The parser's own words where they help; a planner cannot know what a token is, and cannot see a tab.
    let english = [
      "found character that cannot start any token":
        "a tab, `@` or `%` stands where a value begins; indent with spaces and quote the text",
      "found a tab character that violates indentation":
        "the line is indented with a tab; use spaces",
      "found a tab character where an indentation space is expected":
        "the line is indented with a tab; use spaces",
      "mapping values are not allowed in this context":
        "a `:` cannot stand here; check the indentation, or quote text that holds one",
      "found unexpected end of stream":
        "it ends inside a quote or bracket that is never closed",
    ]
    return Bilingual(en: english[problem] ?? problem, zh: chinese[problem] ?? "此处语法有误（\(problem)）")
  }

  private static func failure(_ error: any Error) -> DocumentFailure {
    switch error {
    case let failure as DocumentFailure: return failure
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return DocumentFailure(reason: .syntax(words(problem)), line: mark.line)
    case YamlError.reader(let problem, _, _, _):
      return DocumentFailure(reason: .syntax(words(problem)), line: 0)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      return DocumentFailure(
        reason: .duplicateKey(keys.sorted().first ?? ""), line: context.mark.line)
    default:
      return DocumentFailure(reason: .syntax(words("not readable")), line: 0)
    }
  }

  /// Refuses, before the parser runs, what would make it recurse or hash without bound: deep flow nesting, and collections or aliases as keys (their hash writes every alias out).
  private static func refuseHostileShape(_ utf8: [UInt8], _ limits: Limits) throws(DocumentFailure)
  {
    // What looks like a comment may stand in quotes, and a comment may part a key from its colon: the text is looked at both ways.
    for skipsComments in [false, true] {
      let shape = try YAMLShape(utf8, skipsComments: skipsComments, limits)
      if shape.hasAlias, shape.hasAnchor, let line = shape.collectionKeyLine {
        throw DocumentFailure(reason: .syntax(keyIsNoText), line: line)
      }
    }
  }
}
