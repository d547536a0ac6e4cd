/// What the calendar and the history say of a delivery.
public enum DeliveryWord: String, CaseIterable, Sendable {
  /// It came after it was due.
  case late
  /// A newer period came before it.
  case older
  /// The same content came before, under another name.
  case copy
  /// Another delivery for the same period came before.
  case correction
  /// A correction stands in its place.
  case replaced
  /// It has far fewer rows than those before it.
  case shrunk
  /// It has far more rows than those before it.
  case grown
  /// Its columns differ from those of the one before it.
  case header
}
