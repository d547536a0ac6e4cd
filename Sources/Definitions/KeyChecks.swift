import Diagnostics

extension PipelineChecks {
  /// Where the secrets stand: a file or a credential, one of the two; `nil` after a problem.
  func keys() -> (file: String, credential: String?)? {
    guard let written = node["keys"], written.isTable else { return nil }
    let file = written["file"]
    let credential = written["credential"]
    guard (file == nil) != (credential == nil) else {
      folder.problems.add(
        .contradiction, at: written.place,
        [
          "what": file == nil
            ? "nothing says where the secrets are"
            : "both a file and a credential hold the secrets",
          "hint": "write file or credential, and not both",
        ])
      return nil
    }
    guard let name = credential?.text else {
      return file?.text.map { (DefinitionPath.absolute(folder.path($0)), nil) }
    }
    // systemd allows no more in a name, and a name with a slash would be another file.
    let allowed = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
    guard allowed, !name.hasPrefix(".") else {
      folder.problems.add(
        .wrongKind, at: credential?.place ?? written.place,
        [
          "expected": "letters, digits, points, hyphens and underscores",
          "found": credential?.found ?? "",
        ])
      return nil
    }
    return ("", name)
  }
}
