import Definitions
import Diagnostics
import Feeds
import Model
import Pipeline
import Stages

/// Reads extracts from the register: bytes by the feeds' readers, names and addresses by the stages' normalisers.
struct RegisterFiles: RegisterSource {
  func table(
    _ extract: RegisterExtract, _ definition: RegisterDefinition, keys: MunicipalityKeys
  ) throws -> (table: RegisterTable, notes: [Diagnostic]) {
    var builder = RegisterTableBuilder(
      keys: keys, municipality: extract.municipality,
      leastWeight: Int32(definition.answer.atLeast) * 10,
      leastMargin: Int32(definition.answer.margin) * 10)
    var numbers = NumbersOfRows()
    var notes = try RegisterReader().read(
      extract.path, definition, key: keys.register, at: extract.location
    ) { rows in
      builder.add(rows)
      numbers.add(rows)
    }
    if numbers.doubledCount > 0 {
      notes.append(
        Diagnostic(
          .registerNumbersDoubled, at: extract.location, ["count": "\(numbers.doubledCount)"]))
    }
    return (builder.finish(), notes)
  }

  func numbers(
    of rows: Set<RegisterRowID>, _ extract: RegisterExtract, _ definition: RegisterDefinition,
    keys: MunicipalityKeys
  ) throws -> [RegisterRowID: CitizenServiceNumber] {
    var numbers = NumbersOfRows()
    _ = try RegisterReader().read(
      extract.path, definition, key: keys.register, at: extract.location
    ) { numbers.add($0) }
    return numbers.single(of: rows)
  }
}

/// Which row of an extract has which citizen service number, and which numbers stand at several people.
struct NumbersOfRows {
  private var rows: [CitizenServiceNumber: RegisterRowID] = [:]
  private var doubled: Set<CitizenServiceNumber> = []
  /// Rows that are alike in all but the number.
  private var numbers: [RegisterRowID: CitizenServiceNumber] = [:]
  private var ambiguous: Set<RegisterRowID> = []
  /// How many rows share their number with a row that says something else.
  private(set) var doubledCount = 0

  /// Adds rows; one that stands there twice in all counts once.
  mutating func add(_ block: RegisterRows) {
    for row in 0..<block.count {
      guard let number = block.number[row] else { continue }
      let id = block.id(ofRow: row)
      if let other = rows[number] {
        if other != id { doubledCount += doubled.insert(number).inserted ? 2 : 1 }
      } else {
        rows[number] = id
      }
      if let other = numbers[id] {
        if other != number { ambiguous.insert(id) }
      } else {
        numbers[id] = number
      }
    }
  }

  /// The numbers of some rows that are theirs alone.
  func single(of wanted: Set<RegisterRowID>) -> [RegisterRowID: CitizenServiceNumber] {
    var found: [RegisterRowID: CitizenServiceNumber] = [:]
    for id in wanted where !ambiguous.contains(id) {
      if let number = numbers[id], !doubled.contains(number) { found[id] = number }
    }
    return found
  }
}
