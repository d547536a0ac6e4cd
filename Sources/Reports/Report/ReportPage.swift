internal import Diagnostics
public import Model
internal import Mustache

/// The report of a municipality for its council and managers, in Dutch: one HTML file without script or
/// link, that reads well on a screen, aloud and in print.
///
/// It is made from ``Indicators`` alone, which hold no number of people that is not hidden or rounded.
///
/// - Source: `wcag-2.1`.
public struct ReportPage: Sendable {
  /// The name of the file.
  public static let fileName = "rapport.html"

  /// The page as text.
  public let html: String

  /// Makes the page.
  ///
  /// - Throws: A `Diagnostic` if a template is broken, which would be a defect.
  public init(_ indicators: Indicators) throws {
    do {
      let library = MustacheLibrary(templates: [
        "style": try MustacheTemplate(string: PageTemplates.style),
        "report-style": try MustacheTemplate(string: ReportTemplates.style),
        "bars": try MustacheTemplate(string: ReportTemplates.bars),
        "flow": try MustacheTemplate(string: ReportTemplates.flow),
        "table": try MustacheTemplate(string: ReportTemplates.table),
      ])
      html = try MustacheTemplate(string: ReportTemplates.page)
        .render(ReportView(indicators), library: library)
    } catch { throw Diagnostic(.defect, ["what": "the template of the report cannot be read"]) }
  }

  /// Writes the page, for this user alone; what was there is replaced.
  ///
  /// - Parameter folder: An existing folder.
  /// - Throws: A `Diagnostic` if the file cannot be written.
  public func write(to folder: String) throws {
    try OutputFile.write(html, to: folder + "/" + Self.fileName)
  }
}
