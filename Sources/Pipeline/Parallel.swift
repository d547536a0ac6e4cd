/// Does a piece of work for each item on a few threads.
///
/// - Parameters:
///   - items: What to work on.
///   - jobs: How many pieces may run at once, at least 1.
///   - work: Must not depend on the other items.
/// - Returns: The results in the order of the items, whatever the order of their ends.
/// - Throws: The error of the first item, in the order of the items, whose work failed.
public func inParallel<Item: Sendable, Output: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) async throws -> Output
) async throws -> [Output] {
  var results: [Output] = []
  try await inParallel(items, jobs: jobs, work) { _, result in results.append(result) }
  return results
}

/// Does a piece of work for each item on a few threads, and takes each result in the order of the items while
/// the work on later ones goes on.
///
/// No more results wait to be taken than pieces may run at once.
///
/// - Parameters:
///   - items: What to work on.
///   - jobs: How many pieces may run at once, at least 1.
///   - work: Must not depend on the other items.
///   - take: Is given each item with its result, one after the other.
/// - Throws: What `take` throws, or the error of the first item whose work failed, when its turn comes.
func inParallel<Item: Sendable, Output: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) async throws -> Output,
  inOrder take: (Item, Output) throws -> Void
) async throws {
  if jobs <= 1 || items.count <= 1 {
    for item in items { try take(item, await work(item)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
    var waiting: [Int: Result<Output, any Error>] = [:]
    var next = 0
    var taken = 0
    while taken < items.count {
      while next < items.count, next - taken < 2 * jobs, next - taken - waiting.count < jobs {
        let index = next
        let item = items[index]
        next += 1
        group.addTask {
          do { return (index, .success(try await work(item))) } catch {
            return (index, .failure(error))
          }
        }
      }
      if let result = waiting.removeValue(forKey: taken) {
        try take(items[taken], result.get())
        taken += 1
      } else if let (index, result) = try await group.next() {
        waiting[index] = result
      }
    }
  }
}
