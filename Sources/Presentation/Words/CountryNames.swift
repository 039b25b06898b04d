import Findings

/// Names of countries by the codes that invoices use.
///
/// Source: XSD type `TKodKraju` (ISO 3166-1 alpha-2 with `XC`, `XI`, `XK`, `XL` and `AN`) and `TKodyKrajowUE` (`EL`).
enum CountryNames {
  /// Nil for a code that isn't known.
  static func name(of code: String, in language: Language) -> String? {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    var code = code
    var table = table
    return code.withUTF8 { code in
      table.withUTF8 { table in
        var start = 0
        while start < table.count {
          let end = table[start...].firstIndex(of: 0x0A) ?? table.count
          defer { start = end + 1 }
          guard table[start] == code[0], table[start + 1] == code[1] else { continue }
          let bar = table[start..<end].firstIndex(of: 0x7C) ?? end
          let name = language == .polish ? table[(start + 3)..<bar] : table[(bar + 1)..<end]
          return String(decoding: name, as: UTF8.self)
        }
        return nil
      }
    }
  }

  /// A line for each country: code, space, Polish name, bar, English name. Searched only for foreign addresses, so that
  /// no table is built when the program starts.
  private static let table = """
    AF Afganistan|Afghanistan
    AX Wyspy Alandzkie|Åland Islands
    AL Albania|Albania
    DZ Algieria|Algeria
    AD Andora|Andorra
    AO Angola|Angola
    AI Anguilla|Anguilla
    AQ Antarktyda|Antarctica
    AG Antigua i Barbuda|Antigua and Barbuda
    AN Antyle Holenderskie|Netherlands Antilles
    SA Arabia Saudyjska|Saudi Arabia
    AR Argentyna|Argentina
    AM Armenia|Armenia
    AW Aruba|Aruba
    AU Australia|Australia
    AT Austria|Austria
    AZ Azerbejdżan|Azerbaijan
    BS Bahamy|Bahamas
    BH Bahrajn|Bahrain
    BD Bangladesz|Bangladesh
    BB Barbados|Barbados
    BE Belgia|Belgium
    BZ Belize|Belize
    BJ Benin|Benin
    BM Bermudy|Bermuda
    BT Bhutan|Bhutan
    BY Białoruś|Belarus
    BO Boliwia|Bolivia
    BQ Bonaire, Sint Eustatius i Saba|Bonaire, Sint Eustatius and Saba
    BA Bośnia i Hercegowina|Bosnia and Herzegovina
    BW Botswana|Botswana
    BR Brazylia|Brazil
    BN Brunei|Brunei
    IO Brytyjskie Terytorium Oceanu Indyjskiego|British Indian Ocean Territory
    BG Bułgaria|Bulgaria
    BF Burkina Faso|Burkina Faso
    BI Burundi|Burundi
    XC Ceuta|Ceuta
    CL Chile|Chile
    CN Chiny|China
    HR Chorwacja|Croatia
    CW Curaçao|Curaçao
    CY Cypr|Cyprus
    TD Czad|Chad
    ME Czarnogóra|Montenegro
    DK Dania|Denmark
    DM Dominika|Dominica
    DO Dominikana|Dominican Republic
    DJ Dżibuti|Djibouti
    EG Egipt|Egypt
    EC Ekwador|Ecuador
    ER Erytrea|Eritrea
    EE Estonia|Estonia
    ET Etiopia|Ethiopia
    FK Falklandy|Falkland Islands
    FJ Fidżi|Fiji
    PH Filipiny|Philippines
    FI Finlandia|Finland
    FR Francja|France
    TF Francuskie Terytoria Południowe|French Southern Territories
    GA Gabon|Gabon
    GM Gambia|Gambia
    GH Ghana|Ghana
    GI Gibraltar|Gibraltar
    GR Grecja|Greece
    EL Grecja|Greece
    GD Grenada|Grenada
    GL Grenlandia|Greenland
    GE Gruzja|Georgia
    GU Guam|Guam
    GG Guernsey|Guernsey
    GY Gujana|Guyana
    GF Gujana Francuska|French Guiana
    GP Gwadelupa|Guadeloupe
    GT Gwatemala|Guatemala
    GN Gwinea|Guinea
    GQ Gwinea Równikowa|Equatorial Guinea
    GW Gwinea Bissau|Guinea-Bissau
    HT Haiti|Haiti
    ES Hiszpania|Spain
    HN Honduras|Honduras
    HK Hongkong|Hong Kong
    IN Indie|India
    ID Indonezja|Indonesia
    IQ Irak|Iraq
    IR Iran|Iran
    IE Irlandia|Ireland
    IS Islandia|Iceland
    IL Izrael|Israel
    JM Jamajka|Jamaica
    JP Japonia|Japan
    YE Jemen|Yemen
    JE Jersey|Jersey
    JO Jordania|Jordan
    KY Kajmany|Cayman Islands
    KH Kambodża|Cambodia
    CM Kamerun|Cameroon
    CA Kanada|Canada
    QA Katar|Qatar
    KZ Kazachstan|Kazakhstan
    KE Kenia|Kenya
    KG Kirgistan|Kyrgyzstan
    KI Kiribati|Kiribati
    CO Kolumbia|Colombia
    KM Komory|Comoros
    CG Kongo|Congo
    CD Demokratyczna Republika Konga|Democratic Republic of the Congo
    KP Korea Północna|North Korea
    XK Kosowo|Kosovo
    CR Kostaryka|Costa Rica
    CU Kuba|Cuba
    KW Kuwejt|Kuwait
    LA Laos|Laos
    LS Lesotho|Lesotho
    LB Liban|Lebanon
    LR Liberia|Liberia
    LY Libia|Libya
    LI Liechtenstein|Liechtenstein
    LT Litwa|Lithuania
    LV Łotwa|Latvia
    LU Luksemburg|Luxembourg
    MK Macedonia Północna|North Macedonia
    MG Madagaskar|Madagascar
    YT Majotta|Mayotte
    MO Makau|Macao
    MW Malawi|Malawi
    MV Malediwy|Maldives
    MY Malezja|Malaysia
    ML Mali|Mali
    MT Malta|Malta
    MP Mariany Północne|Northern Mariana Islands
    MA Maroko|Morocco
    MQ Martynika|Martinique
    MR Mauretania|Mauritania
    MU Mauritius|Mauritius
    MX Meksyk|Mexico
    XL Melilla|Melilla
    FM Mikronezja|Micronesia
    UM Dalekie Wyspy Mniejsze Stanów Zjednoczonych|US Minor Outlying Islands
    MD Mołdawia|Moldova
    MC Monako|Monaco
    MN Mongolia|Mongolia
    MS Montserrat|Montserrat
    MZ Mozambik|Mozambique
    MM Mjanma|Myanmar
    NA Namibia|Namibia
    NR Nauru|Nauru
    NP Nepal|Nepal
    NL Niderlandy|Netherlands
    DE Niemcy|Germany
    NE Niger|Niger
    NG Nigeria|Nigeria
    NI Nikaragua|Nicaragua
    NU Niue|Niue
    NF Norfolk|Norfolk Island
    NO Norwegia|Norway
    NC Nowa Kaledonia|New Caledonia
    NZ Nowa Zelandia|New Zealand
    PS Palestyna|Palestine
    OM Oman|Oman
    PK Pakistan|Pakistan
    PW Palau|Palau
    PA Panama|Panama
    PG Papua-Nowa Gwinea|Papua New Guinea
    PY Paragwaj|Paraguay
    PE Peru|Peru
    PN Pitcairn|Pitcairn
    PF Polinezja Francuska|French Polynesia
    PL Polska|Poland
    GS Georgia Południowa i Sandwich Południowy|South Georgia and the South Sandwich Islands
    PT Portugalia|Portugal
    PR Portoryko|Puerto Rico
    CF Republika Środkowoafrykańska|Central African Republic
    CZ Czechy|Czechia
    KR Korea Południowa|South Korea
    ZA Republika Południowej Afryki|South Africa
    RE Reunion|Réunion
    RU Rosja|Russia
    RO Rumunia|Romania
    RW Rwanda|Rwanda
    EH Sahara Zachodnia|Western Sahara
    BL Saint-Barthélemy|Saint Barthélemy
    KN Saint Kitts i Nevis|Saint Kitts and Nevis
    LC Saint Lucia|Saint Lucia
    MF Saint-Martin|Saint Martin
    VC Saint Vincent i Grenadyny|Saint Vincent and the Grenadines
    SV Salwador|El Salvador
    WS Samoa|Samoa
    AS Samoa Amerykańskie|American Samoa
    SM San Marino|San Marino
    SN Senegal|Senegal
    RS Serbia|Serbia
    SC Seszele|Seychelles
    SL Sierra Leone|Sierra Leone
    SG Singapur|Singapore
    SK Słowacja|Slovakia
    SI Słowenia|Slovenia
    SO Somalia|Somalia
    LK Sri Lanka|Sri Lanka
    PM Saint-Pierre i Miquelon|Saint Pierre and Miquelon
    US Stany Zjednoczone Ameryki|United States of America
    SZ Eswatini|Eswatini
    SD Sudan|Sudan
    SS Sudan Południowy|South Sudan
    SR Surinam|Suriname
    SJ Svalbard i Jan Mayen|Svalbard and Jan Mayen
    SH Wyspa Świętej Heleny|Saint Helena
    SY Syria|Syria
    CH Szwajcaria|Switzerland
    SE Szwecja|Sweden
    TJ Tadżykistan|Tajikistan
    TH Tajlandia|Thailand
    TW Tajwan|Taiwan
    TZ Tanzania|Tanzania
    TG Togo|Togo
    TK Tokelau|Tokelau
    TO Tonga|Tonga
    TT Trynidad i Tobago|Trinidad and Tobago
    TN Tunezja|Tunisia
    TR Turcja|Türkiye
    TM Turkmenistan|Turkmenistan
    TV Tuvalu|Tuvalu
    UG Uganda|Uganda
    UA Ukraina|Ukraine
    UY Urugwaj|Uruguay
    UZ Uzbekistan|Uzbekistan
    VU Vanuatu|Vanuatu
    WF Wallis i Futuna|Wallis and Futuna
    VA Watykan|Vatican City
    HU Węgry|Hungary
    VE Wenezuela|Venezuela
    GB Wielka Brytania|United Kingdom
    VN Wietnam|Vietnam
    IT Włochy|Italy
    TL Timor Wschodni|Timor-Leste
    CI Wybrzeże Kości Słoniowej|Côte d’Ivoire
    BV Wyspa Bouveta|Bouvet Island
    CX Wyspa Bożego Narodzenia|Christmas Island
    IM Wyspa Man|Isle of Man
    SX Sint Maarten|Sint Maarten
    CK Wyspy Cooka|Cook Islands
    VI Wyspy Dziewicze Stanów Zjednoczonych|US Virgin Islands
    VG Brytyjskie Wyspy Dziewicze|British Virgin Islands
    HM Wyspy Heard i McDonalda|Heard Island and McDonald Islands
    CC Wyspy Kokosowe|Cocos (Keeling) Islands
    MH Wyspy Marshalla|Marshall Islands
    FO Wyspy Owcze|Faroe Islands
    SB Wyspy Salomona|Solomon Islands
    ST Wyspy Świętego Tomasza i Książęca|São Tomé and Príncipe
    TC Turks i Caicos|Turks and Caicos Islands
    ZM Zambia|Zambia
    CV Republika Zielonego Przylądka|Cabo Verde
    ZW Zimbabwe|Zimbabwe
    AE Zjednoczone Emiraty Arabskie|United Arab Emirates
    XI Irlandia Północna|Northern Ireland
    """
}
