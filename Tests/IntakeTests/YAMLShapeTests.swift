import Testing

@testable import Intake

@Suite("The shape of YAML files")
struct YAMLShapeTests {
  /// Lists of lists of one alias each: written out they have 6^21 values, and to hash one as a key writes it out.
  private static let bomb =
    (1...20).reduce("a0: &a0 [x, y]\n") {
      $0
        + "a\($1): &a\($1) [\(Array(repeating: "*a\($1 - 1)", count: 6).joined(separator: ", "))]\n"
    }

  @Test(arguments: [
    "k: [*a20, *a20: CNY]\n", "? *a20\n: v\n", "*a20 : v\n", "k: {*a20: v}\n", "k: {*a20\n: v}\n",
    "k: {*a20 # why\n : v}\n", "k: {[*a20]: v}\n", "k: {[*a20]\n: v}\n", "k: {[*a20] #\n : v}\n",
    "k: {[\"x #\", *a20]: v}\n", "k: {\t*a20: v}\n", "k: [*a20: v\r\n]\n",
    "- [*a20: CNY\n  years:\n",
  ])
  func aKeyThatWouldBeWrittenOutIsRefused(_ key: String) {
    #expect(throws: DocumentFailure.self) {
      try YAMLDocument.read(Array((Self.bomb + key).utf8))
    }
  }

  @Test(arguments: [
    "- &a {id: P1}\n- {<<: *a, id: P2}\n", "a: &a 5\nb: *a\nc: 7\n",
    "a: &a [x]\nb: [*a, *a]\nc: {d: *a}\n",
    "- &a 1\n- *a\n- {k: *a }\n# a: b\n",
  ])
  func aliasesAsValuesAreRead(_ text: String) throws {
    #expect(try YAMLDocument.read(Array(text.utf8)).count == 1)
  }

  /// U+0085 ends a line for YAML and for no planner's program.
  @Test(arguments: ["# nothing\u{85} ", "a: 1\u{85}b: 2", "# a\u{2028}\u{2029}- x"])
  func noLineLiesBehindTheEnd(_ text: String) throws {
    for tree in try YAMLDocument.read(Array(text.utf8)) { #expect(tree.line == 1) }
  }
}
