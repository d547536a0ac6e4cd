import Testing

@testable import Definitions

@Suite struct DefinitionPathTests {
  @Test(arguments: [
    ("pipelines", "feeds/a/feed.yml", "pipelines/feeds/a/feed.yml"),
    ("pipelines", "../docs/sources.yml", "docs/sources.yml"),
    ("", "../docs/sources.yml", "../docs/sources.yml"),
    ("..", "../docs", "../../docs"),
    ("/srv/voorsein", "../keys", "/srv/keys"),
    ("/", "../../keys", "/keys"),
    ("pipelines", "/var/inbox", "/var/inbox"),
    ("a/./b//c", "..", "a/b"),
    ("a", "..", "."),
  ])
  func `A path is seen from a folder`(folder: String, path: String, joined: String) {
    #expect(DefinitionPath.join(folder, path) == joined)
  }

  @Test(arguments: [
    ("pipelines/nightly.yml", "pipelines", "nightly.yml"), ("nightly.yml", "", "nightly.yml"),
    ("/nightly.yml", "/", "nightly.yml"), ("../a/b.yml", "../a", "b.yml"),
  ])
  func `A path has a folder and a name`(path: String, folder: String, name: String) {
    #expect(DefinitionPath.folder(of: path) == folder)
    #expect(DefinitionPath.name(of: path) == name)
  }
}
