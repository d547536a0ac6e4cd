public import Model

/// One of the parts that a run is split into, such as `2/7`: each part serves some of the municipalities.
public struct Partition: Hashable, Sendable, CustomStringConvertible {
  /// The most parts.
  static let most = 9999

  /// From 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Reads `I/N`, with I from 1 to N; `nil` if the text is anything else.
  ///
  /// - Parameter text: Two whole numbers with a slash between them.
  public init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard words.count == 2, isPlain, let number = Int(words[0]), let count = Int(words[1]),
      (1...Partition.most).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  public var description: String { "\(number)/\(count)" }

  /// The municipalities of the part: sorted by code they are dealt out like cards, so that no part has two more
  /// than another.
  ///
  /// - Parameter codes: All municipalities of the run.
  /// - Returns: Those of this part, by code; none when there are fewer municipalities than parts.
  public func deal(_ codes: [MunicipalityCode]) -> [MunicipalityCode] {
    codes.sorted().enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }
}
