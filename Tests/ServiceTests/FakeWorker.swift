import Foundation

/// A worker for tests: a shell script that keeps the job protocol, and misbehaves where a file tells it to.
///
/// Its plan is the bytes of the files in force, in order. A file's first word steers it:
/// `BROKEN` (its version in force stays), `CONFLICT`, `NOPLAN`, `CRASH`, `CRASHONCE` (unless it goes the other way),
/// `KILLONCE` (from outside; it knows one way only), `MEMORY`, `ABORT`, `HANG`, `GARBAGE`, `BLOATED`,
/// `PARTIAL`, `FOREIGN` (names other inputs), `GATE PATH` (waits until PATH exists).
enum FakeWorker {
  static func write(to path: String) throws {
    try script.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static let script = #"""
    job=$1
    list=$(awk '
      function value(line) { sub(/^[^:]*: "?/, "", line); sub(/"?,?$/, "", line); return line }
      /^  "files" :/ { part = "F" }
      /^  "in_force" :/ { part = "" ; inside = 1 }
      /^  "(limits|round|second_try)" :/ { part = ""; inside = 0 }
      inside && /^    "files" :/ { part = "I" }
      inside && /^    "last_good" :/ { part = "L" }
      inside && /^    "(format|round)" :/ { part = "" }
      /"hash" :/ { hash = value($0) }
      part != "" && /"name" :/ { print part, hash, value($0) }
      /^  "round" :/ { print "R", value($0), "-" }
      /^  "second_try" : true/ { print "S", "-", "-" }
    ' "$job/job.json")
    round=$(printf '%s\n' "$list" | sed -n 's/^R \(.*\) -$/\1/p')
    second=$(printf '%s\n' "$list" | awk '$1 == "S" { print "yes" }')
    mkdir -p "$job/run"
    files= good= problems= kind=planned content=
    : > "$job/plan.tmp"
    IFS='
    '
    for line in $(printf '%s\n' "$list" | grep '^F '); do
      rest=${line#F }; hash=${rest%% *}; name=${rest#* }
      first=$(head -c 200 "$job/inputs/$hash" | head -n 1 | tr -d '\000')
      state=accepted
      echo "reading $name" >&2
      case $first in
        CRASHONCE*) [ -n "$second" ] || kill -ABRT $$ ;;
        KILLONCE*)
          [ -z "$second" ] || exit 1
          [ -e "$job/killed" ] || { : > "$job/killed"; kill -9 $$; } ;;
        MEMORY*) echo "Fatal error: failed to allocate 8224 bytes of memory" >&2; kill -SEGV $$ ;;
        CRASH*) kill -9 $$ ;;
        ABORT*) echo "glp_assert: abort" >&2; kill -ABRT $$ ;;
        HANG*) sleep 600 & wait ;;
        GARBAGE*) echo '{ "kind": ' > "$job/outcome.json"; exit 0 ;;
        BLOATED*) head -c 70000000 /dev/zero > "$job/outcome.json"; exit 0 ;;
        PARTIAL*) echo half > "$job/run/plans.json"; exit 0 ;;
        GATE*) while [ ! -e "${first#GATE }" ]; do sleep 0.02; done ;;
        CONFLICT*) kind=conflict ;;
        NOPLAN*) kind=no-plan ;;
        FOREIGN*) foreign=yes ;;
        BROKEN*)
          state=rejected
          problems="$problems${problems:+,}{\"severity\":\"problem\",\"kind\":\"broken\",\"origin\":{\"file\":\"$name\",\"place\":{\"wholeFile\":{}}},\"others\":[],\"message\":{\"en\":\"is broken\",\"zh\":\"损坏\"}}"
          old=$(printf '%s\n' "$list" | awk -v n="$name" '($1 == "L" || $1 == "I") { h = $2; k = $1; sub(/^. [^ ]* /, ""); if ($0 == n && (k == "L" || !found)) found = h } END { print found }')
          if [ -n "$old" ]; then
            state=last-good-in-force
            good="$good${good:+,}{\"name\":\"$name\",\"hash\":\"$old\",\"keys\":{},\"whole\":true}"
            { printf '== %s\n' "$name"; cat "$job/inputs/$old"; } >> "$job/plan.tmp"
          fi ;;
      esac
      [ $state != accepted ] || { printf '== %s\n' "$name"; cat "$job/inputs/$hash"; } >> "$job/plan.tmp"
      size=$(wc -c < "$job/inputs/$hash" | tr -d ' ')
      files="$files${files:+,}{\"name\":\"$name\",\"hash\":\"$hash\",\"size\":$size,\"state\":\"$state\",\"records\":{}}"
    done
    [ -z "$foreign" ] || files=
    mv "$job/plan.tmp" "$job/run/plans.json"
    echo "<html></html>" > "$job/run/report.html"
    printf '%s\n' "{\"format\":\"jetb.inputs/1\",\"round\":\"$round\",\"files\":[$files],\"last_good\":[$good]}" > "$job/run/inputs.json"
    printf '%s\n' "{\"format\":\"jetb.outcome/1\",\"kind\":\"$kind\",\"files\":[$files],\"last_good\":[$good],\"problems\":[$problems]}" > "$job/outcome.tmp"
    mv "$job/outcome.tmp" "$job/outcome.json"
    """#
}
