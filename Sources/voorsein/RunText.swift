import Diagnostics
import Model
import Pipeline

/// How a run that ended is told to people.
enum RunText {
  /// Says what became of the rows and where the lists are.
  static func say(_ result: RunResult) {
    if result.nothingNew {
      Console.say("nothing new: this run was published before, in \(result.folder)")
      return
    }
    let counts = result.manifest.counts
    let fates = Fate.allCases.compactMap { fate -> String? in
      guard let count = counts.byFate[fate.rawValue], count > 0 else { return nil }
      return "\(count) \(fate.rawValue)"
    }
    Console.say("\(counts.rows) rows: \(fates.joined(separator: ", "))")
    Console.say("run \(result.manifest.runID) in \(result.folder)")
    if result.status == .incomplete {
      Console.say("the lists are marked \"onvolledig\": something was set aside or is late")
    }
  }
}
