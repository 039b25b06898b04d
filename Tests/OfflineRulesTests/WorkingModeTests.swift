import KSeFIdentifiers
import OfflineRules
import Testing

@Suite("Moments")
struct MomentTests {
  @Test("A moment's day is Poland's, an hour or two before Greenwich's")
  func polishDay() {
    #expect(Moment(unixSeconds: 1_781_474_400).day == CalendarDate(iso: "2026-06-15"))
    #expect(Moment(unixSeconds: 1_781_474_399).day == CalendarDate(iso: "2026-06-14"))
  }
}
