import Diagnostics
import Model

// The sections `exchange` and `feedback` of a municipality's file: who supplies its data to Statistics
// Netherlands, and what was agreed to tell partners.

/// What may stand in these sections, and how it becomes a definition.
enum ExchangeFile {
  /// The keys of a municipality's file.
  static let keys: [Key] = [
    .optional(
      "exchange",
      .record([
        .required(
          "supplier-code", .text("a code"), "what Statistics Netherlands knows the supplier by"),
        .required("organisation", .text("a name"), "who supplies the data"),
        .required(
          "kvk", .text("eight digits in quotation marks"), "its chamber-of-commerce number"),
        .required("contacts", .list(contact, atLeast: 1), "whom Statistics Netherlands can ask"),
      ]), "who supplies data to Statistics Netherlands; without it ddas.json is not written"),
    .optional(
      "feedback",
      .record([
        .required(
          "acceptance", .truth,
          "whether partners were promised to hear until when they stop collecting")
      ]), "what was agreed to tell partners beside the status of their signals"),
  ]

  private static let contact = Shape.record([
    .required("name", .text("a name"), "who it is"),
    .required("phone", .text("a phone number in quotation marks"), "the number to call"),
    .required("email", .text("an e-mail address"), "the address to write to"),
    .required("function", .text("a function"), "what the person does there"),
  ])

  /// The supplier of a checked file; `nil` if it names none.
  static func supplier(_ node: YAMLNode) -> ExchangeSupplier? {
    guard let section = node["exchange"], let code = section["supplier-code"]?.text,
      let organisation = section["organisation"]?.text, let kvk = section["kvk"]?.text
    else { return nil }
    let contacts = (section["contacts"]?.items ?? []).compactMap { item -> ExchangeContact? in
      guard let name = item["name"]?.text, let phone = item["phone"]?.text,
        let email = item["email"]?.text, let function = item["function"]?.text
      else { return nil }
      return ExchangeContact(name: name, phone: phone, email: email, function: function)
    }
    guard !contacts.isEmpty else { return nil }
    return ExchangeSupplier(code: code, organisation: organisation, kvk: kvk, contacts: contacts)
  }

  /// Whether the municipality agreed to tell partners until when they stop collecting.
  static func tellsAcceptance(_ node: YAMLNode) -> Bool {
    node["feedback"]?["acceptance"]?.truth ?? false
  }
}

/// Checks that what is said about the supplier fits the messages to Statistics Netherlands.
///
/// - Source: `ddas-vroegsignalering`.
struct ExchangeChecks {
  let problems: ProblemCollector

  /// The most letters that a message may hold of a name, a function or a phone number.
  private static let mostLetters = 200

  /// Checks a municipality's file that was held against its shape.
  func check(_ node: YAMLNode) {
    guard let section = node["exchange"], section.isTable else { return }
    check(section["supplier-code"], "a code of at most 200 letters", isShort)
    check(section["organisation"], "a name of at most 200 letters", isShort)
    check(section["kvk"], "eight digits in quotation marks") { text in
      text.utf8.count == 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    var seen: Set<[String]> = []
    for contact in section["contacts"]?.items ?? [] {
      check(contact["name"], "a name of at most 200 letters", isShort)
      check(contact["function"], "a function of at most 200 letters", isShort)
      check(contact["phone"], "a phone number: digits, spaces, hyphens, + in front") { text in
        text.utf8.filter { (0x30...0x39).contains($0) }.count >= 10 && isShort(text)
          && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+ -()".utf8.contains($0) }
      }
      check(contact["email"], "an e-mail address such as vroegsignalering@example.org", isEmail)
      let words = ["name", "phone", "email", "function"].map { contact[$0]?.text ?? "" }
      guard !seen.insert(words).inserted else { continue }
      problems.add(
        .contradiction, at: contact.place,
        ["what": "this contact stands here twice", "hint": "keep one of the two"])
    }
  }

  private func check(_ node: YAMLNode?, _ expected: String, _ fits: (String) -> Bool) {
    guard let node, let text = node.text, !text.isEmpty, !fits(text) else { return }
    problems.add(.wrongKind, at: node.place, ["expected": expected, "found": node.found])
  }

  private func isShort(_ text: String) -> Bool {
    text.unicodeScalars.count <= Self.mostLetters
  }

  /// One `@` with letters before it, and a point in what follows.
  private func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, isShort(text),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return false }
    let names = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
  }
}
