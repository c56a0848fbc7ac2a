import Pages
import Records

/// What money brings, with its unit, number and unit apart: `45` `thousand jobs`, `4.5` `万个岗位`.
func quantity(_ indicator: Indicator, _ value: Double, money: Money) -> (number: Words, unit: Words)
{
  switch indicator {
  case .jobs:
    let (en, enUnit) =
      value >= 9_950
      ? (value / 1000, "thousand jobs") : (value, fixed(value, 0) == "1" ? "job" : "jobs")
    let (zh, zhUnit) = value >= 9_950 ? (value / 10_000, "万个岗位") : (value, "个岗位")
    return (
      .markup(
        grouped(en, decimals: value >= 9_950 && en < 99.5 && en < 10 ? 1 : 0).en,
        grouped(zh, decimals: value >= 9_950 && zh < 100 ? 1 : 0).zh), .markup(enUnit, zhUnit)
    )
  case .co2Avoided:
    let (number, unit) = tonnes(value)
    return (number, unit + .markup(" CO₂ a year", "／年"))
  case .valueAdded:
    let figure = money.figure(value)
    return (figure.number, figure.unit + .markup(" a year", "／年"))
  default:
    return (threeDigits(value), Words(indicator.text.replacing("_", with: " ")))
  }
}

/// `1.7` `Mt`, `168` `万吨`.
func tonnes(_ value: Double) -> (number: Words, unit: Words) {
  let (en, enUnit) =
    value >= 995_000 ? (value / 1e6, "Mt") : value >= 995 ? (value / 1000, "kt") : (value, "t")
  let (zh, zhUnit) = value >= 9_950 ? (value / 10_000, "万吨") : (value, "吨")
  return (
    .markup(
      grouped(en, decimals: value >= 995 && en < 9.95 ? 1 : 0).en,
      grouped(zh, decimals: value >= 9_950 && zh < 9.95 ? 1 : 0).zh),
    .markup(enUnit, zhUnit)
  )
}

/// Coal in Mt: `449 Mt`, `44 890 万吨`.
func coal(_ megatonnes: Double) -> Words {
  let decimals = megatonnes < 9.95 ? 1 : 0
  return .markup(
    grouped(megatonnes, decimals: decimals).en + "\u{A0}Mt",
    grouped(megatonnes * 100).zh + "\u{A0}万吨")
}
