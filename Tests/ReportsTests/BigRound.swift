import Plans
import Records
import Round

@testable import Reports

/// A generated round of a national size in names and figures: seven donors, ten regions, thirty proposals.
enum BigRound {
  static let here = Origin(file: "generated.xlsx", place: .row(sheet: "Sheet1", row: 2))

  private static let donors = [
    ("CN-GD", "Guangdong", "广东"), ("CN-JS", "Jiangsu", "江苏"), ("CN-ZJ", "Zhejiang", "浙江"),
    ("CN-SH", "Shanghai", "上海"), ("CN-BJ", "Beijing", "北京"), ("CN-SD", "Shandong", "山东"),
    ("CN-TJ", "Tianjin", "天津"),
  ]
  private static let recipients = [
    ("CN-SX", "Shanxi", "山西", 1300.0), ("CN-NM", "Inner Mongolia", "内蒙古", 1200),
    ("CN-SN", "Shaanxi", "陕西", 760), ("CN-XJ", "Xinjiang", "新疆", 460),
    ("CN-GZ", "Guizhou", "贵州", 130), ("CN-NX", "Ningxia", "宁夏", 98), ("CN-HA", "Henan", "河南", 100),
    ("CN-GS", "Gansu", "甘肃", 60), ("CN-YN", "Yunnan", "云南", 70), ("CN-QH", "Qinghai", "青海", 10),
  ]
  private static let works = [
    ("pumped storage", "抽水蓄能电站"), ("solar on subsided land", "采煤沉陷区光伏"),
    ("retraining of miners", "矿工转岗培训"), ("culture and tourism", "文化旅游"),
    ("green hydrogen", "绿氢制备"), ("data centre", "数据中心"),
  ]

  static func records(policy: Policy = Policy(), hasPolicy: Bool = true) -> RecordSet {
    var random = Generator(state: 20_260_101)
    let regions =
      donors.map { Region(code: RegionCode($0.0), name: $0.1, nameZh: $0.2, origin: here) }
      + recipients.map {
        Region(
          code: RegionCode($0.0), name: $0.1, nameZh: $0.2, measures: ["need_weight": $0.3],
          origin: here)
      }
    let links = donors.flatMap { donor in
      recipients.prefix(4).map { recipient in
        Link(
          donor: RegionCode(donor.0), recipient: RegionCode(recipient.0),
          coalMt: random.whole(2...150), existingPairing: random.whole(0...3) == 0, origin: here)
      }
    }
    let instruments: [Instrument] = ["grant", "concessional-loan", "equity"]
    let offers =
      donors.enumerated().flatMap { place, donor in
        instruments.map { instrument in
          Offer(
            id: OfferID("O-\(donor.0)-\(instrument.text)"), donor: RegionCode(donor.0),
            instrument: instrument,
            amount: .byYear(
              Dictionary(
                uniqueKeysWithValues: (2026...2030).map {
                  ($0, random.whole(50...500) * (place < 4 ? 1 : 0.4))
                })), maxSharePerRecipient: 0.5, policyAreas: ["grid-access", "reskilling"],
            title: "\(donor.1) \(instrument.text) programme",
            basis: place == 5 ? "estimated" : "announced", origin: here)
        }
      } + [
        Offer(
          id: "X1", donor: "CN-SH", instrument: .expertise, amount: .total(240),
          policyAreas: ["reskilling"], origin: here)
      ]
    let proposals = recipients.enumerated().flatMap { place, recipient in
      (0..<3).map { number in
        let work = works[(place + number * 2) % works.count]
        let need = random.whole(200...3000) * (place < 4 ? 1 : 0.4)
        return Proposal(
          id: ProposalID("P-\(recipient.0)-\(number)"), title: "\(recipient.1) \(work.0)",
          titleZh: recipient.2 + work.1, recipient: RegionCode(recipient.0),
          community: place == 0 ? ["Datong", "Jinzhong", "Linfen"][number] : nil,
          sector: Sector(work.0.replacing(" ", with: "-")), need: need,
          draw: .span(start: 2026 + number, years: 3),
          benefits: [
            .jobs: random.whole(200...4000), .co2Avoided: random.whole(10_000...900_000),
            .valueAdded: need * 0.2,
          ], policyAreas: number == 0 ? ["reskilling"] : [], expertiseMonths: number == 0 ? 24 : 0,
          basis: number == 1 ? "estimated" : "announced", origin: here)
      }
    }
    return RecordSet(
      round: "national-2026", regions: regions, links: links, offers: offers, proposals: proposals,
      policy: policy, hasPolicy: hasPolicy, horizon: 2026...2030)
  }

  static var policy: Policy {
    var policy = Policy()
    policy.title = "National round 2026"
    return policy
  }

  /// The random numbers of this file: the same on every machine.
  private struct Generator {
    var state: UInt64

    mutating func whole(_ range: ClosedRange<Int>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(range.lowerBound + Int(state >> 33) % range.count)
    }
  }
}
