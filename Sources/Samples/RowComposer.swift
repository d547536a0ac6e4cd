import Model

/// Writes one feed's rows as its partner would: its layout, its habits and its small mistakes.
///
/// The choices of a row come from a draw of its own, so a row that stands twice has the same bytes.
struct RowComposer {
  let feed: SampleFeed
  let names: NameBook
  let places: WordList
  let streets: StreetBook
  /// What was written and not yet handed on.
  let output: ByteArena

  /// The row being written.
  var household = Household(number: 0)
  var person = Person()
  var report: Report
  var period = 0
  var style: Draw
  var form: TextForm
  /// What the partner holds of the person.
  var holding = Holding()
  var hasShortPrefix = false
  /// Where the last cell's delimiter stands.
  var lastDelimiter = 0

  /// The byte between cells.
  let delimiter: UInt8
  private let ending: StaticString

  init(feed: SampleFeed, names: NameBook, places: WordList, streets: StreetBook, output: ByteArena)
  {
    self.feed = feed
    self.names = names
    self.places = places
    self.streets = streets
    self.output = output
    form = feed.form
    style = Draw(seed: 0, subject: 0, topic: .style)
    report = Report(
      address: Address(
        municipality: -1, place: 0, digits: 1000, letters: (65, 65), stem: 0, ending: 0,
        number: 1, letter: 0, addition: -1))
    switch feed {
    case .havenstadWonen, .zorgvast:
      delimiter = UInt8(ascii: ";")
      ending = "\r\n"
    case .noorderlichtEnergie:
      delimiter = UInt8(ascii: ";")
      ending = "\n"
    case .maasoeverWonen:
      delimiter = UInt8(ascii: ",")
      ending = "\n"
    case .waterdruppel:
      delimiter = UInt8(ascii: "|")
      ending = "\r\n"
    }
  }

  /// Writes the first line.
  func writeHeader() {
    if feed == .maasoeverWonen { output.append("\u{FEFF}") }
    output.append(header)
    output.append(ending)
  }

  private var header: StaticString {
    switch feed {
    case .havenstadWonen: RowComposer.havenstadHeader
    case .maasoeverWonen: RowComposer.maasoeverHeader
    case .noorderlichtEnergie: RowComposer.noorderlichtHeader
    case .waterdruppel: RowComposer.waterdruppelHeader
    case .zorgvast: RowComposer.zorgvastHeader
    }
  }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - household: Whose.
  ///   - person: Who owes.
  ///   - holding: What the partner holds of them.
  ///   - report: What the partner says.
  ///   - style: The choices of this row.
  mutating func write(
    _ household: Household, _ person: Person, _ holding: Holding, _ report: Report, style: Draw
  ) {
    self.household = household
    self.person = person
    self.holding = holding
    self.report = report
    self.style = style
    form = self.style.chance(Rate.capitals) ? feed.form.capitals : feed.form
    hasShortPrefix = self.style.chance(Rate.shortPrefix)
    if person.second >= 0 { takeSurnames() }
    if holding.numberError { mistypeNumber() }
    if holding.postcodeError { mistypePostcode() }
    switch feed {
    case .havenstadWonen: writeHavenstad()
    case .maasoeverWonen: writeMaasoever()
    case .noorderlichtEnergie: writeNoorderlicht()
    case .waterdruppel: writeWaterdruppel()
    case .zorgvast: writeZorgvast()
    }
    switch report.flaw {
    case .cellMissing: output.truncate(to: lastDelimiter)
    case .cellTooMany:
      output.append(delimiter)
      output.append("x")
    case .none, .amountWord, .amountMissing, .dateImpossible: break
    }
    output.append(ending)
  }

  /// Leaves those of somebody's two surnames that the partner holds.
  private mutating func takeSurnames() {
    switch holding.double {
    case .hyphen, .blank: return
    case .firstOnly: break
    case .secondOnly: (person.surname, holding.surname) = (person.second, holding.second)
    }
    person.second = -1
  }

  /// Ends a cell.
  mutating func next() {
    lastDelimiter = output.count
    output.append(delimiter)
  }
}

/// The words of streets, in every form.
struct StreetBook {
  let stems = WordList(StreetNames.stems)
  let endings = WordList(StreetNames.endings)
  let shortEndings = WordList(StreetNames.shortEndings)
  let additions = WordList(StreetNames.additions)
}
