public import Pipeline

/// Every stage, one line each, in the order of a run.
public enum StageCatalog {
  /// The stages.
  public static let all: [any Stage.Type] = [
    Receive.self,
    Normalise.self,
    Deduplicate.self,
    Match.self,
    Prioritise.self,
    Publish.self,
  ]
}
