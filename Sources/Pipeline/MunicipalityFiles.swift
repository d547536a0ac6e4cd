internal import FoundationEssentials
internal import Diagnostics
internal import Model

/// The folder of one municipality in a run: its stage files, and `run.json`, which says what they
/// are about so that any stage can be run again from the folder alone.
public struct MunicipalityFiles: Sendable {
  /// The folder.
  public let folder: String

  private let isCompressed: Bool

  /// Names a folder, which need not exist.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - isCompressed: Whether tables are written as gzip; both forms are read.
  public init(folder: String, isCompressed: Bool = true) {
    self.folder = folder
    self.isCompressed = isCompressed
  }

  /// Whether a file of a municipality's folder holds a table that one stage hands to the next.
  ///
  /// - Parameter path: Its path in the folder.
  /// - Returns: Whether it does, in whichever form.
  static func isTable(_ path: String) -> Bool {
    Dataset.allCases.contains { dataset in
      path == name(of: dataset) + ".csv.gz" || path == name(of: dataset) + ".csv"
    }
  }

  /// What a municipality's folder is about.
  public struct Subject: Codable, Sendable {
    public var municipality: String
    public var referenceDate: String

    enum CodingKeys: String, CodingKey {
      case municipality
      case referenceDate = "reference_date"
    }
  }

  /// Makes the folder and says what it is about.
  ///
  /// - Parameters:
  ///   - municipality: Whose folder.
  ///   - referenceDate: The day the run is about.
  /// - Throws: A diagnostic if it cannot be made.
  func create(for municipality: MunicipalityCode, referenceDate: CalendarDate) throws {
    try FileSystem.makeFolder(folder)
    try FileSystem.write(
      "{\"municipality\":\"\(municipality)\",\"reference_date\":\"\(referenceDate)\"}\n",
      to: folder + "/run.json")
  }

  /// What the folder is about; `nil` if it does not say.
  public var subject: Subject? {
    guard let bytes = try? FileSystem.read(folder + "/run.json") else { return nil }
    return try? JSONDecoder().decode(Subject.self, from: Data(bytes))
  }

  /// The name of the file of a table, without its ending.
  static func name(of dataset: Dataset) -> String {
    dataset.rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// Reads one table into the others.
  ///
  /// - Parameters:
  ///   - dataset: Which table. Delivered files and lists are no tables.
  ///   - tables: Where to put it.
  ///   - stage: The stage that asks, for messages.
  /// - Throws: A diagnostic if the file is absent or damaged.
  func read(_ dataset: Dataset, into tables: inout MunicipalityTables, stage: String) throws {
    switch dataset {
    case .deliveries:
      tables.deliveryLog = try StageFile.read(DeliveryLog.self, from: folder, stage: stage)
    case .history: tables.history = try StageFile.read(History.self, from: folder, stage: stage)
    case .reviews: tables.reviews = try StageFile.read(Reviews.self, from: folder, stage: stage)
    case .cases: tables.cases = try StageFile.read(Cases.self, from: folder, stage: stage)
    case .contactAttempts:
      tables.contactAttempts = try StageFile.read(ContactAttempts.self, from: folder, stage: stage)
    case .setAside: tables.setAside = try StageFile.read(SetAside.self, from: folder, stage: stage)
    case .intakeCounts:
      tables.intakeCounts = try StageFile.read(IntakeCounts.self, from: folder, stage: stage)
    case .received: tables.received = try StageFile.read(Received.self, from: folder, stage: stage)
    case .normalised:
      tables.normalised = try StageFile.read(Normalised.self, from: folder, stage: stage)
    case .distinct: tables.distinct = try StageFile.read(Distinct.self, from: folder, stage: stage)
    case .matched: tables.matched = try StageFile.read(Matched.self, from: folder, stage: stage)
    case .personChanges:
      tables.personChanges = try StageFile.read(PersonChanges.self, from: folder, stage: stage)
    case .reviewPairs:
      tables.reviewPairs = try StageFile.read(ReviewPairs.self, from: folder, stage: stage)
    case .linked: tables.linked = try StageFile.read(Linked.self, from: folder, stage: stage)
    case .prioritised:
      tables.prioritised = try StageFile.read(Prioritised.self, from: folder, stage: stage)
    case .workload: tables.workload = try StageFile.read(Workload.self, from: folder, stage: stage)
    case .register, .lists: break
    }
  }

  /// Writes one of the tables.
  ///
  /// - Parameters:
  ///   - dataset: Which table.
  ///   - tables: Where it stands.
  /// - Throws: A diagnostic if the disk refuses.
  func write(_ dataset: Dataset, of tables: MunicipalityTables) throws {
    try writing(dataset, of: tables)()
  }

  /// The writing of one of the tables, to be done at once or beside other work.
  ///
  /// - Parameters:
  ///   - dataset: Which table. Delivered files and lists are no tables.
  ///   - tables: Where it stands; only that table is held until it is written.
  /// - Returns: What writes it, and throws a diagnostic if the disk refuses.
  func writing(
    _ dataset: Dataset, of tables: MunicipalityTables
  ) -> @Sendable () throws -> Void {
    switch dataset {
    case .deliveries: writing(tables.deliveryLog)
    case .history: writing(tables.history)
    case .reviews: writing(tables.reviews)
    case .cases: writing(tables.cases)
    case .contactAttempts: writing(tables.contactAttempts)
    case .setAside: writing(tables.setAside)
    case .intakeCounts: writing(tables.intakeCounts)
    case .received: writing(tables.received)
    case .normalised: writing(tables.normalised)
    case .distinct: writing(tables.distinct)
    case .matched: writing(tables.matched)
    case .personChanges: writing(tables.personChanges)
    case .reviewPairs: writing(tables.reviewPairs)
    case .linked: writing(tables.linked)
    case .prioritised: writing(tables.prioritised)
    case .workload: writing(tables.workload)
    case .register, .lists: {}
    }
  }

  private func writing<Table: StageTable>(_ table: Table) -> @Sendable () throws -> Void {
    let isCompressed = isCompressed
    let path = "\(folder)/\(Table.fileName).csv\(isCompressed ? ".gz" : "")"
    return { try StageFile.write(table, to: path, compressed: isCompressed) }
  }
}

extension MunicipalityTables {
  /// The number of rows of a dataset.
  func count(of dataset: Dataset) -> Int {
    switch dataset {
    case .deliveries: deliveryLog.count
    case .history: history.count
    case .reviews: reviews.count
    case .cases: cases.count
    case .contactAttempts: contactAttempts.count
    case .setAside: setAside.count
    case .intakeCounts: intakeCounts.count
    case .received: received.count
    case .normalised: normalised.count
    case .distinct: distinct.count
    case .matched: matched.count
    case .personChanges: personChanges.count
    case .reviewPairs: reviewPairs.count
    case .register: register.count
    case .linked: linked.count
    case .workload: workload.count
    case .prioritised, .lists: prioritised.count
    }
  }

  /// Checks that the tables that a stage read are of the same signals in the same order.
  ///
  /// - Parameter datasets: The tables.
  /// - Throws: A diagnostic that names the first two that differ.
  /// - Complexity: O(*n*) per table.
  func checkAgreement(of datasets: [Dataset]) throws {
    var first: (name: Dataset, keys: SignalKeys)?
    for dataset in datasets {
      guard let keys = keys(of: dataset) else { continue }
      guard let known = first else {
        first = (dataset, keys)
        continue
      }
      guard known.keys.signalID == keys.signalID, known.keys.row == keys.row else {
        throw Diagnostic(
          .stageFilesDisagree, ["first": known.name.rawValue, "second": dataset.rawValue])
      }
    }
  }

  private func keys(of dataset: Dataset) -> SignalKeys? {
    switch dataset {
    case .received: received.keys
    case .normalised: normalised.keys
    case .distinct: distinct.keys
    case .matched: matched.keys
    case .deliveries, .history, .reviews, .cases, .contactAttempts, .setAside, .intakeCounts,
      .register, .personChanges, .reviewPairs, .linked, .prioritised, .workload,
      .lists:
      nil
    }
  }
}
