import Pages
import Plans
import Records

/// An edit in planners' words: the record, its values before and after, the file and the cells.
struct EditLine {
  let text: Words
  let place: Words

  init(_ edit: RunEffect.Edit, _ effect: RunEffect) {
    let change = edit.change
    let what = Self.what(change, effect)
    let fields = Self.fields(edit)
    let isRecord = change.kind != .setting && change.kind != .continued
    var words =
      switch change.step {
      case .added where isRecord && fields.isEmpty: EffectText.newBare(["what": what])
      case .added where isRecord: EffectText.newRecord(["what": what, "fields": fields])
      case .withdrawn where isRecord && fields.isEmpty: EffectText.goneBare(["what": what])
      case .withdrawn where isRecord: EffectText.goneRecord(["what": what, "fields": fields])
      default: EffectText.editedRecord(["what": what, "fields": fields])
      }
    if !change.counts { words = words + EffectText.noEffect.words }
    text = words.capitalised
    place = Self.place(change)
  }

  /// `proposal P7 Battery plant`.
  private static func what(_ change: InputChange, _ effect: RunEffect) -> Words {
    var key = Words(change.key, longest: 60).wrapped("<b>", "</b>")
    let name: Bilingual? =
      switch change.kind {
      case .proposal: effect.titles[ProposalID(change.key)]
      case .region: effect.regions[RegionCode(change.key)]
      default: nil
      }
    if let name, name.en != change.key || name.zh != change.key {
      key = key + .markup(" ") + Words(name, longest: 60)
    }
    return EditText(change.kind)(["key": key])
  }

  private static func fields(_ edit: RunEffect.Edit) -> Words {
    let change = edit.change
    var fields = change.fields.map { field -> Words in
      let isItself = field.name == change.key || change.kind == .continued
      let name = FieldText.byName[field.name].map { Words($0) } ?? Words(field.name, longest: 40)
      let after = shown(field.newer)
      if change.step == .added, field.older == nil, !isItself {
        return EffectText.oneValue(["name": name, "value": after])
      }
      if change.step == .withdrawn, field.newer == nil, !isItself {
        return EffectText.oneValue(["name": name, "value": shown(field.older)])
      }
      let before = shown(field.older)
      return isItself
        ? EffectText.bareValue(["before": before, "after": after])
        : EffectText.value(["name": name, "before": before, "after": after])
    }
    if edit.moreFields > 0, change.step != .withdrawn {
      fields.append(EffectText.moreFields(count: edit.moreFields))
    }
    return fields.joined(", ", "，")
  }

  /// `proposals.csv (withdrawn): 30 proposals gone`.
  ///
  /// - Parameter files: what became of files; nil where that is not known.
  static func group(_ group: RunEffect.Group, _ files: RoundStatus.Changes?) -> Words {
    let name = group.file.isEmpty ? EffectText.noFile.words : Words(group.file)
    var file = name.wrapped("<b>", "</b>")
    if files?.withdrawn.contains(group.file) == true {
      file = EffectText.fileGone(["file": file])
    } else if files?.added.contains(group.file) == true {
      file = EffectText.fileNew(["file": file])
    }
    let phrase: EffectText =
      switch group.step {
      case .added: .groupNew
      case .edited: .groupEdited
      case .withdrawn: .groupGone
      }
    return phrase(
      count: group.count, ["file": file, "kind": kinds(group.kind)(count: group.count)])
  }

  private static func kinds(_ kind: InputChange.Kind) -> EffectText {
    switch kind {
    case .setting: .settings
    case .fixedPair: .fixedPairs
    case .forbiddenPair: .forbiddenPairs
    case .region: .regions
    case .link: .links
    case .offer: .offers
    case .proposal: .proposalCount
    case .continued: .continuations
    }
  }

  private static func shown(_ value: String?) -> Words {
    value.map { Words($0, longest: 60) } ?? EffectText.unwritten.words
  }

  /// `proposals.csv E14, F14` where every changed value has a cell of its own, else the row.
  private static func place(_ change: InputChange) -> Words {
    let cells = change.fields.compactMap(\.at)
    if change.step == .edited, !cells.isEmpty, cells.count == change.fields.count {
      return Dictionary(grouping: cells, by: \.file).sorted { $0.key < $1.key }.map {
        Words($0.key) + .markup(" ") + $0.value.map { Words($0.at) }.joined(", ", ", ")
      }.joined("; ", "; ")
    }
    guard let place = change.after ?? change.before else { return .none }
    return place.at.isEmpty ? Words(place.file) : Words(place.file) + .markup(" ") + told(place.at)
  }

  /// A place as the language names it: `row 3`, `policy.currency (line 4)`; cells stay as they are.
  private static func told(_ at: String) -> Words {
    if let match = at.wholeMatch(of: /row (\d+)/) {
      return EditText.row(["n": Words(String(match.1))])
    }
    if let match = at.wholeMatch(of: /(.+) \(line (\d+)\)/) {
      return Words(String(match.1)) + .markup(" ") + EditText.line(["n": Words(String(match.2))])
    }
    return Words(at)
  }
}
