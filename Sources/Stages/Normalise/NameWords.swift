/// What a word can mean in a name.
struct NameWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// Can stand before a surname: `van`, `el`.
  static let prefix = NameWord(rawValue: 1 << 0)
  /// A prefix that can also follow the surname without a comma: `Berg van den`.
  static let trailing = NameWord(rawValue: 1 << 1)
  /// A form of address or an academic title.
  static let title = NameWord(rawValue: 1 << 2)
  /// A title after the name: `jr.`.
  static let suffix = NameWord(rawValue: 1 << 3)
  /// A family in place of one person: `fam.`.
  static let family = NameWord(rawValue: 1 << 4)
  /// Heirs: `erven`.
  static let estate = NameWord(rawValue: 1 << 5)
  /// Joins two debtors: `en`, `of`.
  static let joint = NameWord(rawValue: 1 << 6)
  /// What follows is the other surname: `e/v`, `geb.`.
  static let spouse = NameWord(rawValue: 1 << 7)
  /// A legal form of a business whose owner is a natural person.
  static let legalForm = NameWord(rawValue: 1 << 8)
  /// A word of a trade name: `kapsalon`.
  static let trade = NameWord(rawValue: 1 << 9)
  /// An initial of more than one letter: `Th.`.
  static let initial = NameWord(rawValue: 1 << 10)
  /// A prefix that is a usual given name too: `Ben`.
  static let given = NameWord(rawValue: 1 << 11)
  /// The gentleman, a title after `de` only, because `de Heer` is a surname.
  static let gentleman = NameWord(rawValue: 1 << 12)
  /// What follows is the name of a business: `h.o.d.n.`.
  static let tradingAs = NameWord(rawValue: 1 << 13)

  /// The ends of long words of a trade name: `schildersbedrijf`, `handelsonderneming`.
  static let tradeEndings = [WordCode("bedrijf"), WordCode("onderneming")]

  /// The words of Dutch practice.
  ///
  /// - Source: `brp-voorvoegsels`, `domain-name-spelling`.
  static let table = WordTable<NameWord>([
    (
      [.prefix, .trailing],
      """
      van de der den 't ter ten te op in uit aan von het vd vdr vdn van't in't op't aan't vande vander \
      vanden vant t'
      """
    ),
    (
      .prefix,
      """
      's af bij boven d' da das des di die do dos du el al bin ibn ait het l' la las le les los onder \
      over tot uijt ver vom voor y zu zum zur gen
      """
    ),
    ([.prefix, .given], "ben"),
    (
      .title,
      """
      dhr dhrn mevr mevrouw mw mej mejuffrouw hr meneer mijnheer mr mrs ms sir mister miss madame \
      herr frau drs ir ing dr prof professor ds pastoor jhr jkvr weled weledele geachte bacc tav
      """
    ),
    (.gentleman, "heer heren"),
    (.suffix, "jr sr junior senior msc bsc phd mba llm"),
    (.family, "fam familie gezin echtpaar"),
    (.estate, "erven erfgenamen erfgenaam nalatenschap boedel wijlen"),
    (.joint, "en of eo cs"),
    (.spouse, "ev geb geboren gehuwd wed weduwe echtgenote echtgenoot"),
    (.legalForm, "vof eenmanszaak maatschap firma cv bv nv"),
    (.tradingAs, "hodn"),
    (
      .trade,
      """
      kapsalon kappers garage restaurant cafe cafetaria snackbar eetcafe loodgieter schoonmaak \
      adviesbureau \
      bakkerij slagerij bloemist transport taxi webshop praktijk salon onderneming bedrijf \
      stichting vereniging
      """
    ),
    (.initial, "th ph chr ij joh ch fr cl wm alb ant corn sj tj"),
  ])
}
