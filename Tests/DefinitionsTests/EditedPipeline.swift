import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport

/// The shipped pipeline in a folder of its own, to be changed and loaded.
struct EditedPipeline {
  let folder: TemporaryFolder

  /// Copies the shipped definitions and their register of sources.
  init() throws {
    folder = try TemporaryFolder()
    for name in ["pipelines", "docs/sources.yml"] {
      let target = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url(name), to: target)
    }
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  /// Replaces a text that stands exactly once in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let before = try text(name)
    guard before.components(separatedBy: old).count == 2 else {
      throw EditFault(reason: "\(old) does not stand exactly once in \(name)")
    }
    try folder.write(before.replacingOccurrences(of: old, with: new), to: name)
  }

  /// Everything that is wrong with it; nothing when it loads.
  func problems() -> [Diagnostic] {
    do throws(DiagnosticList) {
      _ = try load()
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Loads it.
  func load() throws(DiagnosticList) -> PipelineDefinition {
    try PipelineLoader(knownStages: sampleStages).load(
      path: folder.path("pipelines/nightly.yml"))
  }
}

/// Why a test could not change a file.
struct EditFault: Error {
  var reason: String
}

/// The stages of the shipped pipeline; one has a setting.
let sampleStages = ["receive", "normalise", "deduplicate", "match", "prioritise", "publish"]
  .map { name in
    StageKnowledge(
      name: name,
      settings: name == "deduplicate"
        ? [Setting("repeat-months", 1...24, default: 6, unit: "months", summary: "How far back")]
        : [])
  }

/// A text with marks such as 1️⃣ taken out, and where they stood.
struct MarkedText {
  var text = ""
  /// `line:character` of each mark, in the order of the text.
  var places: [String] = []

  /// Takes the marks 1️⃣ to 9️⃣ out of a text.
  init(_ marked: String) {
    var line = 1
    var character = 1
    for piece in marked {
      let scalars = Array(piece.unicodeScalars)
      if scalars.count == 3, scalars[2] == "\u{20E3}" {
        places.append("\(line):\(character)")
        continue
      }
      text.append(piece)
      if piece.isNewline {
        (line, character) = (line + 1, 1)
      } else {
        character += scalars.count
      }
    }
  }
}
