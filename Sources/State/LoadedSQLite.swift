internal import GRDB

/// The SQLite that was loaded, which may be another than the program was built with.
public enum LoadedSQLite {
  /// Such as `3.40.1`.
  public static var version: String {
    let answer = try? DatabaseQueue().read {
      try String.fetchOne($0, sql: "SELECT sqlite_version()")
    }
    return (answer ?? nil) ?? "unknown"
  }
}
