// What the calendar and the history of a feed say of its deliveries.
extension DiagnosticCode {
  public static let deliveryLate = DiagnosticCode(
    "FEED-060", .information,
    "the delivery for {period} was received on {received}; it was due on {due}",
    help: "it was taken in; if the partner is late more often, talk about the day it is due",
    partnerHint:
      "De levering over {period} was er op {received}. De afgesproken dag is {due}. Lever de volgende keer op tijd aan."
  )
  public static let deliveryOlder = DiagnosticCode(
    "FEED-061", .information,
    "the delivery is for {period}, and one for {newest} came before it",
    help: "it was taken in; ask the partner whether it meant to send an older period",
    partnerHint:
      "Deze levering gaat over {period}, maar {newest} was er al. Klopt dat, dan hoeft u niets te doen."
  )
  public static let deliverySeenBefore = DiagnosticCode(
    "FEED-062", .information,
    "the delivery has the same content as {other}, which an earlier run took in",
    help: "ask the partner for the delivery that it meant to send",
    partnerHint:
      "Dit bestand is gelijk aan een bestand dat wij al hadden. Lever het bestand aan dat bij deze periode hoort."
  )
  public static let correctionAdds = DiagnosticCode(
    "FEED-063", .information,
    "the delivery is for the same period as {other}; its rows come beside the earlier ones",
    help: "if the later delivery should stand in its place, set delivery.correction to replaces",
    partnerHint:
      "Over deze periode was er al een levering. Wij hebben de regels van deze levering erbij gezet."
  )
  public static let correctionReplaces = DiagnosticCode(
    "FEED-064", .information,
    "the delivery is for the same period as {other} and stands in its place",
    help: "",
    partnerHint:
      "Over deze periode was er al een levering. Deze levering komt ervoor in de plaats.")
  public static let correctionOutOfBounds = DiagnosticCode(
    "FEED-065", .information,
    "the delivery has {rows} rows and {other} for the same period has {before}: it does not stand in its place, its rows come beside the earlier ones",
    help:
      "ask the partner which is right; name the later one under delivery.accept to let it replace the other, or take the wrong one out of the inbox",
    partnerHint:
      "Over deze periode was er al een levering, met {before} regels; deze heeft er {rows}. Laat ons weten welke levering klopt."
  )
  public static let volumeOutOfBounds = DiagnosticCode(
    "FEED-066", .publicationRefused,
    "the delivery has {rows} rows; after the {count} before it, the feed allows {least} to {most}",
    help:
      "nothing was published; ask the partner whether the delivery is whole, then name it under delivery.accept of the feed, or take it out of the inbox",
    partnerHint:
      "Dit bestand heeft {rows} regels. Wij verwachten er {least} tot {most}. Laat ons weten of het bestand klopt, of lever het opnieuw aan."
  )
  public static let volumeRemarkable = DiagnosticCode(
    "FEED-067", .information,
    "the delivery has {rows} rows; after the {count} before it, {least} to {most} were expected",
    help: "ask the partner whether the delivery is whole",
    partnerHint:
      "Dit bestand heeft {rows} regels. Wij verwachten er {least} tot {most}. Laat ons weten of het bestand klopt."
  )
  public static let headerChanged = DiagnosticCode(
    "FEED-068", .information,
    "the header differs from that of the delivery before: {change}",
    help: "it was read all the same; ask the partner whether its export has changed",
    partnerHint:
      "De kolommen zijn anders dan in de vorige levering. Laat het ons weten als u uw export verandert."
  )

  static let calendarCodes: [DiagnosticCode] = [
    deliveryLate, deliveryOlder, deliverySeenBefore, correctionAdds, correctionReplaces,
    correctionOutOfBounds, volumeOutOfBounds, volumeRemarkable, headerChanged,
  ]
}
