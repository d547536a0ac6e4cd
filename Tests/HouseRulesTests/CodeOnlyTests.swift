import Testing

/// The scanner that the rules rest on.
@Suite struct CodeOnlyTests {
  @Test(arguments: [
    ("a // b", "a     "),
    ("a /* b\nc */ d", "a     \n     d"),
    ("x = \"try!\" + y", "x =        + y"),
    ("\"a\\\"b\" c", "       c"),
    ("\"\"\"\n// b\n\"\"\" d", "   \n    \n    d"),
    ("\"unclosed\nnext", "         \nnext"),
    ("url(\"https://x\") // y", "url(           )     "),
  ])
  func blanksCommentsAndStrings(text: String, expected: String) {
    #expect(codeOnly(text) == expected)
  }
}
