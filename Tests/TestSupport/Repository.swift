public import Foundation

/// Where the repository under test stands.
public enum Repository {
  /// The root folder.
  public static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder below the root.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }
}
