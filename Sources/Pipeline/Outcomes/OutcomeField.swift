internal import Model

/// A column of a worklist that is read back.
enum OutcomeField: Hashable, CaseIterable {
  case household, municipality, referenceDate
  /// The parts of an attempt, from 1.
  case contactedOn(Int), means(Int), dayPart(Int), reached(Int)
  case pickedUpOn, helpAcceptedOn, result, remark

  static let allCases: [OutcomeField] =
    [.household, .municipality, .referenceDate]
    + (1...CaseAttempt.rooms).flatMap {
      [.contactedOn($0), .means($0), .dayPart($0), .reached($0)]
    }
    + [.pickedUpOn, .helpAcceptedOn, .result, .remark]

  /// What no list can be read without.
  static let needed: [OutcomeField] = [.household, .municipality, .referenceDate]

  /// What stands above the column.
  var title: String {
    switch self {
    case .household: WorklistTitles.household
    case .municipality: WorklistTitles.municipality
    case .referenceDate: WorklistTitles.referenceDate
    case .contactedOn(let number): WorklistTitles.contactedOn(number)
    case .means(let number): WorklistTitles.means(number)
    case .dayPart(let number): WorklistTitles.dayPart(number)
    case .reached(let number): WorklistTitles.reached(number)
    case .pickedUpOn: WorklistTitles.pickedUpOn
    case .helpAcceptedOn: WorklistTitles.helpAcceptedOn
    case .result: WorklistTitles.result
    case .remark: WorklistTitles.remark
    }
  }
}

/// Where the columns of a list stand, found by their titles.
///
/// Capitals and blanks do not matter, and neither does the order.
struct OutcomeColumns {
  private(set) var places: [OutcomeField: Int] = [:]
  /// Titles that no worklist has.
  private(set) var strangers: [String] = []
  /// Titles of what is read that stand there twice.
  private(set) var doubled: [String] = []
  /// How many columns there are.
  let count: Int

  /// Looks at a header.
  ///
  /// - Parameters:
  ///   - titles: The titles in order; empty where there is none.
  ///   - known: The titles of all columns of a worklist.
  init(_ titles: [String], known: [String]) {
    count = titles.count
    let fields = Dictionary(
      OutcomeField.allCases.map { (Self.key($0.title), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let others = Set(known.map(Self.key))
    for (place, title) in titles.enumerated() where !Self.key(title).isEmpty {
      if let field = fields[Self.key(title)] {
        if places.updateValue(place, forKey: field) != nil { doubled.append(field.title) }
      } else if !others.contains(Self.key(title)) {
        strangers.append(PrintableName.of(Array(title.utf8)))
      }
    }
  }

  /// Whether this is the header of a list.
  var isOfAList: Bool { OutcomeField.needed.allSatisfy { places[$0] != nil } }

  /// The title that is needed and absent.
  var missing: [String] { OutcomeField.needed.filter { places[$0] == nil }.map(\.title) }

  private static func key(_ title: String) -> String {
    title.lowercased().filter { !$0.isWhitespace }
  }
}
