import java.io.File;
import java.util.TreeSet;
import org.apache.pdfbox.preflight.Format;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Judges PDFs with PDFBox by PDF/A-1b: a line for each file and kind of error, "FILE<tab>CODE<tab>DETAILS". */
public class Preflight {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      ValidationResult result;
      try {
        PreflightParser parser = new PreflightParser(new File(file));
        parser.parse(Format.PDF_A1B);
        try (PreflightDocument document = parser.getPreflightDocument()) {
          document.validate();
          result = document.getResult();
        }
      } catch (SyntaxValidationException refused) {
        result = refused.getResult();
      }
      TreeSet<String> lines = new TreeSet<>();
      for (ValidationResult.ValidationError error : result.getErrorsList()) {
        lines.add(file + "\t" + error.getErrorCode() + "\t" + error.getDetails().replaceAll("\\s+", " "));
      }
      for (String line : lines) System.out.println(line);
      System.out.println(file + "\tdone\t");
    }
  }
}
