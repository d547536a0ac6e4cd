import Definitions
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DeliveryScannerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func verdict(_ script: String, timeout: Int = 60) throws -> DeliveryScanner.Verdict {
    let program = try folder.write(script, to: "scan.sh")
    let file = try folder.write("content", to: "file")
    return DeliveryScanner(
      ScanDefinition(command: ["/bin/sh", program, "{file}"], timeoutSeconds: timeout)
    ).look(at: file)
  }

  @Test func theExitStatusDecides() throws {
    #expect(try verdict("exit 0") == .clean)
    #expect(try verdict("exit 1") == .refused)
    #expect(try verdict("exit 2") == .failed(reason: "it ended with exit status 2"))
    #expect(try verdict("exit 255") == .failed(reason: "it ended with exit status 255"))
    #expect(try verdict("kill -TERM $$") == .failed(reason: "it was stopped by signal 15"))
  }

  @Test func theProgramGetsTheFileAndNothingElse() throws {
    #expect(try verdict(#"test "$#" = 1 && test "$(cat "$1")" = content"#) == .clean)
    #expect(try verdict(#"test -z "$(cat)""#) == .clean)
    #expect(
      try verdict(#"test "$LC_ALL" = C && test -n "$PATH" && test -z "$HOME$USER$LANG""#) == .clean)
  }

  @Test func aProgramThatIsNotThereIsNoProof() throws {
    let file = try folder.write("content", to: "file")
    let absent = DeliveryScanner(
      ScanDefinition(command: [folder.path("absent"), "{file}"], timeoutSeconds: 1))
    guard case .failed(let reason) = absent.look(at: file) else { return #expect(Bool(false)) }
    #expect(reason.hasPrefix("the program cannot be started"))
    let text = try folder.write("not a program", to: "text")
    let wrong = DeliveryScanner(ScanDefinition(command: [text, "{file}"], timeoutSeconds: 1))
    guard case .failed = wrong.look(at: file) else { return #expect(Bool(false)) }
  }

  /// A program that never ends is ended, with what it started.
  @Test func aProgramThatHangsIsEnded() throws {
    let started = folder.path("started")
    let verdict = try verdict(
      """
      mkfifo \(folder.path("pipe"))
      sh -c 'echo $$ > \(started); exec cat \(folder.path("pipe"))' &
      wait
      """, timeout: 1)
    #expect(verdict == .failed(reason: "it did not end in time (timeout-seconds: 1)"))
    let text = try String(contentsOfFile: started, encoding: .utf8)
    let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Ended, or waiting to be collected by whoever inherited it.
    func isGone() -> Bool {
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      return kill(process, 0) != 0 || status?.contains(") Z") != false
    }
    for _ in 0..<1_000_000 where !isGone() { sched_yield() }
    #expect(isGone())
  }
}
