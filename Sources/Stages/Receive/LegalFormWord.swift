/// What a word can tell of who bears a name: a legal person or a natural one.
struct LegalFormWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// A form of legal persons that stands in front of their name: `Stichting De Brug`.
  static let front = LegalFormWord(rawValue: 1 << 0)
  /// A form of legal persons that stands at the end of their name: `Korenmaat BV`.
  static let end = LegalFormWord(rawValue: 1 << 1)
  /// The same, but more often the initials of somebody: `Jansen S.A.`.
  static let rareEnd = LegalFormWord(rawValue: 1 << 2)
  /// Can stand before a form in front: `De Stichting Kwelgras`.
  static let article = LegalFormWord(rawValue: 1 << 3)
  /// A title, or a form of natural persons: no form at the end counts beside it.
  static let person = LegalFormWord(rawValue: 1 << 4)
  /// Tells that a natural person bears the name too: no form counts beside it.
  static let link = LegalFormWord(rawValue: 1 << 7)
  /// A denomination, before ``church``.
  static let denomination = LegalFormWord(rawValue: 1 << 5)
  /// What follows a denomination.
  static let church = LegalFormWord(rawValue: 1 << 6)

  /// Whether a form can begin with it.
  var mayOpen: Bool { contains(.front) || contains(.denomination) }
  /// Whether a form can end with it.
  var mayEnd: Bool { contains(.end) || contains(.rareEnd) }

  /// The words of Dutch practice, the first twelve letters of each; `'` stands for a slash.
  ///
  /// An eenmanszaak, vof, cv or maatschap consists of natural persons.
  ///
  /// - Source: `energy-cutoff-rules/3`, `ddas-vroegsignalering`.
  static let table = WordTable<LegalFormWord>([
    (
      .front,
      """
      stichting vereniging vve cooperatie cooperatieve kerkgenootsc onderlinge gemeente provincie \
      waterschap hoogheemraad parochie woningsticht woonstichtin zorgstichtin woningcooper woningcorpor \
      bewonersvere huurdersvere
      """
    ),
    (.end, "bv nv bvba gmbh ltd limited inc llc plc sce ua sarl"),
    (.rareEnd, "sa ag kg se spa srl as"),
    (.article, "de het 't"),
    (
      .person,
      """
      dhr dhrn hr heer meneer mijnheer mevr mevrouw mw mej mr mrs ms drs dr ir prof fam familie \
      gezin erven erfgenamen wed weduwe eenmanszaak maatschap vof cv zzp zzper firma fa io
      """
    ),
    (.link, "hodn thodn tho h'o t'h handelend inz inzake ev e'v tav p'a c'o"),
    (.denomination, "hervormde protestantse gereformeerd christelijke evangelische lutherse"),
    (.church, "gemeente kerk"),
  ])
}
