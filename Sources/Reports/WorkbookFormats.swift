internal import CXLSXWriter
internal import Diagnostics

/// All formats of the workbook of a worklist.
struct WorkbookFormats {
  let plain: CellFormats
  /// Of a household in class C0: bold and shaded, so that it also stands out without colour.
  let urgent: CellFormats
  let header: Sheet.Format
  /// Of the header of a column that a worker fills in.
  let entryHeader: Sheet.Format
  let entryDate: Sheet.Format
  let entryText: Sheet.Format
  /// Of what a worker filled in on an earlier list.
  let entered: CellFormats
  let title: Sheet.Format
  let heading: Sheet.Format
  let term: Sheet.Format
  let paragraph: Sheet.Format
  let warning: Sheet.Format

  /// Adds the formats to a workbook.
  ///
  /// - Throws: `workbookFailed`.
  init(_ book: Workbook) throws(Diagnostic) {
    plain = try Self.cells(book, urgent: false)
    urgent = try Self.cells(book, urgent: true)
    header = try book.format { Self.setHeader($0, fill: 0x1F_3864, ink: 0xFF_FFFF) }
    entryHeader = try book.format { Self.setHeader($0, fill: 0xFF_F2CC, ink: 0x00_0000) }
    entryDate = try book.format { format in
      Self.setCell(format, urgent: false)
      format_set_num_format(format, Self.datePattern)
    }
    entryText = try book.format { Self.setCell($0, urgent: false) }
    entered = CellFormats(
      text: entryText, lines: entryText, number: entryText, date: entryDate, euro: entryText)
    title = try book.format { format in
      format_set_bold(format)
      format_set_font_size(format, 16)
    }
    heading = try book.format { format in
      format_set_bold(format)
      format_set_font_size(format, 13)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    }
    term = try book.format { format in
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    paragraph = try book.format { format in
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    warning = try book.format { format in
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bg_color(format, 0xFC_E4D6)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
  }

  private static let datePattern = "dd\\-mm\\-yyyy"
  private static let euroPattern = "[$€-413]\\ #,##0.00_)"

  private static func cells(_ book: Workbook, urgent: Bool) throws(Diagnostic) -> CellFormats {
    func format(_ pattern: String) throws(Diagnostic) -> Sheet.Format {
      try book.format { format in
        setCell(format, urgent: urgent)
        if pattern != euroPattern { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        format_set_num_format(format, pattern)
      }
    }
    return CellFormats(
      text: try format("@"), lines: try format("General"), number: try format("0"),
      date: try format(datePattern),
      euro: try format(euroPattern))
  }

  private static func setCell(_ format: Sheet.Format, urgent: Bool) {
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bottom_color(format, 0xA6_A6A6)
    guard urgent else { return }
    format_set_bold(format)
    format_set_bg_color(format, 0xFC_E4D6)
  }

  private static func setHeader(_ format: Sheet.Format, fill: UInt32, ink: UInt32) {
    format_set_bold(format)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_bg_color(format, fill)
    format_set_font_color(format, ink)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
  }
}
