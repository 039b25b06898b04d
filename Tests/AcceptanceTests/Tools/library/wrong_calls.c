/*
 * Calls every function with what it can't take, and says what came back: one line each, "what: code error-code".
 *
 *     wrong-calls INVOICE.xml
 */
#include <ksef.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char xml[1 << 20];
static ksef_printer *printer;

static void tell(const char *what, int code) { printf("%s: %d %s\n", what, code, ksef_last_error_code()); }

static void open_wrongly(const char *what, const char *settings, const char *passphrase, size_t length) {
    ksef_printer *opened = (ksef_printer *)xml;
    int code = ksef_printer_open(settings, passphrase, length, &opened);
    tell(what, code);
    if (opened != NULL) printf("%s: a printer all the same\n", what);
}

static void render_wrongly(
    const char *what, ksef_printer *with, const void *bytes, size_t length, const char *options) {
    ksef_result *result = (ksef_result *)xml;
    int code = ksef_render(with, bytes, length, options, &result);
    tell(what, code);
    if (result != NULL) printf("%s: a result all the same\n", what);
}

/* What every accessor makes of no result, and both that free of nothing. */
static void ask_nothing(void) {
    size_t length = 7;
    const void *bytes = ksef_result_bytes(NULL, &length);
    printf("nothing: %d %zu %zu %d \"%s\" \"%s\"\n", bytes == NULL, length, ksef_result_length(NULL),
        ksef_result_page_count(NULL), ksef_result_report(NULL), ksef_result_text(NULL, NULL));
    ksef_result_bytes(NULL, NULL);
    ksef_free(NULL);
    ksef_printer_close(NULL);
}

int main(int count, char **arguments) {
    if (count != 2) return KSEF_WRONG_CALL;
    FILE *file = fopen(arguments[1], "rb");
    if (file == NULL) return KSEF_FILE_TROUBLE;
    size_t length = fread(xml, 1, sizeof xml, file);
    fclose(file);
    printf("at first: \"%s\" \"%s\" \"%s\"\n", ksef_last_error_code(), ksef_last_error(NULL), ksef_last_report());
    ask_nothing();
    tell("open without printer", ksef_printer_open(NULL, NULL, 0, NULL));
    open_wrongly("open with an unknown setting", "colour=red", NULL, 0);
    open_wrongly("open with a print's option", "ksef-number=1", NULL, 0);
    open_wrongly("open with a line that isn't one", "paper", NULL, 0);
    open_wrongly("open with a setting twice", "paper=A4\npaper=A5", NULL, 0);
    open_wrongly("open with an unknown value", "paper=A3", NULL, 0);
    open_wrongly("open with a half certificate", "certificate=firma.crt", NULL, 0);
    open_wrongly("open with standard input", "pkcs12=-", NULL, 0);
    open_wrongly("open with a missing certificate", "pkcs12=/nonexistent", NULL, 0);
    open_wrongly("open with missing resources", "resources=/nonexistent", NULL, 0);
    open_wrongly("open with an unknown template", "template=unheard-of", NULL, 0);
    open_wrongly("open in Windows-1250", "name=\xB9", NULL, 0);
    open_wrongly("open with a passphrase of no place", "", NULL, 5);
    open_wrongly("open with a passphrase of all lengths", "", "x", SIZE_MAX);
    open_wrongly("open with two passphrases", "passphrase-file=secret", "x", 1);
    if (ksef_printer_open("environment=test\r\n\r\n  today = 2026-12-31\t\r\npaper=\n", NULL, 0, &printer) != KSEF_DONE) {
        fprintf(stderr, "%s\n", ksef_last_error("en"));
        return 1;
    }
    tell("open", KSEF_DONE);
    tell("render without result", ksef_render(printer, xml, length, NULL, NULL));
    render_wrongly("render without printer", NULL, xml, length, NULL);
    render_wrongly("render without XML", printer, NULL, length, NULL);
    render_wrongly("render nothing", printer, xml, 0, NULL);
    render_wrongly("render all there is", printer, xml, SIZE_MAX, NULL);
    render_wrongly("render more than the limit", printer, xml, 16000001, NULL);
    render_wrongly("render the half", printer, xml, length / 2, NULL);
    render_wrongly("render with a printer's setting", printer, xml, length, "paper=A4");
    render_wrongly("render with an unknown value", printer, xml, length, "language=tlh");
    render_wrongly("render what doesn't go together", printer, xml, length, "issued=total-failure\nksef-number=1");
    render_wrongly("render a receipt printer's job on a sheet", printer, xml, length, "format=escpos");
    ksef_result *result = NULL;
    tell("check with a print's option", ksef_check(printer, xml, length, "language=pl", &result));
    tell("links without printer", ksef_links(NULL, xml, length, NULL, &result));
    tell("check", ksef_check(printer, xml, length, NULL, &result));
    ksef_free(result);
    ksef_printer_close(printer);
    return 0;
}
