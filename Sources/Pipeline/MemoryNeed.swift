internal import Diagnostics

/// How much memory a run will need, before it begins.
///
/// All deliveries of a run are in memory at once, with what the stages made of the municipalities that are being
/// worked on; docs/scaling.md says what is there when, and how the numbers were measured.
struct MemoryNeed {
  /// What is needed without any delivery.
  private static let least = 64 << 20
  /// For each inflated byte: what a run keeps of every row, and of the rows of its own municipalities.
  private static let bytesEach = (every: 2, own: 8)

  /// Inflated bytes of all deliveries.
  let inflated: Int
  /// Bytes that the run will need.
  let needed: Int

  /// Works it out.
  ///
  /// - Parameters:
  ///   - inflated: Inflated bytes of all deliveries.
  ///   - municipalities: How many the run serves.
  ///   - all: How many the deliveries are about.
  init(inflated: Int, municipalities: Int, of all: Int) {
    self.inflated = inflated
    let own = inflated * Self.bytesEach.own / max(1, all) * municipalities
    needed = Self.least + inflated * Self.bytesEach.every + own
  }

  /// Stops a run that does not fit.
  ///
  /// - Parameter available: The memory that is free; `nil` where nobody says so.
  /// - Throws: A diagnostic with the sizes.
  func check(_ available: Int?) throws(Diagnostic) {
    guard let available, needed > available else { return }
    throw Diagnostic(
      .memoryShort,
      [
        "needed": "\(needed >> 20)", "inflated": "\(inflated >> 20)",
        "available": "\(available >> 20)",
      ])
  }
}
