import Model

/// Fills phone and e-mail of a table.
struct ContactNormaliser {
  private let junk = EmailWord.table

  /// Reads every row.
  ///
  /// - Complexity: O(*n*) in the bytes of the columns.
  func run(_ received: Received, _ normalised: inout Normalised) {
    let count = received.count
    let texts = received.arena
    let arena = normalised.arena
    normalised.phone.reserveCapacity(count)
    normalised.secondPhone.reserveCapacity(count)
    normalised.email.reserveCapacity(count)
    for row in 0..<count {
      let deliveredPhone = texts[received.phone[row]].trimmed
      let (phone, secondPhone) = arena.store(phones: deliveredPhone)
      if phone.isEmpty && !deliveredPhone.isEmpty {
        normalised.quality[row].insert(.phoneUnusable)
      }
      normalised.phone.append(phone)
      normalised.secondPhone.append(secondPhone)
      let deliveredEmail = texts[received.email[row]].trimmed
      let email = arena.store(email: deliveredEmail, junk)
      if email.isEmpty && !deliveredEmail.isEmpty {
        normalised.quality[row].insert(.emailUnusable)
      }
      normalised.email.append(email)
    }
  }
}
