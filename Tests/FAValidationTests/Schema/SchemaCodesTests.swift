import Findings
import Testing

@testable import FAValidation

@Test("Every code of the schema is produced, and no other")
func everyCodeIsProduced() throws {
  let spoilt = [
    ("<P_15>123.00</P_15>", "<Zly/><P_15>1.001</P_15>"), ("<P_15>123.00</P_15>", ""), ("<P_15>", "tekst<P_15>"),
    ("FV/1/2026", "<b/>"), ("<P_2>", "<P_2 a=\"1\">"), ("FV/1/2026", ""),
    ("FV/1/2026", String(repeating: "x", count: 300)), (">PLN<", ">ZŁ<"), (">2026-03-01<", ">1 marca<"),
    (">2026-03-01<", ">1999-03-01<"), ("<NIP>1111111111", "<NIP>1"),
    ("<P_15>", String(repeating: "<Zly/>", count: 100) + "<P_15>"),
    ("<P_12>23</P_12>", "<P_12>23</P_12><P_12>8</P_12>"),
    ("<P_12>23</P_12>", "<P_12>23</P_12><P_7>Klej</P_7>"), ("</P_2>", "</P_2><P_1M>Warszawa</P_1M>"),
  ]
  let produced = try spoilt.flatMap { try schemaCodes(SchemaSample.fa3($0.0, becomes: $0.1)) }
  #expect(Set(produced) == Set(SchemaFinding.meanings.map(\.code)))
  #expect(Set(CodeMeaning.all.map(\.code)).isSuperset(of: produced))
}
