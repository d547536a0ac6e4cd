import Definitions
import Foundation
import TestSupport
import Testing

@Suite struct DefinitionSchemasTests {
  @Test(arguments: DefinitionSchemas.allCases)
  func `The committed schema is what the check uses`(schema: DefinitionSchemas) throws {
    let file = Repository.url("pipelines/schema/" + schema.fileName)
    if ProcessInfo.processInfo.environment["UPDATE_CASES"] != nil {
      try Data(schema.json().utf8).write(to: file)
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(committed == schema.json(), "write it again with UPDATE_CASES=1")
  }

  @Test(arguments: DefinitionSchemas.allCases)
  func `A schema is JSON`(schema: DefinitionSchemas) throws {
    let object = try JSONSerialization.jsonObject(with: Data(schema.json().utf8))
    let members = try #require(object as? [String: Any])
    #expect(members["type"] as? String == "object")
    #expect((members["required"] as? [String])?.isEmpty == false)
  }
}
