import Foundation
import TestSupport
import Testing

/// Lists that only who holds a key can open.
@Suite struct SealTests {
  /// A valid recipient to which nobody holds the key.
  private static let recipient = "age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq"

  /// A program that does as age does, in a way that a test can undo.
  private static let fake = """
    #!/bin/sh
    recipients=0
    while [ $# -gt 1 ]; do
      case "$1" in
        --recipient) recipients=$((recipients + 1)); shift 2 ;;
        --output) output="$2"; shift 2 ;;
        *) shift ;;
      esac
    done
    [ "$recipients" -ge 1 ] || exit 9
    { printf 'age-encryption.org/v1\\n'; tr 'A-Za-z' 'N-ZA-Mn-za-m' < "$1"; } > "$output"
    """

  private func night(program: String, recipient: String = recipient) throws -> CalendarNights {
    let night = try CalendarNights()
    try night.folder.write(program, to: "age")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: night.folder.path("age"))
    let pipeline = try String(
      contentsOfFile: night.folder.path("pipelines/nightly.yml"), encoding: .utf8)
    try night.folder.write(
      pipeline + "seal: { program: \(night.folder.path("age")), timeout-seconds: 20 }\n",
      to: "pipelines/nightly.yml")
    let municipality = try String(
      contentsOfFile: night.folder.path("pipelines/municipalities/0606.yml"), encoding: .utf8)
    try night.folder.write(
      municipality + "\nrecipients: [\(recipient)]\n", to: "pipelines/municipalities/0606.yml")
    try night.deliver("2026-10", on: "2026-11-09", 1...12)
    return night
  }

  private func run(_ night: CalendarNights) throws -> Program.Outcome {
    try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state", "--municipality", "0606", "--reference-date", "2026-11-09",
      ], in: night.folder.url)
  }

  @Test func whatPeopleOpenIsSealedAndTheRestStays() throws {
    let night = try night(program: Self.fake)
    let outcome = try run(night)
    #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    let files = try NightFixture.files(of: night.current)
    let own = Set(files.keys.filter { $0.hasPrefix("0606/") })
    let open: Set = [
      "0606/run.json", "0606/result.json", "0606/rapport.html", "0606/indicatoren.csv",
    ]
    for path in own where !open.contains(path) {
      #expect(path.hasSuffix(".csv.gz") || path.hasSuffix(".age"), "\(path) is plain")
    }
    #expect(own.contains("0606/werklijst.csv.age") && own.contains("0606/werklijst.xlsx.age"))
    #expect(own.contains("0606/brieven.csv.age"))
    #expect(own.contains("0606/terugkoppeling/waterdruppel.csv.age"))
    #expect(own.isSuperset(of: open))
    let sealed = try #require(files["0606/werklijst.csv.age"])
    #expect(sealed.starts(with: Data("age-encryption.org/v1\n".utf8)))
    #expect(String(decoding: sealed, as: UTF8.self).contains("Wnafra"), "Jansen, turned by 13")
    #expect(!String(decoding: sealed, as: UTF8.self).contains("Jansen"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: night.current.appendingPathComponent("0606/werklijst.csv.age").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try Program.run(["verify", night.current.path]).exitCode == 0)
  }

  @Test(arguments: [
    ("#!/bin/sh\nexit 1\n", Int32(74)), ("#!/bin/sh\nexit 0\n", 74),
    (
      "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --output ] && o=\"$2\"; shift; done; cp \"$1\" \"$o\"\n",
      74
    ),
    ("#!/absent/interpreter\n", 12),
  ])
  func nothingIsPublishedThatIsNotSealed(program: String, exit: Int32) throws {
    let night = try night(program: program)
    let outcome = try run(night)
    #expect(outcome.exitCode == exit, "\(outcome.complaints)")
    #expect(outcome.complaints.contains("nothing was published"))
    #expect(!FileManager.default.fileExists(atPath: night.folder.path("output/current")))
    let runs = try FileManager.default.contentsOfDirectory(
      atPath: night.folder.path("output/runs"))
    #expect(runs.allSatisfy { $0.hasSuffix(".partial") }, "\(runs)")
  }

  @Test(arguments: [
    "age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gp", "AGE1QYQSZQGP", "ssh-rsa",
    "age1", "age1bbbbbbbbbbbbbbbbbbbbbbbbbb",
  ])
  func aRecipientWithASlipIsRefused(recipient: String) throws {
    let night = try night(program: Self.fake, recipient: recipient)
    let outcome = try run(night)
    #expect(outcome.exitCode == 78)
    #expect(outcome.complaints.contains("a recipient of age"))
  }

  @Test func recipientsWithoutAProgramAreRefused() throws {
    let night = try night(program: Self.fake)
    let pipeline = try String(
      contentsOfFile: night.folder.path("pipelines/nightly.yml"), encoding: .utf8)
    let kept = pipeline.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("seal:") }
    try night.folder.write(kept.joined(separator: "\n"), to: "pipelines/nightly.yml")
    let outcome = try run(night)
    #expect(outcome.exitCode == 78)
    #expect(outcome.complaints.contains("nothing says which program seals"))
  }
}
