/// Which passes bring two records together, by what they have in common.
struct PassTable {
  /// One bit for each pass, by the bits of ``BlockingField``.
  private let passes: [UInt32]
  private let fields: [BlockingField]

  /// - Parameter passes: At most 32.
  /// - Complexity: O(1): the fields are few.
  init(_ passes: [BlockingPass]) {
    fields = passes.map(\.fields)
    self.passes = (0..<BlockingField.combinations).map { raw in
      let common = BlockingField(rawValue: UInt16(raw))
      var bits: UInt32 = 0
      for (index, pass) in passes.enumerated() where common.isSuperset(of: pass.fields) {
        bits |= 1 << UInt32(index)
      }
      return bits
    }
  }

  /// What a pass compares that no earlier one had.
  func filter(ofPass index: Int) -> Filter {
    Filter(passes: passes, own: 1 << UInt32(index), earlier: 1 << UInt32(index) - 1)
  }

  /// Leaves out what an earlier pass had, and what only shares a hash.
  struct Filter {
    fileprivate let passes: [UInt32]
    fileprivate let own: UInt32
    fileprivate let earlier: UInt32

    /// Says whether a pair is to be compared.
    ///
    /// - Parameters:
    ///   - common: What the two have in common.
    ///   - crowded: The passes in which one of them stands in a crowded block.
    /// - Returns: Whether it is of this pass and no earlier one had it.
    @inline(__always)
    func isNew(_ common: BlockingField, crowded: UInt32) -> Bool {
      let found = passes[Int(common.rawValue)]
      return found & own != 0 && found & earlier & ~crowded == 0
    }
  }
}
