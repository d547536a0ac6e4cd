internal import CXLSXWriter

/// The libxlsxwriter that was loaded, which may be another than the program was built with.
public enum LoadedXLSXWriter {
  /// Such as `1.1.4`.
  public static var version: String { lxw_version().map { String(cString: $0) } ?? "unknown" }
}
