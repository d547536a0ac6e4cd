internal import Definitions
internal import Model

/// The states of the municipalities of a run, locked, and with the run in their audit logs.
struct HeldStates {
  private let states: [HeldState]
  private let isChanged: Bool

  /// Locks and checks the states, in the order of their codes, so that two runs never wait for each other.
  ///
  /// A run that leaves the state as it is only says that it read it, if there is one.
  ///
  /// - Throws: A diagnostic if another holds a lock to the end, or a state is damaged.
  init(
    _ municipalities: [MunicipalityDefinition], _ memory: (any Memory)?, waiting seconds: Int,
    isChanged: Bool
  ) throws {
    self.isChanged = isChanged
    guard let memory, isChanged || memory.exists else {
      states = []
      return
    }
    states = try municipalities.map(\.code).sorted().map {
      try memory.hold($0, waiting: seconds)
    }
    for state in states where isChanged { try state.begin(AuditedAct(.run)) }
  }

  var locks: [RunLock] { states.map(\.lock) }

  /// Records how the run ended.
  func end(run: String) throws {
    for state in states {
      let act = AuditedAct(.run, run: run)
      if isChanged { try state.end(act) } else { try state.note(act) }
    }
  }

  /// Records that the run did not end well.
  func fail() throws {
    for state in states where isChanged { try state.end(AuditedAct(.run), failed: true) }
  }
}
