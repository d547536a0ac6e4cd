import Diagnostics
import Foundation
import Model
@testable import Pipeline
import TestSupport
import Testing

@Suite struct DoctorTests {
  private func findings(
    _ check: String, of installation: Installation = InventedMachine.installation,
    on machine: InventedMachine
  ) -> [Finding] {
    Doctor(machine: machine).examine(installation).findings.filter { $0.check == check }
  }

  /// The verdicts of a check on a machine that a test changed.
  private func verdicts(
    _ check: String, _ change: (inout InventedMachine, inout Installation) -> Void
  ) -> [Finding.Verdict] {
    var machine = InventedMachine()
    var installation = InventedMachine.installation
    change(&machine, &installation)
    return findings(check, of: installation, on: machine).map(\.verdict)
  }

  @Test func nothingIsWrongWhereAllIsWell() {
    let checkup = Doctor(machine: InventedMachine()).examine(InventedMachine.installation)
    #expect(checkup.findings.filter { $0.verdict != .ok } == [])
    #expect(checkup.status == .complete)
    let silent = Doctor.checks.map { type(of: $0).name }.filter { name in
      name != "keys" && !checkup.findings.contains { $0.check == name }
    }
    #expect(silent == [], "these checks found nothing to say")
  }

  @Test func allIsLookedAtWhereNothingIsThere() {
    var machine = InventedMachine()
    machine.paths = ["/": InventedMachine.folder]
    machine.texts = [:]
    machine.disk = nil
    let checkup = Doctor(machine: machine).examine(InventedMachine.installation)
    let blind = ["room", "file system", "encryption", "swap", "core dumps", "clock"]
    for check in blind {
      let verdicts = Set(checkup.findings.filter { $0.check == check }.map(\.verdict))
      #expect(verdicts == [.warning], "\(check): what cannot be told is never ok")
    }
  }

  @Test func whatIsNotWellSaysWhatToDo() {
    var machine = InventedMachine()
    machine.paths = ["/": InventedMachine.folder, "/data": InventedMachine.folder]
    machine.texts = [:]
    machine.fileMask = 0o022
    machine.disk = DiskRoom(bytes: 0, files: 0)
    var installation = InventedMachine.installation
    installation.definitionProblems = 2
    installation.programs = ["/usr/bin/clamdscan"]
    installation.libraries = [.init(name: "SQLite", version: "3.9.2", least: "3.37")]
    installation.keyFile = "/data/keys"
    let found = Doctor(machine: machine).examine(installation).findings.filter { $0.verdict != .ok }
    #expect(found.count > 8)
    for finding in found { #expect(!finding.help.isEmpty, "\(finding.said)") }
    for finding in found { #expect(finding.said.hasSuffix(".") == false) }
  }

  @Test func theEndIsThatOfTheMostSpecificProblem() {
    func status(_ statuses: Diagnostics.ExitStatus...) -> Diagnostics.ExitStatus {
      Checkup(
        findings: statuses.map {
          Finding(check: "x", verdict: .problem, said: "", help: "", status: $0)
        }
      ).status
    }
    #expect(status() == .complete)
    #expect(status(.temporary) == .temporary)
    #expect(status(.temporary, .keyMissing) == .keyMissing)
    #expect(status(.keyMissing, .stateDamaged) == .stateDamaged)
    #expect(status(.stateDamaged, .definition, .temporary) == .definition)
    let warning = Finding(
      check: "x", verdict: .warning, said: "", help: "", status: .complete)
    #expect(Checkup(findings: [warning]).status == .complete)
  }

  @Test func roomIsHeldAgainstTheLastRun() {
    func verdict(free: Int, run: Int) -> [Finding.Verdict] {
      verdicts("room") { machine, installation in
        installation.state = nil
        machine.disk = DiskRoom(bytes: free, files: nil)
        machine.addFile("/data/output/current/0606/werklijst.csv", bytes: run - 1_000_000)
      }
    }
    #expect(verdict(free: 3_000_000_000, run: 1_000_000_000) == [.ok])
    #expect(verdict(free: 2_999_999_999, run: 1_000_000_000) == [.warning])
    #expect(verdict(free: 1_000_000_000, run: 1_000_000_000) == [.warning])
    #expect(verdict(free: 999_999_999, run: 1_000_000_000) == [.problem])
    // A small run needs some room all the same.
    #expect(verdict(free: 30_000_000, run: 1_000_000) == [.problem])
  }

  @Test func aDiskCanBeFullOfFiles() {
    #expect(
      verdicts("room") { machine, _ in
        machine.disk = DiskRoom(bytes: 50_000_000_000, files: 999)
      } == [.problem, .problem])
  }

  @Test(arguments: [
    (UInt32(0o700), Finding.Verdict.ok), (0o750, .problem), (0o701, .problem), (0o500, .ok),
  ])
  func whatIsWrittenIsForItsOwner(mode: UInt32, verdict: Finding.Verdict) {
    let found = verdicts("access") { machine, installation in
      machine.paths["/data/state"]?.mode = mode
      installation.inbox = nil
      installation.output = nil
    }
    #expect(found == [verdict, .ok])
  }

  @Test func aLinkInPlaceOfAFolderIsAProblem() {
    let found = verdicts("access") { machine, installation in
      machine.paths["/data/state"]?.kind = .link
      installation.inbox = nil
      installation.output = nil
    }
    #expect(found == [.problem, .ok])
  }

  @Test func aFolderThatIsNotThereYetIsMade() {
    let found = verdicts("access") { machine, installation in
      machine.paths["/data/output"] = nil
      installation.inbox = nil
      installation.state = nil
    }
    #expect(found == [.ok, .ok])
  }

  @Test func filesOfAnotherUserAreAProblem() {
    func found(user: UInt32, owners: [UInt32]) -> [Finding.Verdict] {
      verdicts("access") { machine, installation in
        machine.userID = user
        machine.paths["/data/output"]?.owner = owners[0]
        machine.paths["/data/state"]?.owner = owners[1]
        installation.inbox = nil
      }
    }
    #expect(found(user: 990, owners: [990, 990]) == [.ok, .ok, .ok])
    #expect(found(user: 990, owners: [990, 0]) == [.ok, .problem, .ok])
    // Root looks whether they are all of one user.
    #expect(found(user: 0, owners: [990, 990]) == [.ok, .ok, .ok])
    #expect(found(user: 0, owners: [990, 0]) == [.ok, .problem, .ok])
  }

  @Test func theInboxMayBeSharedWithAGroupAlone() {
    func found(_ change: (inout InventedMachine) -> Void) -> [Finding.Verdict] {
      verdicts("access") { machine, installation in
        installation.output = nil
        installation.state = nil
        change(&machine)
      }
    }
    #expect(found { $0.paths["/data/inbox"]?.mode = 0o770 } == [.ok, .ok])
    #expect(found { $0.paths["/data/inbox"]?.mode = 0o773 } == [.problem, .ok])
    #expect(found { $0.paths["/data/inbox"] = nil } == [.problem, .ok])
    #expect(found { $0.fileMask = 0o027 } == [.ok, .warning])
  }

  @Test func openFoldersOfInventedDataAreNoProblem() {
    let found = verdicts("access") { machine, installation in
      installation.dataAreReal = false
      machine.paths["/data/state"]?.mode = 0o755
      installation.inbox = nil
      installation.output = nil
    }
    #expect(found == [.warning, .ok])
  }

  @Test func theKeyFileIsForItsOwnerOrRoot() {
    func found(kind: FileSystem.Kind, owner: UInt32, mode: UInt32) -> [Finding.Verdict] {
      verdicts("access") { machine, installation in
        installation.inbox = nil
        installation.output = nil
        installation.state = nil
        installation.keyFile = "/data/keys"
        machine.paths["/data/keys"] = PathFacts(kind: kind, owner: owner, mode: mode)
      }
    }
    #expect(found(kind: .file, owner: 990, mode: 0o600) == [.ok, .ok])
    #expect(found(kind: .file, owner: 0, mode: 0o400) == [.ok, .ok])
    #expect(found(kind: .file, owner: 990, mode: 0o640) == [.problem, .ok])
    #expect(found(kind: .file, owner: 1000, mode: 0o600) == [.problem, .ok])
    #expect(found(kind: .link, owner: 990, mode: 0o600) == [.problem, .ok])
  }

  @Test func aCredentialMayShowTheAccessOfItsUser() {
    func found(owner: UInt32, mode: UInt32) -> [Finding.Verdict] {
      verdicts("access") { machine, installation in
        installation.inbox = nil
        installation.output = nil
        installation.state = nil
        installation.keyFile = "/run/credentials/voorsein-run.service/keys"
        installation.keyCredential = "keys"
        machine.paths["/run/credentials/voorsein-run.service/keys"] = PathFacts(
          kind: .file, owner: owner, mode: mode)
      }
    }
    #expect(found(owner: 0, mode: 0o440) == [.ok, .ok])
    #expect(found(owner: 990, mode: 0o400) == [.ok, .ok])
    #expect(found(owner: 0, mode: 0o444) == [.problem, .ok])
    #expect(found(owner: 1000, mode: 0o440) == [.problem, .ok])
  }

  @Test func everyMunicipalityNeedsAKeyOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let published = KeyFile.publishedTestSecret.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let own = String(repeating: "5a", count: 32)
    func statuses(_ text: String, real: Bool = true) throws -> [Diagnostics.ExitStatus] {
      var installation = InventedMachine.installation
      installation.keyFile = folder.path("keys")
      try folder.write(text, to: "keys")
      #expect(chmod(folder.path("keys"), 0o600) == 0)
      installation.dataAreReal = real
      installation.municipalities = try ["0606", "0622"].map { try #require(MunicipalityCode($0)) }
      return findings("keys", of: installation, on: InventedMachine()).map(\.status)
    }
    #expect(try statuses("0606 a \(own)\n0622 b \(own)\n") == [.complete])
    #expect(try statuses("0606 a \(own)\n") == [.keyMissing])
    #expect(try statuses("* a \(published)\n") == [.keyMissing, .keyMissing])
    #expect(try statuses("* a \(published)\n", real: false) == [.complete])
    #expect(try statuses("0606\n0622\n") == [.keyMissing, .keyMissing])
    var absent = InventedMachine.installation
    absent.keyFile = folder.path("nothing")
    #expect(findings("keys", of: absent, on: InventedMachine()).map(\.status) == [.keyMissing])
  }

  @Test(arguments: [
    ("ext4", Finding.Verdict.ok), ("xfs", .ok), ("nfs4", .problem), ("cifs", .problem),
    ("fuse.sshfs", .problem), ("9p", .problem),
  ])
  func anotherMachinesDiskIsAProblem(type: String, verdict: Finding.Verdict) {
    let found = verdicts("file system") { machine, installation in
      installation.state = nil
      machine.texts["/proc/self/mountinfo"] = """
        20 1 253:0 / / rw - ext4 /dev/mapper/root rw
        21 20 0:50 / /data rw shared:1 - \(type) somewhere rw
        """
    }
    #expect(found == [verdict])
  }

  @Test(arguments: [
    (DiskTrial.works, Finding.Verdict.ok), (.notAllowed, .warning),
    (.refused(reason: "a file cannot be locked"), .problem),
  ])
  func locksAndRenamesAreTried(outcome: DiskTrial, verdict: Finding.Verdict) {
    let found = verdicts("file system") { machine, installation in
      installation.state = nil
      machine.trialOutcome = outcome
    }
    #expect(found == [verdict])
  }

  @Test func aMirrorIsAsSafeAsItsLeastSafeDisk() {
    func found(_ first: String?, _ second: String?) -> [Finding.Verdict] {
      verdicts("encryption") { machine, installation in
        installation.state = nil
        machine.texts["/sys/dev/block/253:0/dm/uuid"] = "LVM-abc\n"
        machine.texts["/sys/dev/block/253:0/slaves/dm-1/dev"] = "253:1\n"
        machine.texts["/sys/dev/block/253:0/slaves/dm-2/dev"] = "253:2\n"
        machine.texts["/sys/dev/block/253:1/dm/uuid"] = first
        machine.texts["/sys/dev/block/253:2/dm/uuid"] = second
      }
    }
    #expect(found("CRYPT-LUKS2-a\n", "CRYPT-LUKS2-b\n") == [.ok])
    #expect(found("CRYPT-LUKS2-a\n", "LVM-b\n") == [.warning])
    #expect(found("CRYPT-LUKS2-a\n", nil) == [.warning])
  }

  @Test func aFileSystemThatHidesItsDiskIsLookedUp() {
    func found(uuid: String) -> [Finding.Verdict] {
      verdicts("encryption") { machine, installation in
        installation.state = nil
        machine.paths["/data/output"]?.device = DeviceNumber(major: 0, minor: 40)
        machine.texts["/proc/self/mountinfo"] =
          "20 1 0:40 /@ / rw - btrfs /dev/mapper/a\\040b rw\n"
        machine.links["/dev/mapper/a b"] = "/dev/dm-7"
        machine.addDisk("/dev/dm-7", DeviceNumber(major: 253, minor: 7))
        machine.texts["/sys/dev/block/253:7/dm/uuid"] = uuid
      }
    }
    #expect(found(uuid: "CRYPT-LUKS1-x\n") == [.ok])
    #expect(found(uuid: "LVM-x\n") == [.warning])
  }

  @Test func swapIsEncryptedOrAbsent() {
    func found(_ swaps: String, _ uuid: String = "") -> [Finding.Verdict] {
      verdicts("swap") { machine, _ in
        machine.texts["/proc/swaps"]? += swaps
        machine.addDisk("/dev/dm-3", DeviceNumber(major: 253, minor: 3))
        machine.texts["/sys/dev/block/253:3/dm/uuid"] = uuid
        machine.addFile("/swapfile")
      }
    }
    #expect(found("") == [.ok])
    #expect(found("/dev/zram0 partition 1 0 100\n") == [.ok])
    #expect(found("/dev/dm-3 partition 1 0 -2\n", "CRYPT-PLAIN-swap\n") == [.ok])
    #expect(found("/dev/dm-3 partition 1 0 -2\n", "LVM-swap\n") == [.warning])
    // On the encrypted disk of the machine.
    #expect(found("/swapfile file 1 0 -2\n") == [.ok])
    #expect(found("/dev/sdz1 partition 1 0 -2\n") == [.warning])
    #expect(found("/gone file 1 0 -2\n") == [.warning])
  }

  @Test func aCrashMayNotReachAProgramThatKeepsIt() {
    func found(_ pattern: String, _ settings: String? = nil) -> [Finding.Verdict] {
      verdicts("core dumps") { machine, _ in
        machine.texts["/proc/sys/kernel/core_pattern"] = pattern
        machine.texts["/etc/systemd/coredump.conf.d/off.conf"] = settings
      }
    }
    let systemd = "|/lib/systemd/systemd-coredump %P %u\n"
    #expect(found("core\n") == [.ok])
    #expect(found("|/usr/share/apport/apport %p\n") == [.problem])
    #expect(found(systemd) == [.problem])
    #expect(found(systemd, "[Coredump]\nStorage=none\n") == [.ok])
    #expect(found(systemd, "[Coredump]\nStorage=external\n") == [.problem])
  }

  @Test func theClockIsLaterThanWhatWasMade() {
    func found(_ change: (inout InventedMachine) -> Void) -> [Finding.Verdict] {
      verdicts("clock") { machine, _ in change(&machine) }
    }
    #expect(found { _ in } == [.ok])
    #expect(found { $0.secondsSinceEpoch -= 3601 } == [.problem])
    #expect(found { $0.secondsSinceEpoch -= 1_000_001 } == [.problem])
    #expect(found { $0.paths["/run/systemd/timesync/synchronized"] = nil } == [.warning])
    #expect(
      found {
        $0.paths["/run/systemd/timesync/synchronized"] = nil
        $0.addFile("/run/chrony/chronyd.pid")
      } == [.ok])
  }

  @Test func librariesAndProgramsAreThere() {
    func found(version: String, programs: [String] = []) -> [Finding.Verdict] {
      verdicts("programs") { machine, installation in
        installation.libraries = [.init(name: "SQLite", version: version, least: "3.37")]
        installation.programs = programs
        machine.executables = ["/usr/bin/clamdscan"]
      }
    }
    #expect(found(version: "3.37") == [.ok])
    #expect(found(version: "3.37.2") == [.ok])
    #expect(found(version: "10.0") == [.ok])
    #expect(found(version: "3.9.2") == [.problem])
    #expect(found(version: "unknown") == [.problem])
    #expect(found(version: "3.40", programs: ["/usr/bin/clamdscan"]) == [.ok, .ok])
    #expect(found(version: "3.40", programs: ["/usr/bin/age"]) == [.ok, .problem])
  }

  @Test func aDamagedStateIsAProblemOfItsOwn() {
    func found(_ files: [Installation.StateFile]) -> [Finding] {
      var installation = InventedMachine.installation
      installation.stateFiles = files
      return findings("state", of: installation, on: InventedMachine())
    }
    #expect(found([]).map(\.verdict) == [.ok])
    #expect(
      found([.init(name: "0606.sqlite", problems: ["it cannot be read"])]).map(\.status) == [
        .stateDamaged
      ])
  }

  @Test func whatAStoppedRunLeftIsToldUnlessOneIsAtWork() {
    func found(_ change: (inout InventedMachine) -> Void) -> [Finding.Verdict] {
      verdicts("leftovers") { machine, _ in change(&machine) }
    }
    #expect(found { _ in } == [.ok])
    #expect(
      found { $0.paths["/data/output/runs/a.partial"] = InventedMachine.folder } == [.warning])
    #expect(found { $0.paths["/data/output/private"] = InventedMachine.folder } == [.warning])
    #expect(
      found {
        $0.paths["/data/output/private"] = InventedMachine.folder
        $0.locked = ["/data/output/lock"]
      } == [.ok])
  }

  @Test func listsGrowOld() {
    func found(days: Int) -> [Finding.Verdict] {
      verdicts("last run") { machine, _ in machine.secondsSinceEpoch += days * 86_400 }
    }
    #expect(found(days: 0) == [.ok])
    #expect(found(days: 1) == [.ok])
    #expect(found(days: 2) == [.warning])
    #expect(found(days: 7) == [.problem])
    #expect(
      verdicts("last run") { machine, _ in
        machine.addFile(
          "/data/output/runs/b.refused/manifest.json", modified: InventedMachine.now - 60)
      } == [.warning])
    #expect(
      verdicts("last run") { machine, _ in
        machine.paths["/data/output/current/manifest.json"] = nil
      } == [.ok])
  }

  @Test func definitionsWithProblemsEndTheCommandSo() {
    var installation = InventedMachine.installation
    #expect(
      findings("definitions", of: installation, on: InventedMachine()).map(\.verdict) == [.ok])
    installation.definitionProblems = 1
    #expect(
      findings("definitions", of: installation, on: InventedMachine()).map(\.status)
        == [.definition])
    installation.pipeline = nil
    #expect(
      findings("definitions", of: installation, on: InventedMachine()).map(\.verdict)
        == [.warning])
  }

  @Test func thisMachineAnswers() throws {
    let machine = ThisMachine()
    let folder = try TemporaryFolder()
    let path = try folder.write("abc", to: "inner/file")
    #expect(machine.facts(of: path)?.bytes == 3)
    #expect(machine.facts(of: folder.path("nothing")) == nil)
    #expect(machine.text(of: path) == "abc")
    #expect(machine.trial(in: folder.url.path) == .works)
    #expect(machine.names(in: folder.url.path) == ["inner"], "the trial leaves nothing behind")
    #expect((machine.room(at: folder.url.path)?.bytes ?? 0) > 0)
    #expect(machine.secondsSinceEpoch > 1_700_000_000)
    #expect(machine.fileMask == machine.fileMask, "asking changes nothing")
    #expect(!machine.isLocked(path))
    #expect(!machine.canExecute(path))
    #expect(machine.text(of: "/proc/self/mountinfo")?.isEmpty == false)
  }
}
