internal import Crypto
internal import FoundationEssentials
public import Model

/// The keyed functions that make the ids of one municipality, one for each purpose.
///
/// Each is SipHash under a key that HMAC-SHA-256 derives from the municipality's secret, so that no
/// id can be computed without it, ids of two municipalities never meet, and an id of one purpose says
/// nothing about another. docs/decisions/0003 has the measurements.
public struct MunicipalityKeys: Sendable {
  /// Makes signal ids.
  public let signal: SipHash
  /// Makes address keys.
  public let address: SipHash
  /// Makes person ids.
  public let person: SipHash
  /// Makes household ids.
  public let household: SipHash
  /// Makes pseudonyms of rows of the register.
  public let register: SipHash
  /// Makes case ids.
  public let outreach: SipHash
  /// The name of the secret in the key file.
  public let name: String
  /// The keys that held before these, oldest first.
  public let earlier: [EarlierKeys]

  /// Keys that another secret took the place of.
  public struct EarlierKeys: Sendable {
    public let keys: MunicipalityKeys
    /// The first day on which they no longer hold.
    public let until: CalendarDate
  }

  /// The keys that hold for what was sent on a day.
  ///
  /// A signal that was sent before a secret was replaced keeps the id that it got, whenever it comes again.
  ///
  /// - Complexity: O(1) for a secret that was never replaced.
  public func holding(on day: CalendarDate) -> MunicipalityKeys {
    for other in earlier where day < other.until { return other.keys }
    return self
  }

  /// Derives the keys of a municipality.
  ///
  /// - Parameters:
  ///   - secret: 32 bytes.
  ///   - name: The name of the secret in the key file.
  ///   - municipality: Whose keys.
  ///   - others: The keys that these take the place of, with those before them; `nil` for none.
  ///   - day: The first day on which these hold.
  public init(
    secret: [UInt8], name: String, municipality: MunicipalityCode,
    after others: MunicipalityKeys? = nil, until day: CalendarDate = CalendarDate(days: 0)
  ) {
    self.name = name
    earlier = others.map { $0.earlier + [EarlierKeys(keys: $0, until: day)] } ?? []
    func derive(_ purpose: String) -> SipHash {
      let message = Data("voorsein/1/\(municipality)/\(purpose)".utf8)
      let code = HMAC<SHA256>.authenticationCode(
        for: message, using: SymmetricKey(data: Data(secret)))
      var words: [UInt64] = [0, 0]
      for (index, byte) in code.prefix(16).enumerated() {
        words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
      }
      return SipHash(key: (words[0], words[1]))
    }
    signal = derive("signal")
    address = derive("address")
    person = derive("person")
    household = derive("household")
    register = derive("register")
    outreach = derive("case")
  }
}
