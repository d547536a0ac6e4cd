internal import Model

/// The rows of each claim: one partner, one reference, one person, one threat or none.
///
/// Rows without a reference belong together when partner, surname and address or birth date do. Rows
/// with the same reference belong together only when surname or address connects them: a partner that
/// uses a reference for several people does not make them one.
enum ClaimGroups {
  /// Returns the groups of two rows and more, and every other row as a group of its own.
  ///
  /// - Returns: Rows of a group in canonical order; groups in the order of a hash of their key.
  /// - Complexity: O(*n* log *n*).
  static func of(_ received: Received, _ normalised: Normalised) -> [[Int]] {
    let people = PersonMarks(normalised)
    let keys = claimKeys(received, normalised, people)
    var groups: [[Int]] = []
    var byKey = HashGroups()
    byKey.reserve(keys.count)
    for (row, key) in keys.enumerated() { byKey.add(key, row: row) }
    byKey.forEach { rows in
      let rows = rows.map { Int($0) }
      if rows.count == 1 {
        groups.append(rows)
      } else {
        groups += connected(rows, people)
      }
    }
    return groups
  }

  /// A hash of partner, reference or person, and threat, for each row.
  private static func claimKeys(
    _ received: Received, _ normalised: Normalised, _ people: PersonMarks
  ) -> [UInt64] {
    let scratch = ByteArena(capacity: 256)
    let arena = received.arena
    var keys: [UInt64] = []
    keys.reserveCapacity(received.count)
    for row in 0..<received.count {
      ClaimHash.begin(arena[received.partner[row]], received.kind[row], in: scratch)
      let reference = arena[received.partnerReference[row]].trimmed
      if reference.isEmpty {
        scratch.append(0x1E)
        scratch.append(hexadecimal: people.surname[row])
        scratch.append(hexadecimal: people.address[row])
        scratch.append(normalised.birthDate[row])
        scratch.append(normalised.arena[normalised.initials[row]])
        // Nothing to hold on to: such a row is nobody else's.
        if people.surname[row] == 0 && people.address[row] == 0 { scratch.append(decimal: row) }
      } else {
        scratch.append(reference)
      }
      keys.append(ClaimHash.of(scratch))
    }
    return keys
  }

  /// Splits rows with one key into those that surname or address connects.
  ///
  /// A row that has neither belongs to the others only if those are one person.
  private static func connected(_ rows: [Int], _ people: PersonMarks) -> [[Int]] {
    var sets = DisjointSets(count: rows.count)
    func connect(_ columns: [[UInt64]]) {
      var marks: [(mark: UInt64, place: Int)] = []
      for column in columns {
        for place in rows.indices where column[rows[place]] != 0 {
          marks.append((column[rows[place]], place))
        }
      }
      marks.sort { $0.mark != $1.mark ? $0.mark < $1.mark : $0.place < $1.place }
      for (left, right) in zip(marks, marks.dropFirst()) where left.mark == right.mark {
        sets.join(left.place, right.place)
      }
    }
    connect([people.surname, people.partnerSurname])
    connect([people.address])
    let bare = rows.indices.filter {
      people.surname[rows[$0]] == 0 && people.partnerSurname[rows[$0]] == 0
        && people.address[rows[$0]] == 0
    }
    let known = Set(rows.indices).subtracting(bare)
    let persons = Set(known.map { sets.root($0) })
    for place in bare { sets.join(bare[0], place) }
    if persons.count == 1, let person = persons.first, let place = bare.first {
      sets.join(person, place)
    }
    var groups: [Int: [Int]] = [:]
    for place in rows.indices { groups[sets.root(place), default: []].append(rows[place]) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}

/// What connects two rows to one person: hashes of the folded surnames and of the address.
///
/// 0 stands for none.
struct PersonMarks {
  private(set) var surname: [UInt64] = []
  private(set) var partnerSurname: [UInt64] = []
  private(set) var address: [UInt64] = []

  /// Computes the marks of every row.
  ///
  /// - Complexity: O(*n*).
  init(_ normalised: Normalised) {
    let function = SipHash(key: (0, 1))
    let scratch = ByteArena(capacity: 256)
    let arena = normalised.arena
    surname.reserveCapacity(normalised.count)
    address.reserveCapacity(normalised.count)
    func mark(_ cell: TextCell) -> UInt64 {
      scratch.removeAll()
      scratch.append(folded: arena[cell])
      return scratch.count == 0 ? 0 : function.hash(scratch.bytes).0
    }
    for row in 0..<normalised.count {
      surname.append(mark(normalised.surname[row]))
      partnerSurname.append(mark(normalised.partnerSurname[row]))
      address.append(normalised.addressKey[row].high)
    }
  }
}
