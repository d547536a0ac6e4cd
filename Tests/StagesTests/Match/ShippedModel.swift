import Definitions
import Foundation
import TestSupport

/// The model of matching that the shipped municipalities use.
enum ShippedModel {
  /// Loads it; the file is read once for all tests.
  static func load() throws -> LinkageModel { try loaded.get() }

  private static let loaded = Result {
    try LinkageLoader().load(path: Repository.url("pipelines/matching/standaard.yml").path)
  }
}
