internal import Model
internal import Pipeline
internal import Tabular

/// The data rows of a delivery as they were delivered, kept until its end was reached and verified.
///
/// They are asked for in the order of their digests, so a row stands anywhere in the file. To wait for memory at
/// another place for each of them would take longer than to decode it. So rows are put into drawers by the first
/// bits of their digests: in such an order one drawer comes after the other. A drawer fits the cache of a processor,
/// is brought there in one go, and is let go when its rows were lent.
struct KeptRows {
  /// About how many bytes a drawer is meant to hold.
  private static let drawerSize = 1 << 18
  private static let mostDrawerBits = 11

  private var drawers: [ByteArena]
  /// How many bits of a digest tell its drawer.
  private let drawerBits: Int
  private let order: RowOrder
  private let digest = SipHash(key: (0, 0))
  /// The number of rows.
  private(set) var count = 0
  /// The bytes that they have.
  private(set) var bytes = 0

  /// Makes drawers.
  ///
  /// - Parameters:
  ///   - order: In which order the rows will be asked for.
  ///   - bytes: How much text there may be; that makes no difference but to speed.
  init(_ order: RowOrder, bytes: Int) {
    let wanted = bytes / KeptRows.drawerSize
    let bits = order == .canonical ? Int.bitWidth - wanted.leadingZeroBitCount : 0
    drawerBits = min(bits, KeptRows.mostDrawerBits)
    self.order = order
    drawers = (0..<1 << drawerBits).map { _ in ByteArena() }
  }

  /// Keeps a row of a block.
  ///
  /// - Complexity: O(*n*) in its bytes.
  mutating func keep(_ block: CSVBlock, _ index: Int, bytes: ByteView) {
    let (high, low) = digest.hash(bytes)
    count += 1
    self.bytes += bytes.count
    let drawer = drawerBits == 0 ? 0 : Int(high >> UInt64(64 - drawerBits))
    drawers[drawer].append(
      KeptRow(
        arena: block.arena, cells: block.cells + block[index].lowerBound,
        count: block[index].count, bytes: bytes, number: count, line: block.line(ofRow: index),
        digest: RowDigest(high: high, low: low)))
  }

  /// Lends every row and lets go of all.
  ///
  /// - Parameter body: Is lent each row.
  /// - Complexity: O(*n*) in the bytes of the rows.
  mutating func lendAll(_ body: (KeptRow) -> Void) {
    var room = 64
    var cells = UnsafeMutablePointer<TextCell>.allocate(capacity: room)
    defer { cells.deallocate() }
    let near = ByteArena()
    var kept = drawers[...]
    drawers = []
    var fronts: [RowFront] = []
    while var drawer = kept.popFirst() {
      if drawer.count <= 4 * KeptRows.drawerSize {
        near.removeAll()
        near.append(drawer.bytes)
        drawer = near
      }
      fronts.removeAll(keepingCapacity: true)
      var at = 0
      while at < drawer.count {
        let front = RowFront(drawer, at: at)
        at = front.end
        fronts.append(front)
        if front.count > room {
          room = front.count
          cells.deallocate()
          cells = .allocate(capacity: room)
        }
      }
      switch order {
      case .delivered: for front in fronts { body(front.row(drawer, cells)) }
      case .canonical:
        let places = CanonicalOrder.places(of: fronts.map(\.digest), skipping: drawerBits)
        for place in places { body(fronts[Int(place)].row(drawer, cells)) }
      }
    }
  }
}

/// A delivered row that somebody else keeps; valid only while it is lent.
struct KeptRow {
  /// Where the texts of the cells stand.
  let arena: ByteArena
  let cells: UnsafePointer<TextCell>
  /// How many cells.
  let count: Int
  /// All cells as they stand one after another, parted by ``CSVBlock/separator``.
  let bytes: ByteView
  /// The data row from 1.
  let number: Int
  /// The line of the file on which it begins.
  let line: Int
  let digest: RowDigest

  /// The text of a cell.
  subscript(position: Int) -> ByteView { arena[cells[position]] }

  /// Whether there are cells from a position on, and all of them are empty.
  func isEmpty(from position: Int) -> Bool {
    position < count && (position..<count).allSatisfy { cells[$0].isEmpty }
  }
}

extension KeptRow {
  /// A row of a block that is none of the data rows.
  init(_ block: CSVBlock, _ index: Int) {
    let range = block[index]
    self.init(
      arena: block.arena, cells: block.cells + range.lowerBound, count: range.count,
      bytes: block.bytes(ofRow: index), number: 0, line: block.line(ofRow: index),
      digest: RowDigest(high: 0, low: 0))
  }
}
