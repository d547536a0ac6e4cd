internal import Diagnostics
public import Model

/// Looks things up in a finished run.
public struct RunReader: Sendable {
  /// Why one household stands where it stands.
  ///
  /// Holds no name and no address.
  public struct Explanation: Encodable, Sendable {
    public var municipality: String
    public var household: Household
    public var signals: [Signal]

    public struct Household: Encodable, Sendable {
      public var id: String
      public var rank: Int
      public var priorityClass: String
      public var deadline: String
      public var firstAttemptBy: String
      public var clockStartedOn: String
      public var means: [String]
      public var partnerTypes: [String]
      public var totalCents: Int64
      public var matchKinds: [String]
      public var reasons: [String]
      public var ruleSet: String
    }

    public struct Signal: Encodable, Sendable {
      public var id: String
      public var personID: String
      public var feed: String
      public var delivery: String
      public var row: Int
      public var partnerType: String
      public var kind: String
      public var amountCents: Int64
      public var signalledOn: String
      public var receivedAt: String
      public var disposition: String
      public var sameAs: String
      public var matchGrade: String
      public var matchWeight: String
      public var evidence: String
      /// What the register says of the person, and all that holds there.
      public var registerOutcome: String
      public var registerFlags: [String]
      public var quality: [String]
    }
  }

  private let folder: String

  /// Names a run's folder, such as `output/current`, or the folder of one municipality in it.
  public init(folder: String) { self.folder = folder }

  /// The day the run is about; `nil` if the folder is of no run.
  public var referenceDate: CalendarDate? {
    (try? RunManifest(path: folder + "/manifest.json")).flatMap {
      CalendarDate(iso: $0.referenceDate)
    }
  }

  /// Explains a signal, a person or a household: its whole household is told.
  ///
  /// - Parameter id: 32 hexadecimal digits.
  /// - Returns: One explanation, or several when a person's signals stand in several households.
  /// - Throws: A diagnostic if the run does not hold the id, or its files are damaged.
  /// - Complexity: O(*n*) in the signals of the municipalities that are searched.
  public func explain(_ id: String) throws -> [Explanation] {
    try requireIdentifier(id)
    for folder in municipalityFolders() {
      var tables = MunicipalityTables()
      let files = MunicipalityFiles(folder: folder)
      for dataset in [Dataset.received, .normalised, .distinct, .matched, .prioritised] {
        try files.read(dataset, into: &tables, stage: "explain")
      }
      let households = households(of: id, in: tables)
      if households.isEmpty { continue }
      return households.map { explanation(of: $0, tables, FileSystem.name(of: folder)) }
    }
    throw Diagnostic(
      .notFound, ["what": "the id", "hint": "ids of another run or municipality differ"])
  }

  func requireIdentifier(_ id: String) throws {
    guard Identifier<Never>(id) != nil else {
      throw Diagnostic(
        .usage,
        ["what": "an id has 32 hexadecimal digits", "hint": "copy it from a list or stage file"])
    }
  }

  /// What the run says of itself, also when the folder is of one municipality in it.
  var manifest: RunManifest? {
    (try? RunManifest(path: folder + "/manifest.json"))
      ?? (try? RunManifest(path: folder + "/../manifest.json"))
  }

  /// The folders of its municipalities, by code.
  func municipalityFolders() -> [String] {
    if FileSystem.exists(folder + "/run.json") { return [folder] }
    return (FileSystem.names(in: folder) ?? []).filter { MunicipalityCode($0) != nil }.map {
      folder + "/" + $0
    }
  }

  private func households(of id: String, in tables: MunicipalityTables) -> [Int] {
    var wanted: Set<HouseholdID> = []
    for row in 0..<tables.matched.count {
      let household = tables.matched.householdID[row]
      if tables.matched.keys.signalID[row].description == id
        || tables.matched.personID[row].description == id || household.description == id
      {
        wanted.insert(household)
      }
    }
    return tables.prioritised.householdID.indices.filter {
      wanted.contains(tables.prioritised.householdID[$0])
    }
  }

  private func explanation(
    of line: Int, _ tables: MunicipalityTables, _ municipality: String
  ) -> Explanation {
    let list = tables.prioritised
    func parts(_ cell: TextCell) -> [String] {
      list.arena[cell].split(at: UInt8(ascii: "|")).map(\.string)
    }
    let household = Explanation.Household(
      id: list.householdID[line].description, rank: Int(list.rank[line]),
      priorityClass: list.priorityClass[line].rawValue, deadline: list.deadline[line].description,
      firstAttemptBy: list.firstAttemptBy[line].description,
      clockStartedOn: list.receivedAt[line].description, means: parts(list.means[line]),
      partnerTypes: parts(list.partnerTypes[line]), totalCents: list.totalCents[line],
      matchKinds: parts(list.matchKind[line]), reasons: parts(list.reasons[line]),
      ruleSet: list.arena[list.ruleSet[line]].string)
    let rows = tables.matched.householdID.indices.filter {
      tables.matched.householdID[$0] == list.householdID[line]
    }
    return Explanation(
      municipality: municipality, household: household, signals: rows.map { signal($0, tables) })
  }

  private func signal(_ row: Int, _ tables: MunicipalityTables) -> Explanation.Signal {
    let (received, matched) = (tables.received, tables.matched)
    let delivery = received.keys.deliveries[Int(received.keys.delivery[row])]
    let sameAs = tables.distinct.sameAs[row]
    let weight = Money(cents: Int64(matched.weight[row])).dutch.replacing(",", with: ".")
    return Explanation.Signal(
      id: received.keys.signalID[row].description, personID: matched.personID[row].description,
      feed: delivery.feed.name, delivery: delivery.file, row: Int(received.keys.row[row]),
      partnerType: received.partnerType[row].rawValue, kind: received.kind[row].rawValue,
      amountCents: received.amountCents[row], signalledOn: received.signalledOn[row].description,
      receivedAt: received.receivedAt[row].description,
      disposition: tables.distinct.disposition[row].rawValue,
      sameAs: sameAs.isAbsent ? "" : sameAs.description, matchGrade: matched.grade[row].rawValue,
      matchWeight: weight, evidence: matched.arena[matched.evidence[row]].string,
      registerOutcome: matched.outcome(ofRow: row).rawValue,
      registerFlags: RegisterFlags.names.filter { matched.flags(ofRow: row).contains($0.flag) }
        .map { "\($0.name)" },
      quality: Quality.names.filter { tables.normalised.quality[row].contains($0.flag) }.map {
        "\($0.name)"
      })
  }
}
