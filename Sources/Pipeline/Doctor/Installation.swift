public import Model

/// What the doctor looks at: where the files of a pipeline stand, and what the program runs on.
public struct Installation: Sendable {
  /// A library as it was loaded.
  public struct Library: Sendable {
    public var name: String
    public var version: String
    /// The oldest version that works.
    public var least: String

    /// Creates a library.
    public init(name: String, version: String, least: String) {
      self.name = name
      self.version = version
      self.least = least
    }
  }

  /// A file of the state, as the module that owns it found it.
  public struct StateFile: Sendable {
    public var name: String
    /// One English sentence each; no values.
    public var problems: [String]

    /// Creates a file.
    public init(name: String, problems: [String]) {
      self.name = name
      self.problems = problems
    }
  }

  /// The pipeline as the user gave it; `nil` if none was given.
  public var pipeline: String?
  /// How many problems its definitions have.
  public var definitionProblems = 0
  public var municipalities: [MunicipalityCode] = []
  public var dataAreReal = false
  /// Absolute paths; `nil` where nobody named one.
  public var keyFile: String?
  /// The credential that ``keyFile`` is, if systemd hands the secrets over.
  public var keyCredential: String?
  public var inbox: String?
  public var output: String?
  public var state: String?
  /// Other programs that a run starts, as absolute paths.
  public var programs: [String] = []
  public var libraries: [Library] = []
  public var stateFiles: [StateFile] = []

  /// Creates an installation of which nothing is known yet.
  public init(pipeline: String? = nil) { self.pipeline = pipeline }

  /// The folders that a run writes, with their names for the report.
  var written: [(name: String, path: String)] {
    [("output", output), ("state", state)].compactMap { name, path in path.map { (name, $0) } }
  }
}
