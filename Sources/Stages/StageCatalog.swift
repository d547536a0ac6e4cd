public import Pipeline

/// Every stage there is, in the order of the pipeline: one line each.
public enum StageCatalog {
  public static let all: [any Stage.Type] = [
    Prioritise.self, Publish.self,
  ]
}
