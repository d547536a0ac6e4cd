public import Definitions
import Diagnostics
import Model
public import Pipeline

/// Says of which person and household each signal is, inside one municipality.
///
/// - Invariant: the order of rows changes no id; contradicting signals are never one person; an
///   address alone never makes one.
/// - Complexity: O(*n* log *n*).
/// - Source: `domain-matching`.
public struct Match: MunicipalityStage {
  public static let name = "match"
  public static let summary = "Says of which person and household each signal is."
  public static let version = 2
  public static let reads: [Dataset] = [.register, .received, .normalised, .distinct]
  public static let writes: [Dataset] = [.personChanges, .linked, .matched]
  public static let settings: [Setting] = []

  public init(settings: [String: Int]) {}

  public func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws {
    let ids = tables.normalised.keys.signalID
    guard tables.received.keys.signalID == ids else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": Received.fileName, "second": Normalised.fileName])
    }
    guard tables.distinct.keys.signalID == ids else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": Normalised.fileName, "second": Distinct.fileName])
    }
    let rows = MatchRows(tables.received, tables.normalised)
    let standing = Standing(tables.distinct)
    let persons = PersonTable(
      Persons(rows, standing), rows, standing, keys: context.keys)
    tables.matched = persons.table(standing, keys: tables.normalised.keys)
    tables.personChanges = PersonChanges()
    RegisterStep.run(&tables, keys: context.keys)
  }
}
