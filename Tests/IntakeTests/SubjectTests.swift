import Records
import Testing

@testable import Intake

/// What a name that someone types stands for in a round.
@Suite struct SubjectTests {
  private static let here = Origin(file: "round.xlsx")

  private let subjects = Subjects(
    RecordSet(
      round: "r",
      regions: [
        Region(code: "CN-SX", name: "Shanxi", nameZh: "山西省", origin: here),
        Region(code: "CN-SN", name: "Shaanxi", nameZh: "陕西省", origin: here),
        Region(code: "CN-NM", name: "Inner Mongolia", nameZh: "内蒙古自治区", origin: here),
        Region(code: "CN-SX/Datong", measures: ["need_weight": 1], origin: here),
      ],
      links: [],
      offers: [
        Offer(id: "O1", donor: "CN-GD", amount: .total(5), title: "Green fund", origin: here),
        Offer(id: "X", donor: "CN-GD", amount: .total(5), title: "Green fund", origin: here),
      ],
      proposals: [
        Proposal(
          id: "P1", title: "Wind farm", titleZh: "风电场", recipient: "CN-SX", community: "Datong",
          sector: "wind", need: 5, origin: here),
        Proposal(
          id: "X", title: "Jinzhong culture", recipient: "CN-SN", sector: "t", need: 5, origin: here
        ),
      ], policy: Policy(), hasPolicy: false, horizon: 2026...2026))

  @Test(arguments: [
    ("CN-SX", Subject.region("CN-SX")), ("shanxi", .region("CN-SX")), ("山西", .region("CN-SX")),
    ("陕西省", .region("CN-SN")), (" inner-mongolia ", .region("CN-NM")), ("内蒙古", .region("CN-NM")),
    // A donor that no regions table lists.
    ("CN-GD", .region("CN-GD")), ("Datong", .community("CN-SX/Datong")),
    ("CN-SX/Datong", .community("CN-SX/Datong")), ("O1", .offer("O1")), ("p1", .proposal("P1")),
    ("Wind  Farm", .proposal("P1")), ("风电场", .proposal("P1")), ("offer:X", .offer("X")),
    ("proposal:X", .proposal("X")),
  ])
  func aNameIsReadAsOfficesWriteIt(name: String, subject: Subject) throws {
    #expect(try subjects.subject(named: name) == subject)
  }

  @Test func aNameOfTwoThingsIsNotGuessedAt() {
    #expect(throws: Subjects.Failure.ambiguous("X", names: ["offer:X", "proposal:X"])) {
      try subjects.subject(named: "X")
    }
    #expect(throws: Subjects.Failure.ambiguous("green fund", names: ["offer:O1", "offer:X"])) {
      try subjects.subject(named: "green fund")
    }
  }

  @Test(arguments: [
    ("Shnaxi", ["Shanxi"]), ("CN-SY", ["CN-SN", "CN-SX"]), ("Wnd farm", ["Wind farm"]),
    ("culture", ["Jinzhong culture"]),
    ("蒙古", ["内蒙古自治区"]), ("Atlantis", []), ("", []),
  ])
  func whatIsNotKnownIsAnsweredWithWhatIsNear(name: String, near: [String]) {
    #expect(throws: Subjects.Failure.unknown(name, near: near)) {
      try subjects.subject(named: name)
    }
  }
}
