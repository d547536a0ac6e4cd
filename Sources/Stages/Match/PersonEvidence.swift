import Definitions
import Model

/// What a signal's place with its person rests on.
struct PersonEvidence {
  /// The weight of the heaviest pair with another signal of the person, in hundredths of a bit; 0 without
  /// another.
  var weight: Int32 = 0
  var grade = MatchGrade.doubtful
  /// What agrees, as a list of fields.
  var fields: FieldList = []
}

/// Fields that agree, exactly or but for typing errors.
struct FieldList: OptionSet, Hashable {
  let rawValue: UInt32

  /// The order in which they are written, the address first.
  static let order: [MatchField] = [
    .address, .surname, .givenName, .initial, .secondInitial, .birthDate, .phone, .email,
    .reference,
  ]

  static func exact(_ field: MatchField) -> FieldList { bit(field, 0) }
  static func like(_ field: MatchField) -> FieldList { bit(field, 16) }

  private static func bit(_ field: MatchField, _ shift: Int) -> FieldList {
    let place = order.firstIndex(of: field) ?? 0
    return FieldList(rawValue: 1 << UInt32(place + shift))
  }

  /// Whether a field agrees, exactly or nearly.
  func holds(_ field: MatchField) -> Bool {
    contains(.exact(field)) || contains(.like(field))
  }
}

extension FieldList {
  /// What agrees in a pair.
  init(_ found: PairAgreement) {
    self = []
    if found.address == .same {
      insert(.exact(.address))
    } else if found.isOneHouse {
      insert(.like(.address))
    }
    switch found.surname {
    case .same: insert(.exact(.surname))
    case .close, .similar: insert(.like(.surname))
    case .absent, .sameInitial, .different: break
    }
    switch found.givenName {
    case .same: insert(.exact(.givenName))
    case .close, .similar: insert(.like(.givenName))
    case .absent, .sameInitial, .different: break
    }
    switch found.birthDate {
    case .same: insert(.exact(.birthDate))
    case .typingError, .partial: insert(.like(.birthDate))
    case .absent, .near, .different: break
    }
    if found.initial == .same { insert(.exact(.initial)) }
    if found.secondInitial == .same { insert(.exact(.secondInitial)) }
    if found.phone == .same { insert(.exact(.phone)) }
    if found.email == .same { insert(.exact(.email)) }
    if found.reference == .same { insert(.exact(.reference)) }
  }

  /// What a record knows by itself.
  init(_ records: MatchRecords, _ record: Int) {
    self = []
    if records.hasAddress(record) { insert(.exact(.address)) }
    if records.hasSurname(record) { insert(.exact(.surname)) }
    if records.givenNameHash[record] != 0 {
      insert(.exact(.givenName))
    } else if records.initial[record] != 0 {
      insert(.exact(.initial))
    }
    let birthDate = records.birthDate[record]
    if birthDate.isComplete {
      insert(.exact(.birthDate))
    } else if !birthDate.isAbsent {
      insert(.like(.birthDate))
    }
  }

  /// The hardest conditions that hold, whatever the weight.
  ///
  /// At one address an initial tells who of a family a signal is about, but not that another one is about
  /// the same: for that something else must agree too.
  ///
  /// - Parameter isPair: Whether these are fields that agree between two signals, and not what one knows.
  /// - Returns: The highest grade that these fields allow.
  /// - Source: `domain-matching`.
  func grade(isPair: Bool) -> MatchGrade {
    let hasInitial = contains(.exact(.initial))
    let isReachable = contains(.exact(.phone)) || contains(.exact(.email))
    // A phone is often a family's; a customer reference is one customer's.
    let tellsWho =
      holds(.givenName) || holds(.birthDate)
      || hasInitial && (contains(.exact(.reference)) || !isPair)
    if holds(.surname) {
      if holds(.address) { return tellsWho ? .certain : .probable }
      // Over two addresses: somebody who moved.
      return holds(.givenName) || contains(.exact(.birthDate)) || hasInitial && isReachable
        ? .probable : .doubtful
    }
    if holds(.givenName) && contains(.exact(.birthDate)) { return .probable }
    return holds(.address) ? .addressOnly : .doubtful
  }
}

extension ByteArena {
  /// Stores fields as names parted by `+`, such as `address+surname~+initial`: `~` says that they agree but
  /// for typing errors, or as far as both are known.
  func store(_ fields: FieldList) -> TextCell {
    let from = count
    for field in FieldList.order where fields.holds(field) {
      if count > from { append(UInt8(ascii: "+")) }
      append(string: field.rawValue)
      if !fields.contains(.exact(field)) { append(UInt8(ascii: "~")) }
    }
    return cell(from: from)
  }
}

/// Grades every signal of a municipality.
struct PersonGrades {
  private(set) var evidence: [PersonEvidence]

  /// What all pairs of a signal with its person must weigh on average for `zeker`, in hundredths of a bit.
  static let certain: Int32 = 600
  /// The same for `waarschijnlijk`; below, somebody must look.
  static let probable: Int32 = 0
  /// The most other signals of one person that a signal is compared with.
  static let mostCompared = 32
  /// No pair counts for more, or against by more, in an average.
  static let most: Int32 = 1500

  /// Grades.
  ///
  /// - Complexity: O(*n*).
  init(_ persons: [[Int]], _ clusters: PersonClusters, _ weigher: PairWeigher) {
    evidence = Array(
      repeating: PersonEvidence(), count: weigher.comparison.records.count)
    for person in persons {
      for record in person {
        evidence[record] = Self.evidence(record, person, clusters, weigher)
      }
    }
  }

  private static func evidence(
    _ record: Int, _ person: [Int], _ clusters: PersonClusters, _ weigher: PairWeigher
  ) -> PersonEvidence {
    let isDoubtful = clusters.doubtful[record]
    var found = PersonEvidence()
    guard person.count > 1 else {
      found.fields = FieldList(weigher.comparison.records, record)
      found.grade = isDoubtful ? .doubtful : found.fields.grade(isPair: false)
      return found
    }
    var heaviest = Int32.min
    var isOtherGivenName = false
    var sum: Int64 = 0
    var pairs: Int64 = 0
    for other in person.prefix(mostCompared) where other != record {
      let agreement = weigher.comparison.agreement(record, other)
      let weight = weigher.total(agreement, weigher.sums(agreement), record, other)
      sum += Int64(min(most, max(-most, weight)))
      pairs += 1
      if weight > heaviest {
        heaviest = weight
        found.fields = FieldList(agreement)
        isOtherGivenName = agreement.initial == .different || agreement.givenName == .different
      }
    }
    found.weight = heaviest
    let average = Int32(sum / max(1, pairs))
    if isDoubtful || average < probable {
      found.grade = .doubtful
    } else {
      let hard = found.fields.grade(isPair: true)
      let isCertain =
        average >= certain && !clusters.contested[record] && !isOtherGivenName
      found.grade = hard == .certain && !isCertain ? .probable : hard
    }
    return found
  }
}
