/// What kind of text was found, said without the text.
///
/// - Returns: For instance `nothing`, `8 digits`, `9 characters with letters and digits`.
public func foundKind(of bytes: some Sequence<UInt8>) -> String {
  var digits = 0
  var letters = 0
  var count = 0
  for byte in bytes {
    switch byte {
    case 0x30...0x39: digits += 1
    case 0x41...0x5A, 0x61...0x7A: letters += 1
    case 0x80...0xBF: continue
    case 0xC0...0xFF: letters += 1
    default: break
    }
    count += 1
  }
  func characters(_ number: Int) -> String { number == 1 ? "1 character" : "\(number) characters" }
  if count == 0 { return "nothing" }
  if digits == count { return count == 1 ? "1 digit" : "\(count) digits" }
  if letters == count { return count == 1 ? "1 letter" : "\(count) letters" }
  switch (letters > 0, digits > 0) {
  case (true, true): return characters(count) + " with letters and digits"
  case (true, false): return characters(count) + " with letters"
  case (false, true): return characters(count) + " with digits and signs"
  case (false, false): return characters(count) + " without letters or digits"
  }
}
