import Definitions
import Model

/// What the municipality's own data tell about themselves before anybody is matched.
///
/// Each is a count drawn towards the model's default, so that a few signals change little.
struct RunEstimates: Equatable {
  /// What holds for any two records before they are compared, in hundredths of a bit.
  var prior: Int32
  /// Of two records with one surname at one address: how much likelier one person is than two relatives, in
  /// hundredths of a bit.
  var personOverRelatives: Int32
  /// Whether a birth date that differs is of somebody else, and not a typing error.
  var trustsBirthDates: Bool

  /// As many pairs as the model's default for relatives weighs.
  private static let defaultPairs = 100.0
  /// The least number of records that the default chance of a match is reckoned with.
  private static let fewestRecords = 4096.0
  /// As many matches as the default chance of a match weighs.
  private static let defaultMatches = 20.0
  /// The share of mistyped birth dates above which they no longer prove that two people are meant.
  private static let mostErrors = 0.01
  /// Fewer mistyped birth dates than this prove nothing about the others.
  private static let fewestErrors = 5

  /// Before anything is compared.
  init(_ records: MatchRecords, model: LinkageModel) {
    let count = max(Double(records.count), Self.fewestRecords)
    prior = BitWeight.of(model.recordsPerPerson, over: count)
    let families = FamilyCount(records)
    let share = model.personOverRelatives / (1 + model.personOverRelatives)
    let one = Double(families.onePerson) + Self.defaultPairs * share
    let several = Double(families.relatives) + Self.defaultPairs * (1 - share)
    personOverRelatives = max(0, BitWeight.of(one, over: several))
    let errors = 3 * Double(families.errors) / (Double(families.sameDate) + Self.defaultPairs)
    trustsBirthDates = families.errors < Self.fewestErrors || errors < Self.mostErrors
  }

  /// Estimates how often two records are of one person, from what the pairs found weigh.
  ///
  /// The expected number of matches under a chance gives the next chance, until it no longer moves.
  ///
  /// - Parameters:
  ///   - weights: How many pairs have each weight under the present ``prior``.
  ///   - records: The number of records.
  ///   - model: Holds the default.
  mutating func estimatePrior(
    from weights: WeightHistogram, records: Int, model: LinkageModel
  ) {
    let pairs = Double(records) * Double(max(0, records - 1)) / 2
    let defaultPairs = Self.defaultMatches * Self.fewestRecords / model.recordsPerPerson
    var estimate = prior
    for _ in 0..<30 {
      let matches = weights.expectedMatches(shiftedBy: estimate - prior) + Self.defaultMatches
      let next = BitWeight.of(matches, over: pairs + defaultPairs)
      if next == estimate { break }
      estimate = next
    }
    prior = estimate
  }
}

/// How many pairs weigh how much, in steps of a tenth of a bit.
struct WeightHistogram {
  private static let step: Int32 = 10
  private static let lowest: Int32 = -1500
  private static let highest: Int32 = 3000
  private var counts = [Int](repeating: 0, count: Int((highest - lowest) / step) + 1)

  /// Counts a pair.
  mutating func add(_ weight: Int32) {
    let bounded = min(Self.highest, max(Self.lowest, weight))
    counts[Int((bounded - Self.lowest) / Self.step)] += 1
  }

  /// Counts the pairs of another one too.
  mutating func add(_ other: WeightHistogram) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// How many of the pairs are of one person, if all weighed so much more.
  func expectedMatches(shiftedBy shift: Int32) -> Double {
    var sum = 0.0
    for (index, count) in counts.enumerated() where count > 0 {
      let weight = Self.lowest + Int32(index) * Self.step + Self.step / 2
      sum += Double(count) * BitWeight.probability(weight + shift)
    }
    return sum
  }
}

/// Counts pairs of records with one surname at one address whose birth dates are both known.
private struct FamilyCount {
  /// Pairs with the same date.
  private(set) var onePerson = 0
  /// Pairs with clearly other dates and another initial.
  private(set) var relatives = 0
  /// Pairs with the same date and the same given name in full.
  private(set) var sameDate = 0
  /// Pairs with the same given name in full, and dates that differ by less than a generation.
  private(set) var errors = 0

  /// More records of one surname at one address are not looked at.
  private static let mostRecords = 24

  init() {}

  init(_ records: MatchRecords) {
    var counts = Array(repeating: FamilyCount(), count: Threads.count(forRecords: records.count))
    KeyedGroups.forEach(rows: records.count, &counts) { part, keys in
      for index in part {
        let record = records[index]
        guard record.hasAddress, record.hasSurname, record.birthDate.isComplete else { continue }
        var hash = ByteHash(11)
        hash.add(UInt64(record.addressKey) << 32 | UInt64(record.surname))
        keys.add(hash.value, row: index)
      }
    } _: { group, counts in
      guard group.count > 1 else { return }
      var few = (0..<group.count).map { group.row($0) }
      // The first few by signal id, whatever the order of the records.
      if few.count > Self.mostRecords {
        few.sort { records.signalID[$0] < records.signalID[$1] }
        few.removeLast(few.count - Self.mostRecords)
      }
      for index in few.indices.dropFirst() {
        for other in few[..<index] { counts.count(records[few[index]], records[other]) }
      }
    }
    for part in counts {
      onePerson += part.onePerson
      relatives += part.relatives
      sameDate += part.sameDate
      errors += part.errors
    }
  }

  private mutating func count(_ left: MatchRecord, _ right: MatchRecord) {
    guard left.addressKey == right.addressKey, left.surname == right.surname else { return }
    let (one, other) = (left.birthDate, right.birthDate)
    let isSameGivenName = left.givenName != 0 && left.givenName == right.givenName
    if one == other {
      onePerson += 1
      if isSameGivenName { sameDate += 1 }
      return
    }
    guard one.year != other.year, one.month != other.month, one.day != other.day else { return }
    if isSameGivenName {
      if abs(one.year - other.year) < PairComparison.generation { errors += 1 }
    } else if left.initial != right.initial {
      relatives += 1
    }
  }
}
