internal import Diagnostics

/// Whether every municipality has a key, and one that nobody else knows.
struct KeyCheck: HealthCheck {
  static let name = "keys"

  private static let help = "make a key with openssl rand -hex 32 (SECURITY.md)"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    let read: () throws -> KeyFile
    if let credential = installation.keyCredential {
      read = { try KeyFile(credential: credential) }
    } else if let path = installation.keyFile {
      read = { try KeyFile(path: path) }
    } else {
      return []
    }
    let file: KeyFile
    do { file = try read() } catch let list as DiagnosticList {
      return list.diagnostics.map(finding)
    } catch let diagnostic as Diagnostic {
      return [finding(diagnostic)]
    } catch {
      return [problem("the keys cannot be used", help: Self.help, status: .keyMissing)]
    }
    let refused = installation.municipalities.compactMap { code -> Finding? in
      do {
        _ = try file.keys(for: code, dataAreReal: installation.dataAreReal)
        return nil
      } catch let diagnostic as Diagnostic {
        return finding(diagnostic)
      } catch {
        return problem(
          "municipality \(code) has no usable key", help: Self.help, status: .keyMissing)
      }
    }
    guard refused.isEmpty else { return refused }
    let count = installation.municipalities.count
    return [
      ok(
        (count == 1
          ? "the municipality has a key" : "each of the \(count) municipalities has a key")
          + (installation.dataAreReal
            ? ", and none is the published test key" : "; the data are invented"))
    ]
  }

  private func finding(_ diagnostic: Diagnostic) -> Finding {
    let place = [diagnostic.location.file, diagnostic.location.line.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let sentence = DiagnosticText.sentence(diagnostic)
    return problem(
      place.isEmpty ? sentence : "\(place): \(sentence)", help: diagnostic.code.help,
      status: .keyMissing)
  }
}
