public import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#endif

/// Says why a delivery cannot be opened or read.
///
/// What a file lacks is the partner's to mend, and the other deliveries go on without it. A disk that fails stops
/// the run: the list of the night before is better than one that lacks what is there.
public enum UnreadableDelivery {
  /// What speaks of this machine, and not of the file that was asked for.
  private static let ofMachine = [EIO, ENOSPC, EDQUOT, ENOMEM, EMFILE, ENFILE, ENOBUFS]

  /// The diagnostic for a refusal of the operating system.
  ///
  /// - Parameters:
  ///   - number: What `errno` was.
  ///   - location: What the delivery is called.
  /// - Returns: One that refuses the delivery, or one that stops the run.
  public static func diagnostic(errno number: Int32, at location: Location) -> Diagnostic {
    let reason = String(cString: strerror(number))
    if ofMachine.contains(number) {
      return Diagnostic(.readFailed, ["path": location.file ?? "a delivery", "reason": reason])
    }
    return Diagnostic(.deliveryUnreadable, at: location, ["reason": reason])
  }
}
