import Pages
import Plans
import Records

/// What would fund a proposal that gets too little: what its offers lack, and the smallest changes that win.
struct WinningWords {
  let names: Names

  /// The changes that win, each alone: `5 % less asked`, `12 % more benefit per million`.
  func changes(_ winning: WinningChange) -> [Words] {
    [
      winning.lessNeed.map { WinningText.lessAsked(["share": share($0)]) },
      winning.moreBenefit.map { WinningText.moreBenefit(["share": share($0)]) },
    ].compactMap { $0 }
  }

  /// What of the two does not help alone; none where both do.
  func noHelp(_ winning: WinningChange) -> Words {
    switch (winning.lessNeed, winning.moreBenefit) {
    case (nil, nil): WinningText.none.words
    case (nil, _): WinningText.lessAskedAlone.words
    case (_, nil): WinningText.moreBenefitAlone.words
    default: .none
    }
  }

  /// What each offer lacks: `GD-FUND: does not give this instrument`.
  func lack(_ lack: Lack) -> Words {
    let text: LackText =
      switch lack.lacks {
      case .instrument: .instrument
      case .sector: .sector
      case .recipient: .recipient
      case .forbidden: .forbidden
      case .itself: .itself
      case .year: .year
      }
    return text([
      "offer": names.called(lack.offer), "year": lack.year.map { .markup(String($0)) } ?? .none,
    ])
  }
}

enum WinningText: String, Phrase {
  case lessAsked = "{share} less asked ‖ 申请额减少 {share}"
  case moreBenefit = "{share} more benefit per million ‖ 单位效益提高 {share}"
  case lessAskedAlone = "asking for less alone does not help ‖ 仅减少申请额无济于事"
  case moreBenefitAlone = "more benefit alone does not help ‖ 仅提高效益无济于事"
  case none = "no change that was tried ‖ 所试变化均不能入选"
}

enum LackText: String, Phrase {
  case instrument = "{offer}: gives in a way that it does not accept ‖ 不接受{offer}的资助方式"
  case sector = "{offer}: not for its sector ‖ {offer}不资助该领域"
  case recipient = "{offer}: not for its region ‖ {offer}不资助该地区"
  case forbidden = "{offer}: the policy forbids the pair ‖ {offer}：规则禁止该结对"
  case itself = "{offer}: from its own region ‖ {offer}来自本地区"
  case year = "{offer}: no money in {year} ‖ {offer} {year} 年没有资金"
}
