import Model
import Testing

@testable import Stages

/// Every way of writing names that `domain-name-spelling` names, one line each.
@Suite("Names as partners spell them")
struct NameSpellingTests {
  /// A surname cell beside `J.`, and prefix, surname, partner's prefix, partner's surname.
  static let surnames: [(String, String)] = [
    // Each prefix of the list.
    ("van Berg", "van|Berg||"), ("de Berg", "de|Berg||"), ("der Berg", "der|Berg||"),
    ("den Berg", "den|Berg||"), ("van de Berg", "van de|Berg||"),
    ("van der Berg", "van der|Berg||"), ("van den Berg", "van den|Berg||"),
    ("van 't Berg", "van 't|Berg||"), ("'t Berg", "'t|Berg||"), ("te Berg", "te|Berg||"),
    ("ten Berg", "ten|Berg||"), ("ter Berg", "ter|Berg||"), ("in 't Berg", "in 't|Berg||"),
    ("op de Berg", "op de|Berg||"), ("op den Berg", "op den|Berg||"),
    ("uit de Berg", "uit de|Berg||"), ("von Berg", "von|Berg||"),
    ("von der Berg", "von der|Berg||"), ("du Berg", "du|Berg||"), ("de la Berg", "de la|Berg||"),
    ("le Berg", "le|Berg||"), ("la Berg", "la|Berg||"), ("el Berg", "el|Berg||"),
    ("al Berg", "al|Berg||"), ("ben Berg", "ben|Berg||"), ("bin Berg", "bin|Berg||"),
    ("da Berg", "da|Berg||"), ("dos Berg", "dos|Berg||"), ("di Berg", "di|Berg||"),
    ("d'Berg", "d'|Berg||"), ("l'Berg", "l'|Berg||"), ("zu Berg", "zu|Berg||"),
    ("zum Berg", "zum|Berg||"), ("O'Berg", "|O'Berg||"), ("O’Berg", "|O'Berg||"),
    // Glued to the name, where a capital shows the seam.
    ("vandenBerg", "van den|Berg||"), ("VandenBerg", "van den|Berg||"),
    ("vanderBerg", "van der|Berg||"), ("vandeBerg", "van de|Berg||"),
    ("VanBerg", "van|Berg||"), ("vanBerg", "van|Berg||"), ("deVries", "de|Vries||"),
    ("DeVries", "de|Vries||"), ("DenHaan", "den|Haan||"), ("vdBerg", "v.d.|Berg||"),
    ("van'tHof", "van 't|Hof||"), ("'tHof", "'t|Hof||"), ("t'Hof", "'t|Hof||"),
    ("vanIJzeren", "van|IJzeren||"), ("TerHorst", "ter|Horst||"), ("ElAmrani", "el|Amrani||"),
    ("deVries-vanBerg", "de|Vries|van|Berg"),
    // Written as one, as Belgians do: a name of its own.
    ("Vandenberge", "|Vandenberge||"), ("Vandenberghe", "|Vandenberghe||"),
    ("VANDENBERGHE", "|Vandenberghe||"), ("Van den Berghe", "van den|Berghe||"),
    ("Vanden Berghe", "van den|Berghe||"), ("Vander Elst", "van der|Elst||"),
    ("Vande Velde", "van de|Velde||"), ("McDonald", "|McDonald||"), ("MacLean", "|MacLean||"),
    ("Vanessen", "|Vanessen||"), ("Dekker", "|Dekker||"), ("Terlouw", "|Terlouw||"),
    // Abbreviated, in front and behind.
    ("v.d. Berg", "v.d.|Berg||"), ("V.d. Berg", "v.d.|Berg||"), ("v.d Berg", "v.d.|Berg||"),
    ("v. d. Berg", "v.d.|Berg||"), ("vd. Berg", "v.d.|Berg||"), ("v.d.Berg", "v.d.|Berg||"),
    ("v d Berg", "v.d.|Berg||"), ("v/d Berg", "v.d.|Berg||"), ("vd Berg", "v.d.|Berg||"),
    ("VD BERG", "v.d.|Berg||"), ("Vd Berg", "v.d.|Berg||"), ("v. Berg", "v.|Berg||"),
    ("Berg, van den", "van den|Berg||"), ("Berg van den", "van den|Berg||"),
    ("Berg v.d.", "v.d.|Berg||"), ("Berg, v.d.", "v.d.|Berg||"), ("Berg vd", "v.d.|Berg||"),
    ("BERG, VAN DEN", "van den|Berg||"), ("BERG VAN DEN", "van den|Berg||"),
    // Own and partner's.
    ("Jansen", "|Jansen||"), ("De Vries", "de|Vries||"), ("De Vries-Jansen", "de|Vries||Jansen"),
    ("Jansen-de Vries", "|Jansen|de|Vries"), ("Jansen - de Vries", "|Jansen|de|Vries"),
    ("JANSEN-DE VRIES", "|Jansen|de|Vries"), ("Jansen – de Vries", "|Jansen|de|Vries"),
    ("Jansen e/v de Vries", "|Jansen|de|Vries"), ("Jansen e.v. de Vries", "|Jansen|de|Vries"),
    ("Jansen, e/v de Vries", "|Jansen|de|Vries"), ("Jansen E/V de Vries", "|Jansen|de|Vries"),
    ("Jansen, gehuwd met de Vries", "|Jansen|de|Vries"),
    ("de Vries geb. Jansen", "de|Vries||Jansen"), ("Bakker-Smit", "|Bakker||Smit"),
    ("Vries-Jansen, de", "de|Vries||Jansen"),
    ("van den Berg-van der Vliet", "van den|Berg|van der|Vliet"),
    // Letters.
    ("IJzerman", "|IJzerman||"), ("IJZERMAN", "|IJzerman||"), ("Ijaz", "|Ijaz||"),
    ("IJAZ", "|Ijaz||"), ("ĳzerman", "|IJzerman||"),
    ("ĲZERMAN", "|IJzerman||"), ("Yzerman", "|Yzerman||"), ("MEĲER", "|Meijer||"),
    ("van IJsselstein", "van|IJsselstein||"),
    ("Käster", "|Käster||"), ("ŞAHİN", "|Şahin||"), ("Yıldız", "|Yıldız||"),
    ("Dağ", "|Dağ||"), ("DAĞ", "|Dağ||"), ("Wałęsa", "|Wałęsa||"), ("WAŁĘSA", "|Wałęsa||"),
    ("Weiß", "|Weiß||"), ("Großkopf", "|Großkopf||"), ("Moeller", "|Moeller||"),
    ("MÖLLER", "|Möller||"), ("Popescu-Țăran", "|Popescu||Țăran"), ("NGUYỄN", "|Nguyễn||"),
    ("El Khatibi", "el|Khatibi||"), ("El-Khatibi", "el|Khatibi||"), ("AL-HASSAN", "al|Hassan||"),
    ("Al Hassan", "al|Hassan||"), ("Ben Ali", "ben|Ali||"), ("Bin Salah", "bin|Salah||"),
    ("Aït Hamou", "aït|Hamou||"),
    // What is no part of a name.
    ("dhr. Bakker", "|Bakker||"), ("Mevr. Bakker", "|Bakker||"), ("mw Bakker", "|Bakker||"),
    ("Hr/Mw Bakker", "|Bakker||"), ("Dhr./Mevr. Bakker", "|Bakker||"), ("hr. Bakker", "|Bakker||"),
    ("mr. drs. Bakker", "|Bakker||"), ("ir. Bakker", "|Bakker||"), ("ing. Bakker", "|Bakker||"),
    ("Prof.dr. Bakker", "|Bakker||"), ("ds. Bakker", "|Bakker||"), ("sir Bakker", "|Bakker||"),
    ("de heer Bakker", "|Bakker||"), ("De heer Bakker", "|Bakker||"),
    ("de heer/mevrouw Bakker", "|Bakker||"), ("Bakker jr.", "|Bakker||"),
    ("Bakker, sr", "|Bakker||"),
    ("t.a.v. Bakker", "|Bakker||"), ("p/a Bakker", "|Bakker||"),
    ("Bakker (geb. Smit)", "|Bakker||"),
    ("de Heer", "de|Heer||"), ("De Heer-Bakker", "de|Heer||Bakker"), ("DE HEER", "de|Heer||"),
  ]

  @Test(arguments: surnames)
  func `A surname`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(initials: "J.", surname: delivered)])
    #expect(table.nameText() == "J.|" + expected)
  }

  /// A whole name: initials, prefix, surname, partner's prefix, partner's surname, and given names.
  static let whole: [(String, String)] = [
    ("Jan Jansen", "J.||Jansen|||Jan"), ("Jansen, Jan", "J.||Jansen|||Jan"),
    ("JAN JANSEN", "J.||Jansen|||Jan"), ("jan jansen", "J.||Jansen|||Jan"),
    ("Dhr. Jan Jansen", "J.||Jansen|||Jan"), ("Jansen, dhr. Jan", "J.||Jansen|||Jan"),
    ("Jan Peter van den Berg", "J.P.|van den|Berg|||Jan Peter"),
    ("Jan-Peter van den Berg", "J.P.|van den|Berg|||Jan-Peter"),
    ("Berg, Jan Peter van den", "J.P.|van den|Berg|||Jan Peter"),
    ("Jan P. Bakker", "J.P.||Bakker|||Jan"), ("J.P. Bakker", "J.P.||Bakker|||"),
    ("Th. Bakker", "Th.||Bakker|||"), ("Joh. Bakker", "Joh.||Bakker|||"),
    ("JP Bakker", "J.P.||Bakker|||"), ("Bakker", "||Bakker|||"),
    ("Ben Bakker", "B.||Bakker|||Ben"), ("Mohamed el Amrani", "M.|el|Amrani|||Mohamed"),
    ("Mohamed Ben Ali", "M.|ben|Ali|||Mohamed"), ("Şükrü Yıldız", "Ş.||Yıldız|||Şükrü"),
    ("IJsbrand Bakker", "IJ.||Bakker|||IJsbrand"), ("ĲSBRAND BAKKER", "IJ.||Bakker|||IJsbrand"),
    ("Anna de Vries-Jansen", "A.|de|Vries||Jansen|Anna"),
    ("Anna Jansen e/v de Vries", "A.||Jansen|de|Vries|Anna"),
    ("Jan en Petra Bakker", "J.||Bakker|||Jan"), ("Dhr. en mevr. Bakker", "||Bakker|||"),
    ("Fam. Bakker", "||Bakker|||"), ("Erven Jan Bakker", "J.||Bakker|||Jan"),
    ("Sir Jan Bakker", "J.||Bakker|||Jan"), ("Hr/Mw J. Bakker", "J.||Bakker|||"),
    ("De heer/mevrouw J. Bakker", "J.||Bakker|||"), ("mr. J. vanderBerg", "J.|van der|Berg|||"),
    ("Pa Modou Jallow", "P.M.||Jallow|||Pa Modou"), ("Li Wang", "L.||Wang|||Li"),
    ("Wijlen J. Bakker", "J.||Bakker|||"), ("t.a.v. mevr. J. Bakker", "J.||Bakker|||"),
    ("p/a Jan Bakker", "J.||Bakker|||Jan"), ("J. Bakker c.s.", "J.||Bakker|||"),
    ("J. Bakker e.o.", "J.||Bakker|||"), ("J. Bakker jr.", "J.||Bakker|||"),
    ("LeRoy Bakker", "L.||Bakker|||LeRoy"), ("DeAndre Bakker", "D.||Bakker|||DeAndre"),
  ]

  @Test(arguments: whole)
  func `A whole name`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(name: delivered)])
    #expect(table.nameText() + "|" + table.text(\.givenNames) == expected)
  }

  /// A cell of initials and a cell of given names beside `Bakker`: initials and given names.
  static let given: [(String, String, String)] = [
    ("J.P.", "", "J.P.|"), ("JP", "", "J.P.|"), ("J P", "", "J.P.|"), ("J.-P.", "", "J.P.|"),
    ("Th.", "", "Th.|"), ("Ph.", "", "Ph.|"), ("Chr.", "", "Chr.|"), ("IJ.", "", "IJ.|"),
    ("Joh.", "", "Joh.|"), ("Jan", "", "J.|Jan"), ("jan", "", "J.|Jan"), ("Jan P.", "", "J.P.|Jan"),
    ("SAMIRA", "", "S.|Samira"), ("J.P. (Jan)", "", "J.P.|"), ("", "Jan", "J.|Jan"),
    ("J.P.", "Jan Peter", "J.P.|Jan Peter"), ("J.P.", "JAN PETER", "J.P.|Jan Peter"),
    ("", "JAN", "J.|Jan"), ("", "jan-peter", "J.P.|Jan-Peter"), ("", "J.P.", "J.P.|"),
    ("Jan", "J.P.", "J.|Jan"), ("Jan", "Johannes", "J.|Johannes"), ("K.", "Jan", "K.|Jan"),
    ("dhr. J.", "", "J.|"), ("Mevr.", "", "|"), ("dhr", "", "|"), ("mw.", "Anna", "A.|Anna"),
    ("MR", "", "M.R.|"), ("DR", "", "D.R.|"), ("Mr. J.", "", "J.|"), ("J. ing.", "", "J.|"),
    ("J. jr.", "", "J.|"), ("sir Jan", "", "J.|Jan"), ("", "Dhr. Jan", "J.|Jan"),
    ("", "Mevr.", "|"), ("", "sir", "|"), ("", "Jan en Petra", "J.|Jan"),
    ("", "D'ANGELO", "D.A.|D'Angelo"), ("", "ĲSBRAND", "IJ.|IJsbrand"), ("Ijeoma", "", "I.|Ijeoma"),
    ("Junior", "", "J.|Junior"), ("", "-", "|"),
    ("", "Søren Łukasz", "S.Ł.|Søren Łukasz"),
    ("", "X Æ", "X.Æ.|"), ("", "Ng", "N.G.|"), ("", "张伟", "张.|张伟"), ("", "Jan.", "J.|"),
  ]

  @Test(arguments: given)
  func `Initials and given names`(initials: String, given: String, expected: String) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(initials: initials, givenNames: given, surname: "Bakker")
    ])
    #expect(table.text(\.initials) + "|" + table.text(\.givenNames) == expected)
  }

  /// A whole name and who owes.
  static let debtors: [(String, DebtorKind)] = [
    ("Fam. Bakker", .joint), ("Familie Bakker", .joint), ("fam Bakker-Smit", .joint),
    ("J. Bakker en P. Smit", .joint), ("J. Bakker en/of P. Smit", .joint),
    ("J. Bakker & P. Smit", .joint), ("J. Bakker e/o P. Smit", .joint),
    ("J. Bakker of P. Smit", .joint), ("J. Bakker e.o.", .joint), ("J. Bakker c.s.", .joint),
    ("Dhr. en mevr. Bakker", .joint), ("de heer en mevrouw Bakker", .joint),
    ("Erven J. Bakker", .estate), ("de erven Bakker", .estate),
    ("Erfgenamen van J. Bakker", .estate),
    ("Nalatenschap J. Bakker", .estate), ("Wijlen J. Bakker", .estate),
    ("Kapsalon Bakker", .soleTrader), ("Bakker V.O.F.", .soleTrader),
    ("J. Bakker h.o.d.n. De Kam", .soleTrader), ("J. Bakker", .person),
    ("van Erven", .person), ("de Heer", .person), ("J. Familiaris", .person),
  ]

  @Test(arguments: debtors)
  func `Who owes`(delivered: String, expected: DebtorKind) throws {
    let table = try StageFixture.normalise([DeliveredRow(name: delivered)])
    #expect(table.debtorKind[0] == expected)
  }

  /// Spellings that are one when folded.
  static let folded: [(String, String)] = [
    ("Käster", "kaster"), ("ŞAHİN", "sahin"), ("Şahin", "sahin"), ("Yıldız", "yildiz"),
    ("DAĞ", "dag"), ("Wałęsa", "walesa"), ("Weiß", "weiss"), ("WEIẞ", "weiss"),
    ("Möller", "moller"), ("Țăran", "taran"), ("Ţăran", "taran"), ("Nguyễn", "nguyen"),
    ("NGUYỄN", "nguyen"), ("Phạm Đức", "phamduc"), ("Trương", "truong"), ("Ǎ", "a"),
    ("IJzerman", "ijzerman"), ("Ĳzerman", "ijzerman"), ("Mu\u{308}ller", "muller"),
  ]

  @Test(arguments: folded)
  func `Folds`(delivered: String, expected: String) {
    let source = ByteArena()
    let cell = source.store(delivered)
    let arena = ByteArena()
    arena.append(folded: source[cell])
    #expect(arena.bytes.string == expected)
  }
}
