/// The marks by which a spelling is known: whole words, beginnings and ends, in plain small letters.
///
/// A table of spellings that are common in the Netherlands; it does not try to be complete. What it does
/// not know is `plain`.
enum SpellingTable {
  /// Whole words of a name.
  static let words = table([
    (
      .turkish,
      """
      yilmaz kaya demir sahin celik ozturk aydin arslan dogan kilic yildirim yildiz gunes ozdemir koc \
      turkmen polat aksoy erdogan cetin kurt simsek acar bulut korkmaz tekin unal avci tas ates keskin \
      mehmet mustafa ahmet huseyin hasan ibrahim murat emre yusuf fatma ayse emine zeynep elif hatice \
      ozlem sukran cagla omer
      """
    ),
    (
      .arabic,
      """
      mohamed mohammed muhammad mohammad muhammed achmed ahmed hassan hussein youssef yousef rachid \
      karim khalid said abdel abdul fatima fatiha khadija naima amina malika aicha samira latifa el al \
      ait ben benali belhaj amrani elamrani idrissi khattabi yaakoubi azzouzi achahbar chaouch ouali \
      haddou ziani daoudi saidi mansouri hamdaoui
      """
    ),
    (
      .polish,
      """
      nowak wozniak wojcik mazur krol dudek pawlak walczak stepien gorski zajac luczak katarzyna \
      agnieszka malgorzata krzysztof tomasz lukasz pawel marcin piotr zbigniew zaneta grzegorz \
      wojciech andrzej joanna ewa
      """
    ),
    (
      .surinamese,
      """
      ramdin ramlal bhagwandin baldewsingh jagroep mahabier soerdjan kartodikromo pinas wijngaarde \
      lieveld tjon sewbalak amatdjais ramcharan sital kalpoe soekhoe ganpat biharie jhinkoe autar \
      ramautar poeran khoesial tjin kromosoeto pawirodikromo sastro rajesh soenita soenil \
      anand shanti radjinder
      """
    ),
    (
      .antillean,
      """
      martina maduro croes isenia pietersz sintjago djaoen hooi martis winklaar rosalia \
      rojer cijntje pieternella felicia angela curiel henriquez granviel jansje koeiman
      """
    ),
    (
      .chinese,
      """
      nguyen tran pham huynh hoang vu vo dang bui do ngo duong wang li zhang liu chen yang huang zhao \
      wu zhou xu zhu lin hu guo cheung wong chan leung lam cheng ng lee
      """
    ),
  ])

  /// How words begin.
  static let beginnings = table([
    (.arabic, "bou abdel abdou oul belk bena"),
    (.surinamese, "soek soer bhag baldew ramd raml"),
  ])

  /// How words end.
  static let ends = table([
    (.turkish, "oglu turk demir kaya"),
    (.arabic, "aoui ouali oudi achir"),
    (.polish, "ski ska cki cka dzki dzka wicz czyk czak"),
    (.surinamese, "persad pershad singh radj dath nath dikromo medjo wirjo redjo"),
  ])

  /// Letters that one spelling alone has, in either case.
  static let letters: [Unicode.Scalar: SpellingGroup] = [
    "ş": .turkish, "Ş": .turkish, "ğ": .turkish, "Ğ": .turkish, "ı": .turkish, "İ": .turkish,
    "ł": .polish, "Ł": .polish, "ą": .polish, "Ą": .polish, "ę": .polish, "Ę": .polish,
    "ń": .polish, "Ń": .polish, "ś": .polish, "Ś": .polish, "ź": .polish, "Ź": .polish,
    "ż": .polish, "Ż": .polish,
  ]

  /// Prefixes of Dutch surnames.
  static let prefixes: Set<String> = [
    "van", "de", "der", "den", "ter", "ten", "te", "op", "in", "uit", "aan", "t", "v", "d", "vd",
  ]

  /// What stands before the other surname of somebody.
  static let spouseMarks: Set<String> = ["ev", "geb", "gehuwd", "weduwe", "wed", "geboren"]

  private static func table(_ lines: [(SpellingGroup, String)]) -> [String: SpellingGroup] {
    var table: [String: SpellingGroup] = [:]
    for (group, words) in lines {
      for word in words.split(separator: " ") where table[String(word)] == nil {
        table[String(word)] = group
      }
    }
    return table
  }
}
