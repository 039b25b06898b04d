public import Findings

/// What came of checking a signature with a public key.
public enum SignatureCheck: Sendable, Hashable {
  /// The signature covers the text, in a form that KSeF accepts.
  case valid(SignatureForm)
  /// It doesn't; with the most telling reason that could be found.
  case invalid(SignatureDefect)

  /// Whether the signature covers the text, in whichever accepted form.
  public var isValid: Bool {
    if case .valid = self { true } else { false }
  }
}

/// The forms in which KSeF accepts the signature of a KOD II.
///
/// Source: verification-codes, "KOD II, the issuer's certificate link".
public enum SignatureForm: String, Sendable, Hashable, CaseIterable {
  /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017, section 8.1).
  case rsaPSS
  /// ECDSA on P-256 with SHA-256 as R and S, 32 bytes each (IEEE P1363): the form to issue.
  case ecdsaP1363
  /// ECDSA on P-256 with SHA-256 as an ASN.1 DER sequence: accepted, not recommended.
  case ecdsaDER
}

/// Why a signature isn't valid.
///
/// A diagnosis never excuses: each of these is a failed signature.
public enum SignatureDefect: Sendable, Hashable {
  /// An RSA signature over the right text with PKCS#1 v1.5 padding instead of PSS.
  case pkcs1v15
  /// RSASSA-PSS over the right text, but with a salt of so many bytes instead of 32.
  case pssSaltLength(Int)
  /// So many bytes can't be a signature of this key: cut, or something was appended.
  case length(Int)
  /// A signature of this key, but over another text that signers are known to sign by mistake.
  case signedOtherText(MistakenText)
  /// The text, the signature or the key is another one.
  case doesNotMatch
  /// KSeF takes no signatures of such a key: RSA under 2048 bits, a curve other than P-256, another algorithm.
  case unsupportedKey(KeyKind)
}

/// Texts that signers are known to sign instead of the right one.
public enum MistakenText: String, Sendable, Hashable, CaseIterable {
  /// With `https://` in front.
  case withScheme
  /// With a slash at the end.
  case finalSlash
  /// The SHA-256 of the text, hashed once more.
  case hashedTwice
}

extension SignatureDefect {
  /// The defect as said to a person.
  public var sentence: Sentence {
    switch self {
    case .pkcs1v15:
      Sentence(
        "The text was signed with PKCS#1 v1.5 padding; KSeF asks for RSASSA-PSS.",
        pl: "Tekst podpisano z dopełnieniem PKCS#1 v1.5, a KSeF wymaga RSASSA-PSS.")
    case .pssSaltLength(let length):
      Sentence(
        "The text was signed with RSASSA-PSS and a salt of \(length) bytes; KSeF asks for 32.",
        pl: "Tekst podpisano algorytmem RSASSA-PSS z solą o długości \(length) bajtów, a KSeF wymaga 32.")
    case .length(let count):
      Sentence(
        "A signature of \(count) bytes can't come from this key: it was cut or something was appended.",
        pl: "Podpis o długości \(count) bajtów nie może pochodzić od tego klucza: ucięto go albo coś dopisano.")
    case .signedOtherText(.withScheme):
      Sentence(
        "The signer signed the link with \"https://\" in front; the signed text begins with the host.",
        pl: "Podpisano link razem z „https://”, a podpisywany tekst zaczyna się od nazwy hosta.")
    case .signedOtherText(.finalSlash):
      Sentence(
        "The signer signed the link with a slash at the end, which the signed text doesn't have.",
        pl: "Podpisano link z ukośnikiem na końcu, a podpisywany tekst go nie ma.")
    case .signedOtherText(.hashedTwice):
      Sentence(
        "The signer hashed the text before signing it, so that it was hashed twice.",
        pl: "Przed podpisaniem obliczono skrót tekstu, więc skrót policzono dwukrotnie.")
    case .doesNotMatch:
      Sentence(
        "The signature doesn't match the text and the key.", pl: "Podpis nie pasuje do tekstu i klucza.")
    case .unsupportedKey(let kind):
      Sentence(
        "KSeF accepts no signatures of this kind of key (\(kind)): it takes RSA of 2048 bits or more and EC P-256.",
        pl: "KSeF nie przyjmuje podpisów takim kluczem (\(kind)): dopuszcza RSA od 2048 bitów i EC P-256.")
    }
  }
}
