import Records
import Spreadsheets

/// What a workbook's cells take, and what the program says when one is chosen.
extension Template {
  func rule(_ column: TemplateColumn, _ lists: TemplateLists) -> EntryRule {
    var message = text(column.guide.meaning)
    let unit = spokenUnit(of: column.measure)
    if !unit.isEmpty { message += "\n" + text(Bilingual("Unit: ", "单位：")) + unit }
    message += "\n" + demand(column)
    let isRequired = column.demand == .required
    let (content, answer) = content(column.entry, isRequired, lists)
    return EntryRule(
      content, answer: answer, title: text(column.names), message: message,
      errorTitle: text(column.names),
      error: error(answer, allowed(column.entry, isRequired: isRequired)))
  }

  func rule(_ setting: TemplateSetting, _ lists: TemplateLists) -> EntryRule {
    let allowed = allowed(setting.shape)
    var content = EntryRule.Content.anything
    switch setting.shape {
    case .number: content = .number(0...Self.most)
    case .signed: content = .number(-Self.most...Self.most)
    case .share: content = .number(0...1)
    case .whole(let range): content = .whole(range)
    default:
      if let formula = options(setting.shape).flatMap({ lists.formula($0) }) {
        content = .list(formula)
      }
    }
    // A profile may be one of the round's own.
    let answer: EntryRule.Answer =
      content == .anything ? .none : setting.shape == .profile ? .warning : .refusal
    let message =
      text(setting.guide.meaning) + "\n" + demand(setting.guide)
      + (allowed.isEmpty ? "" : "\n" + text(Bilingual("Allowed: ", "可填：")) + allowed)
    return EntryRule(
      content, answer: answer, title: text(setting.names), message: message,
      errorTitle: text(setting.names), error: error(answer, allowed))
  }

  /// Larger figures are slips in every unit.
  private static let most = 1e15

  private func content(
    _ entry: EntryKind, _ isRequired: Bool, _ lists: TemplateLists
  ) -> (EntryRule.Content, EntryRule.Answer) {
    func choice(_ values: [String], _ answer: EntryRule.Answer) -> (
      EntryRule.Content, EntryRule.Answer
    ) {
      lists.formula(values).map { (.list($0), answer) } ?? (.anything, .none)
    }
    switch entry {
    case .text: return (.anything, .none)
    case .region: return (.list(regionCells(lists)), .warning)
    case .regions: return (.list(regionCells(lists)), .none)
    case .sector: return choice(sectors.map(text), .warning)
    case .sectors: return choice(sectors.map(text), .none)
    case .instrument: return choice(instruments.map(text), .warning)
    case .instruments: return choice(instruments.map(text), .none)
    case .policyAreas: return choice(policyAreas.map(text), .none)
    case .yesNo: return choice(yesOrNo.map(text), .refusal)
    case .calendarYear: return (.whole(Header.possibleYears), .refusal)
    case .share: return (.number(0...1), .refusal)
    case .number: return (.number((isRequired ? 1e-9 : 0)...Self.most), .refusal)
    case .numberOfYears: return (.whole(1...100), .refusal)
    }
  }

  /// The round's regions; without a round those that planners write into the regions sheet.
  private func regionCells(_ lists: TemplateLists) -> String {
    lists.formula(regionCodes)
      ?? FormSheet.filledCells(ofSheet: name(of: .regions), column: 1, from: 2)
  }

  private func error(_ answer: EntryRule.Answer, _ allowed: String) -> String {
    switch answer {
    case .none: ""
    case .refusal:
      text(Bilingual("Only this can stand here: ", "此处只能填写：")) + allowed
    case .warning:
      text(
        Bilingual(
          "This is none of the list's values. If it is meant so, keep it; else choose from the list.",
          "列表中没有此值。确需新增可以保留，否则请从列表中选择。"))
    }
  }
}
