"""What a print in Polish says for the codes and markers of an invoice, and which of them need no words of their own."""

# By the name of the leaf, then by its code. What isn't here is expected as it stands.
WORDS = {
    "RodzajFaktury": {
        "VAT": "Faktura", "KOR": "Faktura korygująca",
        "KOR of several": "Faktura korygująca zbiorcza", "ZAL": "Faktura zaliczkowa", "ROZ": "Faktura rozliczeniowa",
        "UPR": "Faktura uproszczona", "KOR_ZAL": "Korekta faktury zaliczkowej",
        "KOR_ROZ": "Korekta faktury rozliczeniowej", "VAT_RR": "Faktura VAT RR",
        "KOR_VAT_RR": "Korekta faktury VAT RR",
    },
    "StatusInfoPodatnika": {
        "1": "w likwidacji", "2": "w trakcie postępowania restrukturyzacyjnego", "3": "w upadłości",
        "4": "przedsiębiorstwo w spadku",
    },
    "Rola": {
        "1": "Faktor", "2": "Odbiorca", "3": "Podmiot pierwotny", "4": "Dodatkowy nabywca", "5": "Wystawca faktury",
        "6": "Dokonujący płatności", "7": "Jednostka samorządu terytorialnego – wystawca",
        "8": "Jednostka samorządu terytorialnego – odbiorca", "9": "Członek grupy VAT – wystawca",
        "10": "Członek grupy VAT – odbiorca", "11": "Pracownik",
    },
    "RolaPU": {"1": "Organ egzekucyjny", "2": "Komornik sądowy", "3": "Przedstawiciel podatkowy"},
    "TypKorekty": {
        "1": "w dacie ujęcia faktury pierwotnej", "2": "w dacie wystawienia faktury korygującej",
        "3": "w dacie innej, także różnej dla pozycji", "4": "w dacie zwrotu całości lub części należności",
    },
    "FormaPlatnosci": {
        "1": "Gotówka", "2": "Karta", "3": "Bon", "4": "Czek", "5": "Kredyt", "6": "Przelew", "7": "Płatność mobilna",
    },
    "RachunekWlasnyBanku": {
        "1": "rachunek banku do rozliczeń nabywanych wierzytelności",
        "2": "rachunek banku do pobrania należności od nabywcy",
        "3": "rachunek banku w ramach gospodarki własnej",
    },
    "RodzajTransportu": {
        "1": "morski", "2": "kolejowy", "3": "drogowy", "4": "lotniczy", "5": "przesyłka pocztowa",
        "7": "stałe instalacje przesyłowe", "8": "żegluga śródlądowa",
    },
    "OpisLadunku": {
        "1": "bańka", "2": "beczka", "3": "butla", "4": "karton", "5": "kanister", "6": "klatka", "7": "kontener",
        "8": "kosz lub koszyk", "9": "łubianka", "10": "opakowanie zbiorcze", "11": "paczka", "12": "pakiet",
        "13": "paleta", "14": "pojemnik", "15": "pojemnik do ładunków masowych stałych",
        "16": "pojemnik do ładunków masowych płynnych", "17": "pudełko", "18": "puszka", "19": "skrzynia",
        "20": "worek",
    },
    "JST": {"1": "Faktura dotyczy jednostki podrzędnej JST"},
    "GV": {"1": "Faktura dotyczy członka grupy VAT"},
    "BrakID": {"1": "Brak identyfikatora"},
    "P_16": {"1": "Metoda kasowa"},
    "P_17": {"1": "Samofakturowanie"},
    "P_18": {"1": "Odwrotne obciążenie"},
    "P_18A": {"1": "Mechanizm podzielonej płatności"},
    "P_22": {"1": "Nowe środki transportu"},
    "P_42_5": {"1": "Istnieje obowiązek wystawienia VAT-22", "2": "Nie ma obowiązku wystawienia VAT-22"},
    "P_23": {"1": "Procedura trójstronna uproszczona"},
    "P_PMarzy_2": {"1": "Procedura marży dla biur podróży"},
    "P_PMarzy_3_1": {"1": "Procedura marży – towary używane"},
    "P_PMarzy_3_2": {"1": "Procedura marży – dzieła sztuki"},
    "P_PMarzy_3_3": {"1": "Procedura marży – przedmioty kolekcjonerskie i antyki"},
    "NrKSeFN": {"1": "wystawiona poza KSeF"},
    "NrKSeFZN": {"1": "wystawiona poza KSeF"},
    "FP": {"1": "Faktura do paragonu (FP)"},
    "TP": {"1": "Powiązania między nabywcą a dostawcą (TP)"},
    "ZwrotAkcyzy": {"1": "Dla rolników ubiegających się o zwrot akcyzy"},
    "P_12_Zal_15": {"1": "Towar lub usługa z załącznika nr 15"},
    "P_12Z_Zal_15": {"1": "Towar lub usługa z załącznika nr 15"},
    "StanPrzed": {"1": "przed korektą"},
    "StanPrzedZ": {"1": "przed korektą"},
    "Zaplacono": {"1": "Zapłacono"},
    "ZnacznikZaplatyCzesciowej": {"1": "Zapłacono w części", "2": "Zapłacono w całości, w częściach"},
    "PodmiotPosredniczacy": {"1": "Dostawa dokonana przez podmiot, o którym mowa w art. 22 ust. 2d"},
    # Only the domestic 0 % needs no words beside it, since the other two have them.
    "P_12": {"0 KR": "0 %", "0 WDT": "0 % WDT", "0 EX": "0 % EX"},
    "P_12Z": {"0 KR": "0 %", "0 WDT": "0 % WDT", "0 EX": "0 % EX"},
}

# An FA_RR numbers the means of payment and names the parties otherwise.
WORDS_OF_FARMERS = {"FormaPlatnosci": {"1": "Przelew"}}

# Leaves that no line of the print says by itself, and why nothing is lost.
IMPLIED = {
    ("JST", "2"): "says no",
    ("GV", "2"): "says no",
    ("P_16", "2"): "says no",
    ("P_17", "2"): "says no",
    ("P_18", "2"): "says no",
    ("P_18A", "2"): "says no",
    ("P_23", "2"): "says no",
    ("P_19N", "1"): "says no",
    ("P_22N", "1"): "says no",
    ("P_PMarzyN", "1"): "says no",
    ("P_19", "1"): "selects P_19A, P_19B or P_19C, whose label says it",
    ("P_PMarzy", "1"): "selects P_PMarzy_2, P_PMarzy_3_1, P_PMarzy_3_2 or P_PMarzy_3_3, whose words say it",
    ("RolaInna", "1"): "selects OpisRoli, which is printed as the role",
    ("PlatnoscInna", "1"): "selects OpisPlatnosci, which is printed as the means of payment",
    ("TransportInny", "1"): "selects OpisInnegoTransportu, whose label says it",
    ("LadunekInny", "1"): "selects OpisInnegoLadunku, whose label says it",
    ("NrKSeF", "1"): "selects NrKSeFFaKorygowanej, which is printed",
}

# An address names its country unless it is Poland; every address has a KodKraju, so none means Poland.
HOME = "PL"

# Countries by the names they go by today, where the schema has an older, longer or shortened one.
COUNTRIES = {
    "AX": "Wyspy Alandzkie", "BL": "Saint-Barthélemy", "BN": "Brunei", "CC": "Wyspy Kokosowe",
    "CD": "Demokratyczna Republika Konga", "CF": "Republika Środkowoafrykańska",
    "CV": "Republika Zielonego Przylądka", "CZ": "Czechy", "FJ": "Fidżi",
    "GS": "Georgia Południowa i Sandwich Południowy", "GW": "Gwinea Bissau", "HM": "Wyspy Heard i McDonalda",
    "KP": "Korea Północna", "KR": "Korea Południowa", "MD": "Mołdawia", "MF": "Saint-Martin",
    "MK": "Macedonia Północna", "MM": "Mjanma", "NL": "Niderlandy", "PG": "Papua-Nowa Gwinea",
    "PM": "Saint-Pierre i Miquelon", "PS": "Palestyna", "SH": "Wyspa Świętej Heleny", "SX": "Sint Maarten",
    "SZ": "Eswatini", "TC": "Turks i Caicos", "TF": "Francuskie Terytoria Południowe", "TL": "Timor Wschodni",
    "UM": "Dalekie Wyspy Mniejsze Stanów Zjednoczonych", "VG": "Brytyjskie Wyspy Dziewicze",
    "VI": "Wyspy Dziewicze Stanów Zjednoczonych", "XI": "Irlandia Północna",
}
