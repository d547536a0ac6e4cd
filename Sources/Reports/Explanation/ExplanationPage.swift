internal import Diagnostics
public import Model
internal import Mustache

/// A page that explains how signals were matched, in Dutch: one HTML file without script or link, that reads
/// well on a screen, aloud and in print.
///
/// - Source: `wcag-2.1`.
public struct ExplanationPage: Sendable {
  private let text: String

  /// Makes the page of a pair.
  ///
  /// - Throws: A `Diagnostic` if a template is broken, which would be a defect.
  public init(_ pair: PairExplanation) throws {
    text = try Self.render(PairView(pair), as: PageTemplates.pair)
  }

  /// Makes the page of households.
  ///
  /// - Throws: A `Diagnostic` if a template is broken, which would be a defect.
  public init(_ households: [HouseholdExplanation]) throws {
    text = try Self.render(
      HouseholdsView(households: households.map(HouseholdView.init)), as: PageTemplates.households)
  }

  /// Writes the page, for this user alone; what was there is replaced.
  ///
  /// - Throws: A `Diagnostic` if the file cannot be written.
  public func write(to path: String) throws {
    try OutputFile.write(text, to: path)
  }

  /// The page as text.
  public var html: String { text }

  private static func render(_ view: some Any, as body: String) throws -> String {
    do {
      let library = MustacheLibrary(templates: [
        "style": try MustacheTemplate(string: PageTemplates.style),
        "waterfall": try MustacheTemplate(string: PageTemplates.waterfall),
      ])
      return try MustacheTemplate(string: body).render(view, library: library)
    } catch { throw Diagnostic(.defect, ["what": "a template of a page cannot be read"]) }
  }
}
