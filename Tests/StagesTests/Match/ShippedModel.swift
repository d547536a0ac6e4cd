import Definitions
import Foundation
import TestSupport

/// The model of matching that the shipped municipalities use.
enum ShippedModel {
  static func load() throws -> LinkageModel {
    try LinkageLoader().load(path: Repository.url("pipelines/matching/standaard.yml").path)
  }
}
