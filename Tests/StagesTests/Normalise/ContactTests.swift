import Model
import Testing

@testable import Stages

@Suite("Phone numbers and e-mail addresses in one form")
struct ContactTests {
  static let phones: [(String, String)] = [
    ("06-12345678", "+31612345678"), ("0612345678", "+31612345678"),
    ("0031 6 12345678", "+31612345678"), ("+31 (0)6 1234 5678", "+31612345678"),
    ("31612345678", "+31612345678"), ("612345678", "+31612345678"),
    ("+31612345678", "+31612345678"), ("010-2345678", "+31102345678"),
    ("06 12 34 56 78", "+31612345678"), ("06/12345678", "+31612345678"),
    ("06-12345678 / 010-2345678", "+31612345678"), ("0612345678 of 0623456789", "+31612345678"),
    ("0612345678 0623456789", "+31612345678"), ("geen / 06-12345678", "+31612345678"),
    ("06-12345678 (werk)", "+31612345678"), ("tel: 0612345678", "+31612345678"),
    ("+32 475 12 34 56", "+32475123456"), ("0000000000", ""), ("06-00000000", ""), ("geen", ""),
    ("onbekend", ""), ("0699999999", ""), ("12345", ""), ("0691234567", ""), ("1", ""),
    ("06 - 12345678", "+31612345678"), ("06 – 12345678", "+31612345678"),
    ("06.12.34.56.78", "+31612345678"), ("0031(0)612345678", "+31612345678"),
    ("+31-6-12345678", "+31612345678"), ("+31 06 12345678", "+31612345678"),
    ("O6-12345678", "+31612345678"), ("612345678.0", "+31612345678"), ("0123456789", ""),
    ("1234567890", ""), ("0900-1234", ""), ("112", ""), ("06-12345678", "+31612345678"),
    ("+31 0000000000", ""), ("6,12346E+08", ""), ("n.v.t.", ""), ("06-11111111", ""),
    ("0031", ""), ("+31", ""), ("06", ""),
  ]

  /// A cell with two numbers, and both.
  static let pairs: [(String, String)] = [
    ("06-12345678", "+31612345678|"), ("06-12345678 / 010-2345678", "+31612345678|+31102345678"),
    ("010-2345678 of 06-12345678", "+31102345678|+31612345678"),
    ("0612345678 0623456789", "+31612345678|+31623456789"),
    ("0612345678/0623456789", "+31612345678|+31623456789"),
    ("0612345678;0623456789", "+31612345678|+31623456789"),
    ("0612345678, 0623456789", "+31612345678|+31623456789"),
    ("0612345678 en 0623456789", "+31612345678|+31623456789"),
    ("+31612345678 / +31102345678", "+31612345678|+31102345678"),
    ("06-12345678 / +31 6 12345678", "+31612345678|"), ("geen / 06-12345678", "+31612345678|"),
    ("06-12345678 / geen", "+31612345678|"), ("06-12345678 / 0000000000", "+31612345678|"),
    ("06-12345678 (werk)", "+31612345678|"), ("010-2345678/79", "+31102345678|"),
    ("0612345678 / 0623456789 / 0634567890", "+31612345678|+31623456789"),
    ("thuis 010-2345678, mobiel 06 12345678", "+31102345678|+31612345678"), ("geen", "|"),
  ]

  @Test(arguments: pairs)
  func `Two phones in one cell`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(surname: "B", phone: delivered)])
    #expect(table.text(\.phone) + "|" + table.text(\.secondPhone) == expected)
  }

  @Test(arguments: phones)
  func `Phone`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(surname: "B", phone: delivered)])
    #expect(table.text(\.phone) == expected)
    #expect(table.quality[0].contains(.phoneUnusable) == expected.isEmpty)
  }

  static let emails: [(String, String)] = [
    ("j.bakker@voorbeeld.nl", "j.bakker@voorbeeld.nl"),
    (" J.Bakker@Voorbeeld.NL ", "J.Bakker@voorbeeld.nl"),
    ("mailto:j@voorbeeld.nl", "j@voorbeeld.nl"),
    ("Jan <j@voorbeeld.nl>", "j@voorbeeld.nl"),
    ("geen; j@voorbeeld.nl", "j@voorbeeld.nl"),
    ("noreply@voorbeeld.nl", ""), ("no-reply@voorbeeld.nl", ""), ("geen@voorbeeld.nl", ""),
    ("geen", ""), ("j@voorbeeld", ""), ("@voorbeeld.nl", ""), ("j@@voorbeeld.nl", ""),
    ("j..b@voorbeeld.nl", ""), ("j@.nl", ""), ("n.v.t.", ""),
    ("j@voorbeeld.nl.", "j@voorbeeld.nl"), ("'j@voorbeeld.nl'", "j@voorbeeld.nl"),
    ("-j@voorbeeld.nl", "-j@voorbeeld.nl"), ("NoReply@voorbeeld.nl", ""), ("geen@geen.nl", ""),
    ("j@geen.nl", ""), ("j@onbekend.nl", ""), ("j@geen-email.nl", ""),
    ("no_reply@voorbeeld.nl", ""),
    ("nvt@voorbeeld.nl", ""),
    ("j@geenstijl.voorbeeld.nl", "j@geenstijl.voorbeeld.nl"), ("j@voorbeeld.n", ""),
    ("j@onbekend", ""), ("www.voorbeeld.nl", ""), ("j+12@voorbeeld.nl", "j+12@voorbeeld.nl"),
  ]

  @Test(arguments: emails)
  func `E-mail`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(surname: "B", email: delivered)])
    #expect(table.text(\.email) == expected)
    #expect(table.quality[0].contains(.emailUnusable) == expected.isEmpty)
  }

  @Test
  func `What was not delivered is not flagged`() throws {
    let table = try StageFixture.normalise([DeliveredRow(surname: "B", birthDate: "1980-05")])
    #expect(table.quality[0] == [.postcodeMissing, .addressNumberMissing])
    #expect(table.birthDate[0] == PartialDate(year: 1980, month: 5))
    #expect(table.municipality == [606])
  }
}
