/// What `--help` says of runs before their options.
enum BatchHelp {
  static let discussion = """
    Prints each invoice and UPO into a folder. Of folders and archives (ZIP, tar,
    tar.gz, as KSeF exports them) what is called .xml is taken. What can't be
    printed is told in a line and doesn't stop the others. docs/batch.md is the
    guide.

    NAMES
      --name takes a path with fields: {seller} (NIP), {seller-name},
      {buyer-name}, {number}, {date}, {year}, {month}, {day}, {kind},
      {ksef-number}, {hash}, {source} (the path of the XML under what was named).
      Values are made fit for every file system; a second print of the same name
      gets " (2)".

    KSEF NUMBERS
      What KSeF accepted is printed with its number: --ksef-numbers names takes it
      from files called 9999999999-20260201-0100001AF629-8D.xml, --ksef-numbers
      FILE from a table with a file (its name, path or hash) and a number in each
      row. An invoice without a number is printed as one that was just issued.

    EXAMPLES
      A month as KSeF exports it, sorted by seller, with a table:
        ksef-render batch 2026-03.tar.gz --output-directory prints \\
          --ksef-numbers names --name '{seller}/{year}-{month}/{number}.pdf' \\
          --report prints.csv
      The same call after Ctrl-C or a power cut:
        ksef-render batch 2026-03.tar.gz --output-directory prints \\
          --ksef-numbers names --name '{seller}/{year}-{month}/{number}.pdf' \\
          --report prints.csv --resume
      What a till wrote during an outage, signed:
        ksef-render batch till/ --output-directory slips --issued offline24 \\
          --certificate firma.crt --key firma.key --passphrase-file secret
      What another program names:
        find archive -name '*.xml' | ksef-render batch --files-from - \\
          --output-directory prints

    EXIT CODES
       0  all printed, or printed before
       2  some were refused; the others were printed
       3  all printed, and --fail-on-warnings found something to look at
      64  the call is wrong, or another run prints into the folder
      74  a source can't be read, or a print can't be written
     130  broken off with Ctrl-C, 143 with SIGTERM: --resume prints the rest
    """

  static let watch = """
    Prints each invoice and UPO as soon as its XML is complete in DIRECTORY, and
    goes on until it is told to end (SIGTERM, Ctrl-C). What lies there at the start
    comes first; what was printed once, also by an earlier call, isn't printed
    again. Only files called .xml count, and only those in the folder itself. Write
    them under another name and rename them, or write them in one go: a file that
    ends as it began, <Faktura> to </Faktura>, is taken at once, any other after
    five quiet seconds. docs/batch.md is the guide, docs/ksef-render-watch.service
    a unit for systemd.

    EXAMPLES
      ksef-render watch till/ --output-directory slips --move-done till/done \\
        --move-refused till/refused --issued offline24 --certificate firma.crt \\
        --key firma.key --passphrase-file secret

    EXIT CODES
       0  ended by SIGTERM or SIGINT
      64  the call is wrong, or another run prints into the folder
      74  the folder is gone, or a print can't be written
    """
}
