import CodeReading
import EvidenceFiles
import FAInvoice
import ReadingWorkers

/// What `ksef-verify --help` says before the options; the numbers are those that the program keeps to.
enum VerifyHelp {
  static let abstract = "Check the verification codes of printed KSeF invoices, offline."

  static let discussion = """
    EVIDENCE is what carries the codes: a link, a PDF, a picture (PNG, JPEG,
    TIFF), a text with a link on each line, a table (.csv, .tsv) with links in
    any column, a folder or an archive of them (ZIP, tar, tar.gz), or - for
    standard input. Each invoice found gets a verdict. Nothing is fetched from
    anywhere.

    WHAT TO GIVE BESIDE THE PRINTS (files, whole folders, archives)
      --invoices         The invoices' exact XML shows that the codes are theirs.
                         Files are matched by content, whatever they are called.
                         One that came with the prints is compared, too, but
                         proves nothing where there is no KOD II.
      --certificates     The issuers' KSeF certificates of type Offline, from a
                         source that you trust, show who issued; authorities'
                         certificates show whether they issued those. None that
                         lies among the evidence is trusted.
      --public-key       Checks the signature alone: type and validity of the
                         certificate stay open, so no KOD II passes with it.
      --revocation-list  Says which certificates were revoked.
      --receipts         KSeF's confirmations (UPO): hash, number and mode.

    EXAMPLES
      A box of scans, the invoices from KSeF and the issuers' certificates; out
      come a page to look at and a table, and the call can be taken up again:
        ksef-verify box/ --invoices ksef.zip --certificates certificates/ \\
          --report html=box.html --report csv=box.csv --resume box.readings
      One receipt:
        ksef-verify receipt.jpg --invoice invoice.xml --certificate shop.crt
      One link:
        ksef-verify 'https://qr.ksef.mf.gov.pl/invoice/…' --invoice invoice.xml
      In a script:
        zbarimg --quiet --raw photo.png | ksef-verify - --report json

    LIMITS
      Prints are read in processes of their own, --jobs of them at a time. What
      goes beyond a limit is unreadable evidence; the other files are read.
        time       \(ReadingLimits().seconds) s of processor time for each file (--seconds)
        memory     \(ReadingLimits().memory / 1_000_000_000) GB for each file that is being read
        pages      \(reader.pages) in a file
        pixels     \(reader.picturePixels / 1_000_000) million in a picture; a page of a PDF is drawn
                   with \(reader.pagePixels / 1_000_000) million at most
        bytes      \(EvidenceGathering.printLimit / 1_000_000) MB for a print, \(EvidenceGathering.textLimit / 1_000_000) MB for a text, \(FADocument.sizeLimit / 1_000_000) MB for an invoice
        archives   \(archive.members) members; unpacked \(archive.bytes / 1_000_000_000) GB and \(archive.growth) times their own
                   size. Archives in them and members with a password are named,
                   not opened.

    EXIT CODES
       0  passed: all that can be decided offline was decided and agrees
       2  failed: something doesn't agree
       3  indeterminate: nothing disagrees, but evidence is missing or unreadable
       4  no code of KSeF's was found
      64  the call is wrong
      74  a file that was named can't be read, or a report can't be written
     130  broken off with Ctrl-C
    """

  private static let reader = CodeReader.Limits()
  private static let archive = ArchiveLimits()
}
