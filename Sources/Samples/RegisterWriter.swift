import Glibc
import Model
public import Tabular

/// Writes an invented extract from the register of persons for each municipality of a sample.
///
/// Everybody of the sample stands in it, whether they owe or not: where they live after the last period, and
/// where they lived before. Some have died, are secret, under investigation or have an address for
/// letters only. `truth.csv` beside the extracts says who.
///
/// Citizen service numbers are those published for tests, at the first three rows; there are no others.
struct RegisterWriter {
  private let municipalities: SampleMunicipalities
  private let population: Population
  private let addresses: AddressBook
  private let streets = StreetBook()

  private static let header: StaticString = """
    Selectienummer;Burgerservicenummer;Voornamen;Voorvoegsel;Geslachtsnaam;Voorvoegsel partner;\
    Geslachtsnaam partner;Naamgebruik;Geboortedatum;Gemeente;Functie adres;Straat;Huisnummer;\
    Huisletter;Toevoeging;Aanduiding;Postcode;Woonplaats;BAG-id;Datum adres;In onderzoek;\
    Opschorting;Datum opschorting;Geheim;Vorige postcode;Vorig huisnummer;Vorige huisletter;\
    Vorige toevoeging

    """

  /// Published for tests; nobody has them.
  private static let numbers: [StaticString] = ["111222333", "123456782", "999990019"]

  init(_ municipalities: SampleMunicipalities, _ population: Population, _ addresses: AddressBook) {
    self.municipalities = municipalities
    self.population = population
    self.addresses = addresses
  }

  /// Where a household lives, and lived before it moved.
  private struct Residence {
    var now: Address
    var before: Address?
    /// The period from which it lives there.
    var since = 0
  }

  /// What the register says of a person besides.
  private struct Registration {
    var hasDied = false
    var isSecret = false
    var isUnderInvestigation = false
    var isPostal = false
  }

  /// Writes the extracts and their truth.
  ///
  /// - Parameters:
  ///   - folder: Gets `<code>/register.csv.gz`, its day beside it, and `truth.csv`.
  ///   - households: How many there are.
  ///   - firstFiller: The first household that only fills up.
  /// - Throws: ``TabularError`` when a file cannot be written.
  /// - Complexity: O(*n* · *m*) for *n* households and *m* municipalities.
  func write(to folder: String, households: Int, firstFiller: Int) throws(TabularError) {
    try make(folder)
    let truth = ByteArena()
    truth.append("municipality,person,flags\n")
    for index in municipalities.served.indices {
      let code = municipalities.served[index].code
      try make("\(folder)/\(code)")
      let path = "\(folder)/\(code)/register.csv.gz"
      let file = try GzipWriter(path: path, level: 6)
      let output = ByteArena(capacity: 1 << 17)
      output.append(RegisterWriter.header)
      var rows = 0
      for number in 0..<households {
        let household = population.household(number, isFiller: number >= firstFiller)
        guard household.composition != .organisation,
          let residence = residence(of: household), isKnown(residence, in: index)
        else { continue }
        for member in 0..<household.members {
          rows += 1
          write(member, of: household, residence, in: index, row: rows, to: output, truth)
        }
        if output.count > 1 << 16 {
          try file.write(output.bytes)
          output.removeAll()
        }
      }
      try file.write(output.bytes)
      try file.finish()
      let day = ByteArena()
      if let last = population.periods.last?.received.max() { day.append(last) }
      day.append("\n")
      try write(day, to: path + ".date")
    }
    try write(truth, to: folder + "/truth.csv")
  }

  private func residence(of household: Household) -> Residence? {
    if household.livesOutside, addresses.hasOutside { return nil }
    let home = addresses.home(of: household.number)
    guard household.movesAt > 0 else { return Residence(now: home) }
    return Residence(
      now: addresses.removal(of: household.number, from: home, to: household.removal),
      before: home, since: household.movesAt)
  }

  /// Whether a municipality has a household in its register: it lives there, or left it.
  private func isKnown(_ residence: Residence, in index: Int) -> Bool {
    residence.now.municipality == index || residence.before?.municipality == index
  }

  private func write(
    _ member: Int, of household: Household, _ residence: Residence, in index: Int, row: Int,
    to output: ByteArena, _ truth: ByteArena
  ) {
    let person = population.person(member, of: household)
    let names = population.names
    var draw = Draw(
      seed: population.seed, subject: household.number * 8 + member, topic: .register)
    let registration = Registration(
      hasDied: draw.chance(Rate.registeredDeath), isSecret: draw.chance(Rate.secretAddress),
      isUnderInvestigation: draw.chance(Rate.underInvestigation),
      isPostal: household.dwelling == .shelter && draw.chance(Rate.postalInShelter))
    let now = residence.now
    let livesHere = now.municipality == index
    func next() { output.append(UInt8(ascii: ";")) }
    func surname(_ surname: Int) {
      if surname >= 0, names.prefix[surname] >= 0 {
        output.append(names.prefixes[names.prefix[surname], .unicode])
      }
      next()
      if surname >= 0 {
        output.append(
          names.surnames.spellings[names.surnames.place(surname, SpellingBook.usual), .unicode])
      }
    }
    output.append(decimal: row)
    next()
    if row <= RegisterWriter.numbers.count { output.append(RegisterWriter.numbers[row - 1]) }
    next()
    output.append(
      names.given.spellings[names.given.place(person.given, SpellingBook.usual), .unicode])
    for initial in [person.initials.0, person.initials.1] where initial != 0 {
      output.append(" ")
      output.append(initial)
    }
    next()
    surname(person.surname)
    if person.second >= 0 {
      output.append("-")
      output.append(
        names.surnames.spellings[
          names.surnames.place(person.second, SpellingBook.usual), .unicode])
    }
    next()
    surname(person.spouse)
    next()
    output.append(person.spouse >= 0 ? "N" : "E")
    next()
    output.append(decimal: Int(person.birth.packed), width: 8)
    next()
    output.append(string: code(of: now))
    next()
    output.append(registration.isPostal ? "B" : "W")
    next()
    output.append(streets.stems[now.stem, .unicode])
    output.append(streets.endings[now.ending, .unicode])
    next()
    writeNumber(now, to: output)
    output.append(";;")
    writePostcode(now, to: output)
    next()
    output.append(addresses.places[now.place, .unicode])
    output.append(";;")
    let since = residence.before == nil ? 0 : day(of: residence.since)
    if since > 0 { output.append(decimal: since) }
    next()
    output.append(registration.isUnderInvestigation ? "081000" : "000000")
    next()
    if registration.hasDied { output.append("O") }
    next()
    if registration.hasDied { output.append(decimal: day(of: population.periods.count - 1)) }
    next()
    output.append(registration.isSecret ? "7" : "0")
    next()
    if let before = residence.before {
      writePostcode(before, to: output)
      next()
      writeNumber(before, to: output)
    } else {
      output.append(";;;")
    }
    output.append("\n")

    truth.append(string: municipalities.served[index].code.description)
    truth.append(",p")
    truth.append(decimal: household.number)
    truth.append("-")
    truth.append(decimal: member + 1)
    truth.append(",")
    var flags: RegisterFlags = []
    if registration.hasDied { flags.insert(.deceased) }
    if !livesHere { flags.insert(.movedAway) }
    if registration.isSecret { flags.insert(.secret) }
    if registration.isUnderInvestigation { flags.insert(.underInvestigation) }
    if livesHere, residence.before?.municipality == index { flags.insert(.movedWithin) }
    if registration.isPostal { flags.insert(.postalAddress) }
    truth.append(flags)
    truth.append("\n")
  }

  /// Three cells: number, letter, addition.
  private func writeNumber(_ address: Address, to output: ByteArena) {
    output.append(decimal: address.number)
    output.append(";")
    if address.letter != 0 { output.append(address.letter) }
    output.append(";")
    if address.addition >= 0 { output.append(streets.additions[address.addition, .unicode]) }
  }

  private func writePostcode(_ address: Address, to output: ByteArena) {
    output.append(decimal: address.digits)
    output.append(address.letters.0)
    output.append(address.letters.1)
  }

  private func code(of address: Address) -> String {
    if address.municipality >= 0 {
      return municipalities.served[address.municipality].code.description
    }
    let index = address.place - municipalities.served.count
    return municipalities.outside.indices.contains(index)
      ? municipalities.outside[index].code.description : ""
  }

  /// The first day of a period as `yyyymmdd`.
  private func day(of period: Int) -> Int {
    guard population.periods.indices.contains(period),
      let received = population.periods[period].received.first
    else { return 0 }
    let (year, month, _) = received.adding(months: -1).civil
    return year * 10_000 + month * 100 + 1
  }

  private func make(_ folder: String) throws(TabularError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .cannotCreate(errno: errno) }
  }

  private func write(_ bytes: ByteArena, to path: String) throws(TabularError) {
    guard let file = fopen(path, "w") else { throw .cannotCreate(errno: errno) }
    defer { fclose(file) }
    guard fwrite(bytes.bytes.start, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      throw .writeFailed(errno: errno)
    }
  }
}

extension SampleGenerator {
  /// Writes an invented extract from the register of persons for each municipality.
  ///
  /// - Parameter folder: Gets `<code>/register.csv.gz`, the day of it beside it, and `truth.csv`.
  /// - Throws: ``TabularError`` when a file cannot be written.
  /// - Complexity: O(*n* · *m*) for *n* households and *m* municipalities.
  public func writeRegister(to folder: String) throws(TabularError) {
    let population = Population(seed: seed, periods: periods)
    let census = Census(population: population, rows: signals)
    let addresses = AddressBook(
      municipalities: municipalities, households: census.households, seed: seed)
    try RegisterWriter(municipalities, population, addresses).write(
      to: folder, households: census.households, firstFiller: census.firstFiller)
  }
}
