import Model
import Testing

@testable import Stages

@Suite("Spellings that sound alike")
struct SpellingSoundTests {
  /// Names in groups that sound alike; names of two groups do not.
  static let groups: [[String]] = [
    ["meijer", "meyer", "meier", "maier"], ["janssen", "jansen", "janzen"],
    ["schmidt", "smit", "smid", "smidt"], ["visser", "fisser"],
    ["dekker", "decker", "deckker"], ["bakker", "backer"], ["kok", "cock", "kock"],
    ["mohammed", "mohamed", "muhammad"], ["yildiz", "yildis"], ["hoekstra", "hoexstra"],
    ["thomas", "tomas"], ["philips", "filips"], ["jong", "jonge"], ["peters", "pieters"],
    ["bos"], ["vos"], ["prins"], ["mulder"], ["dijkstra", "dykstra"], ["groot"], ["haan"],
    ["zhang", "cheung", "chang"], ["wu", "ng"], ["wang", "wong", "huang"], ["chen", "chan"],
    ["li", "lee"], ["tran"], ["le"],
  ]

  static func sound(_ text: String) -> UInt32 {
    let arena = ByteArena()
    let cell = arena.store(text)
    return SpellingSound.hash(arena[cell])
  }

  @Test
  func `One group, one sound`() {
    var known: [UInt32: Int] = [:]
    for (group, names) in Self.groups.enumerated() {
      let sounds = Set(names.map(Self.sound))
      #expect(sounds.count == 1, "\(names)")
      for sound in sounds {
        #expect(known.updateValue(group, forKey: sound) == nil, "\(names)")
      }
    }
  }

  @Test
  func `Nothing has no sound, a vowel has one`() {
    #expect(Self.sound("") == 0)
    #expect(Self.sound("a") != 0)
    #expect(Self.sound("a") == Self.sound("eij"))
  }
}
