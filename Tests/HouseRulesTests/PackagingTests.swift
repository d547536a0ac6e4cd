import Foundation
import TestSupport
import Testing

/// The parts of the Debian package fit each other.
///
/// Whether it can be built, installed, run and purged is for `make check-deb`.
@Suite struct PackagingTests {
  private static let units = SourceTree.texts.filter {
    $0.path.hasPrefix("packaging/systemd/")
      && ($0.path.hasSuffix(".service") || $0.path.hasSuffix(".timer"))
  }
  private static let services = units.filter { $0.path.hasSuffix(".service") }
  private static let timers = units.filter { $0.path.hasSuffix(".timer") }

  private func text(_ path: String) throws -> String {
    try #require(SourceTree.text(of: path), "\(path) is not there")
  }

  private func sandbox() throws -> String {
    try text("packaging/systemd/voorsein-.service.d/50-sandbox.conf")
  }

  /// The folders that installing makes, with their mode and owner.
  private func folders() throws -> [String: String] {
    let lines = try text("packaging/tmpfiles.conf").split(separator: "\n").filter {
      $0.hasPrefix("d ")
    }
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[1], words[2...4].joined(separator: " ").replacing(":", with: ""))
      })
  }

  /// The values of a setting in a unit.
  private func values(_ key: String, in text: String) -> [String] {
    text.matches(of: "^\(key)=(.*?)$")
  }

  /// Paths of this program outside `/usr`.
  private func ownPaths(in text: String) -> [String] {
    text.matches(of: #"(?<![\w.])((?:/etc|/var/lib)/[\w./-]*\w)"#)
  }

  @Test func everyPathOfAUnitIsMadeOnInstalling() throws {
    let folders = try folders()
    let files =
      Self.units.map { ($0.path, $0.text) }
      + [("sandbox", try sandbox()), ("cron", try text("packaging/example/cron"))]
      + [("nightly.yml", try text("packaging/example/nightly.yml"))]
    var found = 0
    for (name, text) in files {
      let settings = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      for path in ownPaths(in: settings.joined(separator: "\n")) {
        found += 1
        let isBelow = folders.keys.contains { path == $0 || path.hasPrefix($0 + "/") }
        #expect(isBelow, "\(name) names \(path), which packaging/tmpfiles.conf does not make")
      }
    }
    #expect(found > 10)
  }

  @Test func whatHoldsPersonalDataIsForTheUserOfTheRun() throws {
    let user = try #require(text("packaging/sysusers.conf").matches(of: #"^u (\w+) "#).first)
    let sandbox = try sandbox()
    #expect(values("User", in: sandbox) == [user])
    #expect(values("UMask", in: sandbox) == ["0077"])
    let folders = try folders()
    for path in values("ReadWritePaths", in: sandbox) {
      #expect(folders[path] == "0700 \(user) \(user)")
    }
    for (path, access) in folders where path.hasPrefix("/var/") {
      #expect(access == "0700 \(user) \(user)", "\(path)")
    }
  }

  @Test func theSandboxIsClosed() throws {
    let sandbox = try sandbox()
    let needed = [
      "ProtectSystem": "strict", "PrivateNetwork": "yes", "NoNewPrivileges": "yes",
      "MemoryDenyWriteExecute": "yes", "CapabilityBoundingSet": "", "LimitCORE": "0",
      "RestrictAddressFamilies": "none", "PrivateUsers": "yes", "ProtectHome": "yes",
    ]
    for (key, value) in needed { #expect(values(key, in: sandbox) == [value], "\(key)") }
    for service in Self.services {
      for key in needed.keys {
        #expect(values(key, in: service.text).isEmpty, "\(service.path): \(key)")
      }
    }
    #expect(values("SystemCallFilter", in: sandbox).first == "@system-service")
  }

  @Test func systemdFindsLittleExposed() throws {
    #expect(Self.services.count >= 3)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else { return }
    for service in Self.services {
      let said = try SourceTree.run(
        "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=9",
        Repository.url(service.path).path)
      let level = String(decoding: said, as: UTF8.self).matches(
        of: #"exposure level for \S+: ([0-9.]+)"#)
      #expect(level.first.flatMap(Double.init).map { $0 < 1 } == true, "\(service.path): \(level)")
    }
  }

  @Test func everyTimerStartsAServiceInTheNight() throws {
    #expect(Self.timers.count >= 2)
    for timer in Self.timers {
      let service = timer.path.replacing(".timer", with: ".service")
      #expect(SourceTree.text(of: service) != nil, "\(timer.path) starts nothing")
      let times = values("OnCalendar", in: timer.text)
      #expect(times.allSatisfy { $0.hasSuffix(" Europe/Amsterdam") } && times.count == 1)
      #expect(values("Persistent", in: timer.text) == ["true"])
      #expect(values("WantedBy", in: timer.text) == ["timers.target"])
    }
    for service in Self.services {
      #expect(values("Description", in: service.text).count == 1)
      #expect(values("Documentation", in: service.text).count == 1)
      #expect(
        !service.text.contains("[Install]"), "\(service.path) is started by a timer or by hand")
    }
  }

  @Test func cronDoesWhatTheTimersDo() throws {
    let jobs = try text("packaging/example/cron").matches(
      of: #"voorsein umask 077; ulimit -c 0; (.*?)$"#)
    let started = try Self.timers.map { timer in
      let service = try text(timer.path.replacing(".timer", with: ".service"))
      return try #require(values("ExecStart", in: service).first).replacing("/usr/bin/", with: "")
    }
    #expect(Set(jobs) == Set(started))
  }

  @Test func onlyTemporaryEndsAreTriedAgain() throws {
    let exits = try text("Sources/Diagnostics/ExitStatus.swift").matches(
      of: #"case \w+ = ([0-9]+)"#)
    let run = try text("packaging/systemd/voorsein-run.service")
    #expect(values("SuccessExitStatus", in: run) == ["3"])
    let final = try #require(values("RestartPreventExitStatus", in: run).first).split(
      separator: " ")
    #expect(Set(final.map(String.init)) == Set(exits).subtracting(["0", "3", "11", "75"]))
  }

  @Test func theExampleNightIsThatOfTheRepositoryWithoutItsKey() throws {
    let example = try text("packaging/example/nightly.yml")
    let shipped = try text("pipelines/nightly.yml")
    for key in ["feeds", "municipalities", "stages"] {
      func list(_ text: String) -> [String] {
        (text.matches(of: "^\(key):\n((?:  - .*?\n)+)").first ?? "").matches(of: #"- ("?[\w-]+"?)"#)
      }
      #expect(list(example) == list(shipped) && !list(example).isEmpty, "\(key)")
    }
    #expect(example.contains("\ndata: real"))
    for file in SourceTree.texts where file.path.hasPrefix("packaging/") {
      #expect(!file.text.contains("test.keys"), "\(file.path) names the published key")
    }
  }

  @Test func everyPackageIsNamedWithItsLicense() throws {
    let packages = try text("Package.swift").matches(
      of: #"\.package\(url: "https://[^"]*/([^"/]+)""#)
    #expect(packages.count >= 5)
    let copyright = try text("packaging/copyright")
    let bill = try text("Scripts/write-sbom")
    for name in packages {
      #expect(copyright.contains("\nFiles: \(name)\n"), "packaging/copyright does not name \(name)")
      #expect(
        bill.contains("\"\(name)\": "), "Scripts/write-sbom does not know the license of \(name)")
    }
  }

  @Test func theDutchManualNamesEveryExitCode() throws {
    let manual = try text("packaging/man/nl/voorsein.1")
    let exits = try text("Sources/Diagnostics/ExitStatus.swift").matches(
      of: #"case \w+ = ([0-9]+)"#)
    for code in exits {
      #expect(manual.contains(pattern: #"(?m)^\.BR? .*\b\#(code)\b"#), "exit code \(code)")
    }
    let macros = Set(manual.matches(of: #"^\.([A-Za-z]+)"#))
    #expect(macros.isSubset(of: ["TH", "SH", "B", "BR", "I", "TP", "PP", "br"]), "\(macros)")
  }

  @Test func theScriptsOfThePackageCanBeRead() throws {
    for name in ["postinst", "prerm", "postrm"] {
      let path = "packaging/\(name)"
      #expect(try text(path).hasPrefix("#!/bin/sh\nset -e\n"), "\(path)")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-n", Repository.url(path).path]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(path)")
    }
    // State and lists are never removed by the package, only empty folders.
    let removal = try text("packaging/postrm").split(separator: "\n").filter {
      $0.contains("rm ") && !$0.contains("echo")
    }
    #expect(removal.allSatisfy { !String($0).contains(pattern: #"rm\s+-\w*r"#) })
  }
}
