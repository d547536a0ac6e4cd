/// A short stream of random numbers about one subject.
///
/// Nothing about a household is stored: whoever asks again with the same seed, subject and topic
/// draws the same numbers again.
struct Draw {
  /// What the numbers are for; topics of one subject do not influence each other.
  enum Topic: UInt64 {
    case household = 1
    case person
    case claim
    case row
    case style
    case building
    case block
    case removal
    case postcode
    case order
    case holding
    case error
    case intermediary
    case twins
    case register
  }

  private var state: UInt64

  /// Creates the stream of a subject.
  init(seed: UInt64, subject: Int, topic: Topic) {
    let mixed = Draw.mix(UInt64(truncatingIfNeeded: subject) &* 0x9E37_79B9_7F4A_7C15)
    state = Draw.mix(seed &+ topic.rawValue &* 0xD1B5_4A32_D192_ED03) ^ mixed
  }

  /// SplitMix64: the next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Draw.mix(state)
  }

  /// A number of 0..<bound, for a bound far below 2^32.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number of a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Whether something happens that happens so many times in a thousand.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
