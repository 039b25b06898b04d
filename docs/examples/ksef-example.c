/*
 * Prints an invoice through libksef, as PDF and as a receipt printer's job, and says what its codes and the check say.
 *
 *     ksef-example INVOICE.xml FOLDER [SETTING...]
 *
 * Writes invoice.pdf and invoice.escpos into FOLDER. The settings, such as certificate=firma.crt, are those of
 * docs/c-library.md. The passphrase is the first line of standard input, where it has one.
 *
 *     cc ksef-example.c $(pkg-config --cflags --libs ksef) -o ksef-example
 */
#include <ksef.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { longest_passphrase = 1024, longest_settings = 4096 };

static int failed(const char *what, int code) {
    fprintf(stderr, "%s: %s\n%s\n", what, ksef_last_error_code(), ksef_last_error("en"));
    return code;
}

/* The whole file, to be freed; NULL where it can't be read. */
static unsigned char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    unsigned char *bytes = NULL;
    long end = -1;
    if (fseek(file, 0, SEEK_END) == 0) end = ftell(file);
    if (end >= 0 && fseek(file, 0, SEEK_SET) == 0) bytes = malloc((size_t)end + 1);
    if (bytes != NULL) *length = fread(bytes, 1, (size_t)end, file);
    fclose(file);
    return bytes;
}

static int write_file(const char *folder, const char *name, const void *bytes, size_t length) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) return KSEF_WRONG_CALL;
    FILE *file = fopen(path, "wb");
    if (file == NULL) return KSEF_FILE_TROUBLE;
    size_t written = fwrite(bytes, 1, length, file);
    return fclose(file) == 0 && written == length ? KSEF_DONE : KSEF_FILE_TROUBLE;
}

/* Prints once, in a format, and says what there is to say. */
static int print(
    ksef_printer *printer, const unsigned char *xml, size_t length, const char *options, const char *folder,
    const char *name) {
    ksef_result *result;
    int code = ksef_render(printer, xml, length, options, &result);
    if (code != KSEF_DONE) return failed(name, code);
    size_t count;
    const void *bytes = ksef_result_bytes(result, &count);
    printf("%s: pages: %d\n%s", name, ksef_result_page_count(result), ksef_result_text(result, "en"));
    code = write_file(folder, name, bytes, count);
    ksef_free(result);
    return code;
}

/* The check's opinion and the links, in words. */
static int tell(ksef_printer *printer, const unsigned char *xml, size_t length) {
    ksef_result *result;
    int code = ksef_check(printer, xml, length, NULL, &result);
    /* Where KSeF would refuse the invoice there is a result, too. */
    printf("%s", ksef_result_text(result, "en"));
    ksef_free(result);
    if (code != KSEF_DONE) return failed("check", code);
    code = ksef_links(printer, xml, length, NULL, &result);
    if (code != KSEF_DONE) return failed("links", code);
    printf("%s", (const char *)ksef_result_bytes(result, NULL));
    ksef_free(result);
    return KSEF_DONE;
}

/* Opens a printer with the settings of the command line and some of our own. */
static int open_printer(const char *own, int count, char **settings, const char *passphrase, ksef_printer **printer) {
    char lines[longest_settings];
    int used = snprintf(lines, sizeof lines, "%s", own);
    for (int index = 0; index < count && used < (int)sizeof lines; index++)
        used += snprintf(lines + used, sizeof lines - (size_t)used, "\n%s", settings[index]);
    if (used >= (int)sizeof lines) return KSEF_WRONG_CALL;
    int code = ksef_printer_open(lines, passphrase, strlen(passphrase), printer);
    return code == KSEF_DONE ? code : failed("open", code);
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: ksef-example INVOICE.xml FOLDER [SETTING...]\n");
        return KSEF_WRONG_CALL;
    }
    size_t length = 0;
    unsigned char *xml = read_file(arguments[1], &length);
    if (xml == NULL) {
        perror(arguments[1]);
        return KSEF_FILE_TROUBLE;
    }
    char passphrase[longest_passphrase + 2] = "";
    if (fgets(passphrase, sizeof passphrase, stdin) != NULL) passphrase[strcspn(passphrase, "\r\n")] = 0;

    /* Paper belongs to a printer: the till has one for A4, and one for its roll. */
    ksef_printer *sheets = NULL, *roll = NULL;
    int code = open_printer("paper=A4", count - 3, arguments + 3, passphrase, &sheets);
    if (code == KSEF_DONE)
        code = open_printer("paper=roll80\nformat=escpos", count - 3, arguments + 3, passphrase, &roll);
    /* Volatile, so that the compiler doesn't leave out what nobody reads again. */
    for (volatile char *byte = passphrase; byte < passphrase + sizeof passphrase; byte++) *byte = 0;

    if (code == KSEF_DONE) code = tell(sheets, xml, length);
    if (code == KSEF_DONE) code = print(sheets, xml, length, NULL, arguments[2], "invoice.pdf");
    if (code == KSEF_DONE) code = print(roll, xml, length, NULL, arguments[2], "invoice.escpos");
    ksef_printer_close(roll);
    ksef_printer_close(sheets);
    free(xml);
    return code;
}
