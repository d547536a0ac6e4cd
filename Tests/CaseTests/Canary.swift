import Foundation
import TestSupport
import Testing

/// Invented values that stand nowhere else, and the search for any piece of them.
struct Canary {
  /// The rows of a delivery of `havenstad-wonen`, cell by cell.
  let rows: [[String]]
  /// Every run of eight bytes of a value, in lower case.
  private let pieces: Set<UInt64>
  /// The same of the partner's own references.
  private let references: Set<UInt64>

  static let feed = "havenstad-wonen"
  static let header = [
    "Huurdernummer", "Voorletters", "Tussenvoegsel", "Achternaam", "Tussenvoegsel partner",
    "Achternaam partner", "Geboortedatum", "Straat", "Huisnummer", "Huisletter", "Toevoeging",
    "Postcode", "Plaats", "Telefoon", "E-mail", "Soort melding", "Openstaand bedrag",
    "Achterstand sinds", "Maanden achterstand", "Datum melding", "Datum ontruiming", "Bezwaar",
    "Complexnummer",
  ]

  /// Invents rows.
  init(rows count: Int) {
    var generator = SeededGenerator(seed: 1112)
    var values: Set<UInt64> = []
    var references: Set<UInt64> = []
    func word() -> String {
      let letters = "bcdfghjklmnpqrstvwxz".map { String($0) }
      return (0..<12).reduce(into: "") { text, _ in
        text += letters[Int.random(in: 0..<20, using: &generator)]
      }
    }
    func digits(_ count: Int) -> String {
      (0..<count).reduce(into: "") { text, _ in
        text += String(Int.random(in: 0...9, using: &generator))
      }
    }
    rows = (0..<count).map { number in
      let surname = word().capitalized
      let partner = word().capitalized
      let street = word().capitalized + "kade"
      let city = "Schiedam"
      let phone = "0670" + digits(6)
      let mail = word() + "@" + word() + ".nl"
      let reference = "H-" + word()
      let complex = number % 16 == 0 ? "111222333" : word()
      for value in [surname, partner, street, phone, mail, complex, "111222333"] {
        values.formUnion(Canary.windows(Array(value.lowercased().utf8)))
      }
      references.formUnion(Canary.windows(Array(reference.lowercased().utf8)))
      return [
        reference, "Q.X.", "", surname, "", partner, "12-03-1984", street,
        String(number % 900 + 1), "", "", "3111 AB", city, phone, mail, "Huurachterstand",
        "1.234,56", "01-08-2026", "2", "02-11-2026", "", "Nee", complex,
      ]
    }
    pieces = values
    self.references = references
  }

  /// The rows as a delivery, as often as asked for.
  ///
  /// - Parameters:
  ///   - changes: Other cells in place of those of some rows, by row and column.
  ///   - times: How often; each time with other house numbers.
  /// - Returns: The text of the delivery.
  func text(_ changes: [Int: [String: String]] = [:], times: Int = 1) -> Data {
    var lines = [Canary.header.joined(separator: ";")]
    for time in 0..<times {
      for (number, row) in rows.enumerated() {
        var cells = zip(Canary.header, row).map { changes[number]?[$0] ?? $1 }
        if time > 0 { cells[8] = String(time) }
        lines.append(cells.joined(separator: ";"))
      }
    }
    return Data((lines + [""]).joined(separator: "\r\n").utf8)
  }

  /// Whether bytes hold eight bytes in a row of any value, in upper or lower case.
  func sings(in bytes: Data, referencesToo: Bool = true) -> Bool {
    let lower = Canary.withoutDigests(bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    return Canary.windows(lower).contains {
      pieces.contains($0) || (referencesToo && references.contains($0))
    }
  }

  /// The bytes without runs of hexadecimal digits so long that they are ids or digests.
  ///
  /// Among millions of them eight digits of a phone number stand by chance. No value of the canary is as
  /// long.
  private static func withoutDigests(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var from = 0
    while from < bytes.count {
      var to = from
      while to < bytes.count, isHexadecimal(bytes[to]) { to += 1 }
      if to - from >= 32 { for index in from..<to { bytes[index] = 0x20 } }
      from = max(to, from + 1)
    }
    return bytes
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func windows(_ bytes: [UInt8]) -> some Sequence<UInt64> {
    var window: UInt64 = 0
    return bytes.enumerated().lazy.compactMap { index, byte -> UInt64? in
      window = window << 8 | UInt64(byte)
      return index >= 7 ? window : nil
    }
  }

  /// Looks through all that a command said and left behind.
  ///
  /// Only the quarantine, the stage files, the lists, the messages for Statistics Netherlands and the state of a
  /// municipality may hold values, and files for a partner its own reference.
  func expectSilence(
    _ outcome: Program.Outcome, in night: SmallNight,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (name, said) in [("output", outcome.output), ("complaints", outcome.complaints)] {
      #expect(!sings(in: Data(said.utf8)), "standard \(name)", sourceLocation: sourceLocation)
    }
    let root = night.folder.url
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      if ["inbox/", "pipelines/", "fixtures/", "docs/"].contains(where: path.hasPrefix) {
        continue
      }
      #expect(!sings(in: Data(path.utf8)), "the name of a file", sourceLocation: sourceLocation)
      let url = root.appendingPathComponent(path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
        !Canary.mayHoldValues(path)
      else { continue }
      let bytes = try url.pathExtension == "gz" ? NightFixture.inflate(url) : Data(contentsOf: url)
      #expect(
        !sings(in: bytes, referencesToo: !Canary.isForAPartner(path)), "\(path)",
        sourceLocation: sourceLocation)
    }
  }

  /// Whether a file is one that stays with the municipality and holds values.
  private static func mayHoldValues(_ path: String) -> Bool {
    // A run that was killed leaves the copy that it was reading; the next one removes it first of all.
    path.contains("/quarantine/") || path.hasPrefix("state/")
      || path.hasPrefix("output/private/")
      || path.contains(
        /\/[0-9]{4}\/([a-z]+\.csv\.gz|werklijst\.(csv|xlsx)|brieven\.csv|deellijsten\/[a-z0-9-]+\.(csv|xlsx)|beoordeling\.csv|ddas\.json)$/
      )
  }

  /// Whether a file is for a partner, which may read its own reference.
  private static func isForAPartner(_ path: String) -> Bool {
    path.contains("/receipts/") || path.contains("/terugkoppeling/")
  }
}
