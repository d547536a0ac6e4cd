internal import Diagnostics
public import Model
internal import Mustache
public import Pipeline

/// One page about all municipalities of a run, in Dutch, for who organises the work of several: a line for each,
/// and what has to be done.
///
/// It shows the numbers of their reports, which are hidden or rounded, and nothing of a person.
///
/// - Source: `wcag-2.1`.
public struct OverviewPage: Sendable {
  /// The name of the file.
  public static let fileName = MunicipalityResult.overview

  /// The page as text.
  public let html: String

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - results: How the run ended for each municipality.
  ///   - date: The day the run is about.
  /// - Throws: A `Diagnostic` if a template is broken, which would be a defect.
  public init(_ results: [MunicipalityResult], on date: CalendarDate) throws {
    do {
      let library = MustacheLibrary(templates: [
        "style": try MustacheTemplate(string: PageTemplates.style),
        "report-style": try MustacheTemplate(string: ReportTemplates.style),
      ])
      html = try MustacheTemplate(string: OverviewTemplate.page)
        .render(OverviewView(results, on: date), library: library)
    } catch { throw Diagnostic(.defect, ["what": "the template of the overview cannot be read"]) }
  }

  /// Writes the page, for this user alone; what was there is replaced.
  ///
  /// - Parameter folder: An existing folder.
  /// - Throws: A `Diagnostic` if the file cannot be written.
  public func write(to folder: String) throws {
    try OutputFile.write(html, to: folder + "/" + Self.fileName)
  }
}
