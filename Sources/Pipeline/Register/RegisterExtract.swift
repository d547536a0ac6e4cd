public import Definitions
public import Diagnostics
public import Model

/// The extract of one municipality from the register of persons, as it stands on the disk.
///
/// It is read where it stands: a copy would be a second place with citizen service numbers.
public struct RegisterExtract: Sendable {
  public let path: String
  public let municipality: MunicipalityCode
  /// SHA-256 of the file when the run began.
  public let sha256: String
  /// The day it is of, from `register.csv.gz.date` beside it; `nil` if nothing says it.
  public let day: CalendarDate?

  /// The ending of the small file that says of which day an extract is.
  private static let suffix = ".date"

  /// Looks at the extract of a municipality without reading what is in it.
  ///
  /// - Throws: A diagnostic if there is none, or if its day cannot be read.
  /// - Complexity: O(*n*) in the bytes of the file.
  public init(_ use: RegisterUse, of municipality: MunicipalityCode) throws {
    path = use.path(of: municipality)
    self.municipality = municipality
    guard FileSystem.exists(path) else {
      throw Diagnostic(
        .registerAbsent, ["municipality": municipality.description, "path": path])
    }
    guard FileSystem.kind(of: path) == .file else {
      throw Diagnostic(
        .registerUnusable, at: RegisterExtract.location(municipality),
        ["reason": "it is no regular file"])
    }
    sha256 = try Digest.ofFile(path)
    let sidecar = path + RegisterExtract.suffix
    guard FileSystem.exists(sidecar) else {
      day = nil
      return
    }
    let text = String(decoding: try FileSystem.read(sidecar).prefix(64), as: UTF8.self)
    guard let day = CalendarDate(iso: String(text.prefix { !$0.isWhitespace })),
      text.dropFirst(10).allSatisfy(\.isWhitespace)
    else {
      throw Diagnostic(
        .registerDayUnreadable, at: RegisterExtract.location(municipality),
        ["sidecar": FileSystem.name(of: sidecar)])
    }
    self.day = day
  }

  /// What the extract of a municipality is called in diagnostics.
  public static func location(_ municipality: MunicipalityCode) -> Location {
    Location(file: RegisterUse.fileName, municipality: municipality.description)
  }

  /// What the extract is called in diagnostics.
  public var location: Location { RegisterExtract.location(municipality) }

  /// What its age says: nothing, or one warning.
  func notes(_ definition: RegisterDefinition, on date: CalendarDate) -> [Diagnostic] {
    guard let day else {
      return [
        Diagnostic(
          .registerUndated, at: location,
          ["sidecar": RegisterUse.fileName + RegisterExtract.suffix])
      ]
    }
    let age = day.days(until: date)
    guard age > definition.maximumAgeDays else { return [] }
    return [
      Diagnostic(
        .registerStale, at: location,
        ["day": day.description, "days": "\(age)", "limit": "\(definition.maximumAgeDays)"])
    ]
  }

  /// Checks that the file is still the one that the run began with.
  ///
  /// - Throws: A diagnostic if it is not: what was read of it may be of two extracts.
  func checkUnchanged() throws {
    guard try Digest.ofFile(path) == sha256 else {
      throw Diagnostic(.registerChanged, at: location)
    }
  }
}

/// Reads extracts from the register of persons.
public protocol RegisterSource: Sendable {
  /// Reads an extract into the form that signals have.
  ///
  /// - Parameters:
  ///   - extract: Which.
  ///   - definition: What its columns are.
  ///   - keys: The keyed functions of its municipality.
  /// - Returns: The people, without citizen service numbers, and what is doubtful about the extract.
  /// - Throws: A diagnostic if it cannot be used.
  func table(
    _ extract: RegisterExtract, _ definition: RegisterDefinition, keys: MunicipalityKeys
  ) throws -> (table: RegisterTable, notes: [Diagnostic])

  /// Reads the citizen service numbers of some people.
  ///
  /// - Parameters:
  ///   - rows: The pseudonyms of their rows.
  ///   - extract: Where they stand.
  ///   - definition: What its columns are.
  ///   - keys: The keyed functions of its municipality.
  /// - Returns: The numbers that are valid and of one row alone.
  /// - Throws: A diagnostic if it cannot be used.
  func numbers(
    of rows: Set<RegisterRowID>, _ extract: RegisterExtract, _ definition: RegisterDefinition,
    keys: MunicipalityKeys
  ) throws -> [RegisterRowID: CitizenServiceNumber]
}

/// Keeps the citizen service numbers of people whom the register answered uniquely about, apart from
/// everything else.
///
/// - Source: `wgs/8c`, `wabb/12`.
public protocol IdentityStore: Sendable {
  /// Keeps numbers, and forgets those of people of whom no signal is remembered any more.
  ///
  /// - Parameters:
  ///   - identities: Whose number to keep, and on what evidence; a person's earlier one is replaced.
  ///   - remembered: Everybody of whom a signal is remembered.
  ///   - municipality: Whose store.
  ///   - date: The reference date of the run.
  /// - Throws: A diagnostic if the store cannot be written; then nothing was.
  func keep(
    _ identities: [KeptIdentity], remembered: Set<PersonID>,
    of municipality: MunicipalityDefinition, on date: CalendarDate
  ) throws
}

/// A citizen service number with the evidence that it belongs to a person.
public struct KeptIdentity: Sendable {
  public var person: PersonID
  public var row: RegisterRowID
  public var number: CitizenServiceNumber
  /// Which fields agreed.
  public var evidence: String

  /// Creates an identity.
  public init(
    person: PersonID, row: RegisterRowID, number: CitizenServiceNumber, evidence: String
  ) {
    self.person = person
    self.row = row
    self.number = number
    self.evidence = evidence
  }
}
