import Model

/// An address of the sample.
struct Address {
  /// Index of the municipality served, or -1 outside.
  var municipality: Int
  /// Index of the place name.
  var place: Int
  var digits: Int
  var letters: (UInt8, UInt8)
  var stem: Int
  var ending: Int
  var number: Int
  /// The house letter, or 0.
  var letter: UInt8
  /// Index of the addition, or -1.
  var addition: Int
}

/// Where households live: computed from the number of the household, never stored.
///
/// Households come in blocks of sixteen, each with one pattern of buildings: an apartment building
/// with letters, one with additions, sometimes a shared address and a student house, and houses; or one
/// building for all, a care home or a shelter.
struct AddressBook {
  let places: WordList
  private let seed: UInt64
  private let areas: [(municipality: Int, place: Int, digits: Int)]
  private let firstArea: [Int]
  private let outside: [(municipality: Int, place: Int, digits: Int)]
  private let lettersPerArea: Int
  private let buildings: Permutation

  /// The number of house numbers in a street segment.
  private let numbers: Int

  init(municipalities: SampleMunicipalities, households: Int, seed: UInt64) {
    self.seed = seed
    let all = municipalities.served + municipalities.outside
    places = WordList(all.map(\.place))
    var areas: [(municipality: Int, place: Int, digits: Int)] = []
    var firstArea: [Int] = []
    for (index, municipality) in municipalities.served.enumerated() {
      firstArea.append(areas.count)
      for digits in municipality.postcodes { areas.append((index, index, digits)) }
    }
    firstArea.append(areas.count)
    var outside: [(municipality: Int, place: Int, digits: Int)] = []
    for (index, municipality) in municipalities.outside.enumerated() {
      let place = municipalities.served.count + index
      for digits in municipality.postcodes { outside.append((-1, place, digits)) }
    }
    self.areas = areas
    self.firstArea = firstArea
    self.outside = outside
    let wanted = max(1, (households / BlockPlan.size + 1) * AddressBook.buildingsPerBlock)
    let areaCount = max(1, areas.count)
    lettersPerArea = min(400, max(4, wanted / (areaCount * 8)))
    let segments = areaCount * lettersPerArea
    numbers = max(40, wanted * 2 / segments + 1)
    buildings = Permutation(
      count: segments * numbers, draw: Draw(seed: seed, subject: 0, topic: .order))
  }

  /// Whether there is a place outside the region to move to.
  var hasOutside: Bool { !outside.isEmpty }

  private static let buildingsPerBlock = 13

  /// Where a household lives as long as it does not move.
  func home(of household: Int) -> Address {
    let block = household / BlockPlan.size
    let position = household % BlockPlan.size
    let plan = BlockPlan(block: block, seed: seed)
    switch (plan.dwelling(at: position), position) {
    case (.careHome, _), (.shelter, _): return building(block, 0)
    case (.studentRoom, _): return building(block, BlockPlan.firstStudent - 3)
    case (.house, 0...2):
      var address = building(block, 0)
      address.letter = UInt8(ascii: "A") + UInt8(position)
      return address
    case (.house, 3), (.house, 4):
      var address = building(block, 1)
      address.addition = plan.style + position - 3
      return address
    case (.house, 5), (.house, 6): return building(block, plan.shares ? 2 : position - 3)
    case (.house, _): return building(block, position - 3)
    }
  }

  /// An address outside the municipalities served.
  func outside(of household: Int) -> Address {
    var draw = Draw(seed: seed, subject: household, topic: .removal)
    return address(in: outside[draw.below(outside.count)], letters: draw.below(400), &draw)
  }

  /// Where a household lives after a move.
  func removal(of household: Int, from home: Address, to kind: Removal) -> Address {
    var draw = Draw(seed: seed, subject: household, topic: .removal)
    switch kind {
    case .away where hasOutside: return outside(of: household)
    case .within where home.municipality >= 0:
      let first = firstArea[home.municipality]
      let area = areas[first + draw.below(firstArea[home.municipality + 1] - first)]
      return address(in: area, letters: draw.below(lettersPerArea), &draw)
    case .within, .other, .away:
      var area = areas[draw.below(areas.count)]
      for _ in 0..<8 where area.municipality == home.municipality {
        area = areas[draw.below(areas.count)]
      }
      return address(in: area, letters: draw.below(lettersPerArea), &draw)
    }
  }

  private func building(_ block: Int, _ slot: Int) -> Address {
    let place = buildings[block * AddressBook.buildingsPerBlock + slot]
    let segment = place % (areas.count * lettersPerArea)
    let area = areas[segment % areas.count]
    return address(
      in: area, letters: segment / areas.count,
      number: 1 + place / (areas.count * lettersPerArea))
  }

  private func address(
    in area: (municipality: Int, place: Int, digits: Int), letters: Int, _ draw: inout Draw
  ) -> Address {
    // Above the numbers of the buildings, so that nobody moves in with strangers by chance.
    address(in: area, letters: letters, number: numbers + 1 + draw.below(numbers * 2))
  }

  private func address(
    in area: (municipality: Int, place: Int, digits: Int), letters: Int, number: Int
  ) -> Address {
    var draw = Draw(seed: seed, subject: area.digits * 400 + letters, topic: .postcode)
    return Address(
      municipality: area.municipality, place: area.place, digits: area.digits,
      letters: (AddressBook.letter(letters % 20), AddressBook.letter(letters / 20 % 20)),
      stem: draw.below(StreetNames.stems.count), ending: draw.below(StreetNames.endings.count),
      number: number, letter: 0, addition: -1)
  }

  /// One of twenty letters; without S no pair is one that is not issued.
  static func letter(_ index: Int) -> UInt8 {
    let letters: StaticString = "ABCDEGHJKLMNPRTVWXZQ"
    return letters.utf8Start[index]
  }
}

/// How far a household moves.
enum Removal {
  case within
  case other
  case away
}
