import Model
import Testing

@testable import Pipeline

/// Which spelling group a name is measured in.
@Suite struct SpellingTests {
  private func group(
    _ surname: String, prefix: String = "", partner: String = "", given: String = ""
  ) -> SpellingGroup {
    let arena = ByteArena()
    let cells = [surname, prefix, partner, given].map { arena.store($0) }
    var classifier = SpellingClassifier()
    return classifier.group(
      surnames: [arena[cells[1]], arena[cells[0]]], partner: arena[cells[2]],
      givenNames: arena[cells[3]])
  }

  @Test(arguments: [
    ("Jansen", SpellingGroup.plain), ("JANSEN, J.P.", .plain), ("Vries", .plain),
    ("van den Berg", .prefixed), ("V.D. BERG", .prefixed), ("'t Hart", .prefixed),
    ("Bakker-Korf", .double), ("Jansen e/v Smit", .double), ("van Dijk-de Boer", .double),
    ("Yılmaz", .turkish), ("YILMAZ", .turkish), ("Şahin", .turkish), ("Sahin", .turkish),
    ("Hacıoğlu", .turkish), ("Bayraktaroglu", .turkish),
    ("el Amrani", .arabic), ("Elamrani", .arabic), ("Bouazza", .arabic), ("Belhaj", .arabic),
    ("Kowalski", .polish), ("Dabrowska", .polish), ("Łuczak", .polish), ("Adamowicz", .polish),
    ("Ramdin", .surinamese), ("Soekhradj", .surinamese), ("Pawirodikromo", .surinamese),
    ("Martina", .antillean), ("Nguyen", .chinese), ("Chen", .chinese),
    ("Müller", .accented), ("Đurić", .accented), ("M?ller", .lossy), ("", .none), ("-", .none),
  ])
  func followsFromTheLetters(name: String, expected: SpellingGroup) {
    #expect(group(name) == expected, "\(name)")
  }

  @Test func aPrefixOrASpouseInAColumnOfItsOwnCounts() {
    #expect(group("Berg", prefix: "van den") == .prefixed)
    #expect(group("Berg", prefix: "van den", partner: "Smit") == .double)
  }

  @Test func surnamesGoBeforeGivenNames() {
    #expect(group("Nowak", given: "Fatima") == .polish)
    #expect(group("Jansen", given: "Fatima") == .arabic)
    #expect(group("Jansen", given: "Anne-Marie van") == .plain)
  }

  @Test func everyWordOfTheTableIsPlainSmallLetters() {
    for (word, _) in Array(SpellingTable.words) + Array(SpellingTable.ends)
      + Array(SpellingTable.beginnings)
    {
      #expect(word.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(word)")
    }
    for (part, _) in Array(SpellingTable.ends) + Array(SpellingTable.beginnings) {
      #expect((3...7).contains(part.utf8.count), "\(part) is never looked for")
    }
  }

  @Test func everyGroupHasANameOfItsOwn() {
    let groups = SpellingGroup.allCases
    #expect(Set(groups.map(\.name)).count == groups.count)
    #expect(groups.enumerated().allSatisfy { $0.offset == Int($0.element.rawValue) })
  }
}
