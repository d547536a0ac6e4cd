import Model

/// The steps by which rows are brought together as one person, from the surest to the least sure.
///
/// Each step links rows that have something in common. What a step links is joined only if nothing in
/// it contradicts; so the outcome does not depend on the order of rows or links.
///
/// - Source: `domain-matching`.
enum PersonStep: CaseIterable {
  /// Surname and complete birth date, and the address or the first initial.
  case birthDate
  /// Address, surname, and birth dates that agree as far as both are known.
  case partialBirthDate
  /// Address, surname and first initial, where a birth date is not known.
  case initial
  /// Address and surname, where neither birth date nor initial is known.
  case surnameOnly
}

/// Finds the links of each step.
///
/// Rows are only compared inside groups under a hash, and rows of one group with one profile are
/// compared once, so that a surname or address that many rows share costs no more than its rows.
struct PersonLinks {
  let rows: MatchRows
  let active: [Bool]

  /// More profiles than this under one address, surname and year of birth are not compared.
  private static let mostProfiles = 64

  /// Joins what a step links.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - sets: The persons so far; receives the links.
  /// - Complexity: O(*n*) for *n* rows.
  func join(_ step: PersonStep, in sets: inout DisjointSets) {
    switch step {
    case .birthDate:
      joinAll(in: &sets, key: atAddress(completeBirthDate))
      joinAll(in: &sets, key: movedPerson)
    case .partialBirthDate: joinAgreeing(in: &sets)
    case .initial:
      joinAll(
        in: &sets,
        key: { row in
          guard rows.initial[row] != 0 else { return nil }
          return atAddress { UInt64(rows.initial[$0]) }(row)
        },
        ifAny: { rows.birthDate[$0].isAbsent })
    case .surnameOnly:
      joinAll(in: &sets, key: atAddress { _ in 1 }, ifAny: { isSurnameOnly($0) })
    }
  }

  /// Whether a row has nothing but a surname to tell who it is.
  func isSurnameOnly(_ row: Int) -> Bool {
    rows.initial[row] == 0 && rows.birthDate[row].isAbsent
  }

  // MARK: Keys

  private typealias Key = (Int) -> ByteHash?

  private func atAddress(_ part: @escaping (Int) -> UInt64?) -> Key {
    { row in
      guard !rows.address[row].isAbsent, let part = part(row) else { return nil }
      var hash = ByteHash(1)
      hash.add(rows.address[row])
      hash.add(part)
      return hash
    }
  }

  private func completeBirthDate(_ row: Int) -> UInt64? {
    let date = rows.birthDate[row]
    return date.isComplete ? UInt64(date.packed) : nil
  }

  /// For people who moved: the whole birth date and the initial.
  ///
  /// The first of January and of July stand for many whose birthday is not known: they tell too
  /// little to join people over two addresses.
  private func movedPerson(_ row: Int) -> ByteHash? {
    let date = rows.birthDate[row]
    let isEstimate = date.day == 1 && (date.month == 1 || date.month == 7)
    guard date.isComplete, !isEstimate, rows.initial[row] != 0 else { return nil }
    var hash = ByteHash(2)
    hash.add(UInt64(date.packed))
    hash.add(UInt64(rows.initial[row]))
    return hash
  }

  // MARK: Groups

  /// Joins all rows of each key and surname, in groups with any row that fits.
  private func joinAll(
    in sets: inout DisjointSets, key: Key, ifAny isNeeded: ((Int) -> Bool)? = nil
  ) {
    forEachGroup(key) { group in
      if let isNeeded, !group.contains(where: isNeeded) { return }
      for row in group.dropFirst() { sets.join(group[0], row) }
    }
  }

  /// Joins rows of one address, surname and year of birth whose dates and initials agree.
  private func joinAgreeing(in sets: inout DisjointSets) {
    let year = atAddress { row in
      let date = rows.birthDate[row]
      return date.isAbsent ? nil : UInt64(date.year)
    }
    forEachGroup(year) { group in
      var profiles: [Profile: Int] = [:]
      var first: [Int] = []
      for row in group {
        if let known = profiles[rows.profile(row)] {
          sets.join(known, row)
        } else {
          profiles[rows.profile(row)] = row
          first.append(row)
        }
      }
      guard first.count <= Self.mostProfiles else { return }
      for (index, left) in first.enumerated() {
        for right in first[(index + 1)...] where !rows.contradict(left, right) {
          sets.join(left, right)
        }
      }
    }
  }

  /// Calls a function with the rows of each key that share a surname.
  private func forEachGroup(_ key: Key, _ body: ([Int]) -> Void) {
    var groups = HashGroups()
    groups.reserve(rows.count)
    for row in 0..<rows.count where active[row] && rows.hasSurname(row) {
      guard let base = key(row) else { continue }
      add(base, rows.surnames.firstHash[row], row, &groups)
      if rows.surnames.secondHash[row] != 0 {
        add(base, rows.surnames.secondHash[row], row, &groups)
      }
    }
    groups.forEachShared { entries in
      // Equal hashes are of equal surnames but for an accident.
      var parts: [[Int]] = []
      for entry in entries {
        let row = Int(entry)
        let part = parts.firstIndex { rows.surnames.intersect($0[0], row) }
        if let part { parts[part].append(row) } else { parts.append([row]) }
      }
      for part in parts where part.count > 1 { body(part) }
    }
  }

  @inline(__always)
  private func add(_ base: ByteHash, _ surname: UInt64, _ row: Int, _ groups: inout HashGroups) {
    var hash = base
    hash.add(surname)
    groups.add(hash.value, row: row)
  }
}
