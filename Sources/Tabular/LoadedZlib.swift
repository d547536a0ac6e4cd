import CZlib

/// The zlib that was loaded, which may be another than the program was built with.
public enum LoadedZlib {
  /// Such as `1.2.13`.
  public static var version: String { zlibVersion().map { String(cString: $0) } ?? "unknown" }
}
