import Pages
import Plans
import Records

/// One pairing and what its line unfolds to.
struct PairingRow: Templated {
  struct Payment {
    let title: Words
    let amount: Words
    let need: Words
  }

  struct Year {
    let year: String
    let column: Markup
    let amount: Words
  }

  let rank: Int
  let open: Bool
  /// Unfolded in print.
  let printed: Bool
  let donor: Words
  let recipient: Words
  let amount: Words
  let bar: Markup
  let benefit: Words
  let last: Words
  let paysHead = PairingText.pays.words
  let payments: [Payment]
  let years: [Year]
  let instruments: Words
  let bringsHead = PairingText.brings.words
  let brings: [Words]
  let whyHead = PairingText.why.words
  let hasReasons: Bool
  let reasons: [Words]
  let limitsHead = PairingText.limits.words
  let hasLimits: Bool
  let limits: [Words]

  static let template = """
    <li><details{{#open}} open{{/open}}{{#printed}} class="pr"{{/printed}}>\
    <summary><span class="rk">{{rank}}</span><span class="who"><span class="d">{{{donor}}}</span> \
    <span class="ar">→</span> <span class="r">{{{recipient}}}</span></span><span class="am">{{{amount}}}</span>\
    <span class="bb">{{{bar}}}</span><span class="be">{{{benefit}}}</span><span class="pn">{{{last}}}</span></summary>
    <div class="body"><div><h3 class="h4">{{{paysHead}}}</h3><table>{{#payments}}<tr><th scope="row">{{{title}}}</th>\
    <td>{{{amount}}}</td><td class="dim">{{{need}}}</td></tr>{{/payments}}</table>
    <table class="years"><tr>{{#years}}<td>{{{column}}}{{{amount}}}<small>{{year}}</small></td>{{/years}}</tr></table>
    <p class="note">{{{instruments}}}</p></div>
    <div><h3 class="h4">{{{bringsHead}}}</h3><ul>{{#brings}}<li>{{{.}}}</li>{{/brings}}</ul>\
    {{#hasReasons}}<h3 class="h4">{{{whyHead}}}</h3><ul>{{#reasons}}<li>{{{.}}}</li>{{/reasons}}</ul>{{/hasReasons}}\
    {{#hasLimits}}<h3 class="h4">{{{limitsHead}}}</h3><ul>{{#limits}}<li>{{{.}}}</li>{{/limits}}</ul>{{/hasLimits}}\
    </div></div></details></li>
    """

  init(
    _ pairing: Pairing, facts: Facts, reasons: PairingReasons, mostBenefit: Double,
    showsStability: Bool
  ) {
    let money = facts.money
    rank = pairing.rank
    open = pairing.rank == 1
    printed = pairing.rank <= 3
    donor = facts.name(pairing.donor)
    recipient = facts.name(pairing.recipient)
    amount = money.cell(pairing.amount)
    bar = Drawing.bar(mostBenefit > 0 ? pairing.benefit / mostBenefit : 0, "ink", track: false)
    benefit = pairing.benefit >= 99.5 ? grouped(pairing.benefit) : threeDigits(pairing.benefit)
    last =
      showsStability
      ? pairing.stability.map { share($0) } ?? .markup("–")
      : grouped(Double(pairing.proposals.count))
    payments = facts.payments(pairing).map { payment in
      let need = facts.names.proposal(payment.proposal)?.need ?? 0
      return Payment(
        title: Words(facts.names.title(payment.proposal)), amount: money.cell(payment.amount),
        need: need > 0
          ? PairingText.ofNeed(["share": share(payment.amount / need)])
            + facts.estimates.mark(payment.proposal) : .none)
    }
    let highest = pairing.byYear.values.max() ?? 0
    years = facts.round.years.map { year in
      let amount = pairing.byYear[String(year)] ?? 0
      return Year(
        year: String(year),
        column: Drawing.column(
          placed: highest > 0 ? amount / highest : 0, offered: 0, small: true),
        amount: money.cell(amount))
    }
    instruments =
      pairing.byInstrument.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { instrumentName($0.key) + .markup(" ") + money.bare($0.value) }
      .joined(", ", "，").capitalised
    brings = Self.brings(pairing, facts: facts)
    self.reasons = reasons.why(pairing)
    hasReasons = !self.reasons.isEmpty
    limits = reasons.limits(pairing)
    hasLimits = !limits.isEmpty
  }

  private static func brings(_ pairing: Pairing, facts: Facts) -> [Words] {
    let mark = facts.estimates.mark(pairing.proposals)
    let order =
      Indicator.usual + pairing.indicators.keys.filter { !Indicator.usual.contains($0) }.sorted()
    var lines = order.compactMap { indicator -> Words? in
      guard let value = pairing.indicators[indicator], value > 0 else { return nil }
      return whatMoneyBrings(indicator, value, facts.money) + mark
    }
    if lines.isEmpty { lines.append(PairingText.nothingCounted.words) }
    if pairing.personMonths > 0 {
      lines.append(PairingText.months(count: Int(pairing.personMonths.rounded())))
    }
    if !pairing.policyAreas.isEmpty {
      lines.append(
        PairingText.areas([
          "areas": pairing.policyAreas.map { fieldName($0.text) }.joined(", ", "、")
        ]))
    }
    return lines
  }
}

/// `12 jobs`, `CNY 3 M of value added a year`.
/// - Parameter sign: what stands before the number.
func whatMoneyBrings(
  _ indicator: Indicator, _ value: Double, _ money: Money, sign: Words = .none
) -> Words {
  switch indicator {
  case .valueAdded:
    return QuantityText.valueAdded(["amount": sign + money.prose(value)])
  case .co2Avoided:
    let amount = tonnes(value)
    return QuantityText.avoided([
      "amount": sign + amount.number + .markup("\u{A0}") + amount.unit
    ])
  default:
    let amount = quantity(indicator, value, money: money)
    return sign + amount.number + .markup("\u{A0}") + amount.unit
  }
}

/// A way of giving by its usual name; the planners' own stay as they are.
func instrumentName(_ instrument: Instrument) -> Words { Words(instrumentText(instrument)) }

func instrumentText(_ instrument: Instrument) -> Bilingual {
  InstrumentText.allCases.first { $0.text.en.replacing(" ", with: "-") == instrument.text }?.text
    ?? Bilingual(en: instrument.text, zh: instrument.text)
}

enum InstrumentText: String, Phrase {
  case grant = "grant ‖ 赠款"
  case concessionalLoan = "concessional loan ‖ 优惠贷款"
  case loan = "loan ‖ 贷款"
  case equity = "equity ‖ 股权投资"
  case guarantee = "guarantee ‖ 担保"
  case expertise = "expertise ‖ 专家支持"
}

enum QuantityText: String, Phrase {
  case valueAdded = "{amount} of value added a year ‖ 增加值每年 {amount}"
  case avoided = "{amount} of CO₂ avoided a year ‖ 每年减排 CO₂ {amount}"
}
