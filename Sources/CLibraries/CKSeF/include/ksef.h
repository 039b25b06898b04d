/*
 * libksef: prints Polish KSeF invoices (FA XML) as PDF, picture or printer's job, with their verification codes.
 *
 * docs/c-library.md explains it by example, and names every setting.
 *
 * Text that goes in or comes out is UTF-8 and ends in a zero byte.
 *
 * Threads: every function may be called from any thread at any time, also several with one printer or one result, with
 * one exception: what is being closed or freed must not be in use, and must never be used again.
 *
 * Errors: a function that returns an int returns one of KSEF_DONE, KSEF_REFUSED, KSEF_WRONG_CALL and KSEF_FILE_TROUBLE.
 * Where it isn't KSEF_DONE, ksef_last_error_code() and its neighbours say why, on the same thread. A NULL where
 * something is needed is a wrong call and never a crash.
 */
#ifndef KSEF_H
#define KSEF_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version that this header belongs to; ksef_version() tells that of the library. */
#define KSEF_VERSION "0.1.0"

/* It was done. */
#define KSEF_DONE 0
/* What was given can't be accepted: KSeF would refuse the invoice, or a certificate, number or template is unfit. */
#define KSEF_REFUSED 2
/* The call itself is wrong: a NULL, an unknown setting, a value that isn't one. */
#define KSEF_WRONG_CALL 64
/* A file of the printer's own can't be read: templates, fonts, certificate, key. */
#define KSEF_FILE_TROUBLE 74

/* Settings, template, fonts and certificate, opened once for any number of prints. */
typedef struct ksef_printer ksef_printer;

/* What one call made: bytes, and what there is to say about them. Nothing changes it. */
typedef struct ksef_result ksef_result;

/*
 * The version of the library, as "0.1.0".
 *
 * Returns text of the library's own: never NULL, never to be freed, valid for ever.
 */
const char *ksef_version(void);

/*
 * Opens a printer: reads template and fonts, opens certificate and key where they are named.
 *
 *   settings           lines "name=value", each ending in a line feed or at the end of the text, such as
 *                      "paper=roll80\nformat=escpos\nissued=offline24". NULL or "" for an A4 archive PDF without
 *                      certificate. Read during the call alone.
 *   passphrase         of the key, any bytes; NULL where there is none, or where a file of it is named. It is read
 *                      during the call alone; the library's own copy is overwritten before the call returns, the
 *                      caller's is the caller's to overwrite.
 *   passphrase_length  in bytes, at most 1024; 0 where there is none.
 *   printer            receives the printer, to be closed with ksef_printer_close(); NULL where none was opened.
 *
 * Returns KSEF_DONE; KSEF_REFUSED (template or certificate unfit, passphrase wrong); KSEF_WRONG_CALL; KSEF_FILE_TROUBLE.
 */
int ksef_printer_open(
    const char *settings, const void *passphrase, size_t passphrase_length, ksef_printer **printer);

/*
 * Closes a printer; results that it made stay what they are.
 *
 *   printer  from ksef_printer_open(), which no call uses any more; NULL does nothing.
 */
void ksef_printer_close(ksef_printer *printer);

/*
 * Prints one invoice or UPO; the bytes of the result are the file or the printer's job.
 *
 *   printer     from ksef_printer_open().
 *   xml         the exact bytes that are, or will be, sent to KSeF; read during the call alone.
 *   xml_length  in bytes, at most 16000000.
 *   options     what is particular to this print, as lines "name=value": ksef-number, signed-link, language, issued,
 *               document, format, creation-date, name. NULL or "" for nothing particular.
 *   result      receives the result, to be freed with ksef_free(); NULL where nothing was printed.
 *
 * Returns KSEF_DONE; KSEF_REFUSED (KSeF would refuse the invoice, it can't be read, or the certificate is no longer
 * valid), of which ksef_last_report() tells all; KSEF_WRONG_CALL (also for what doesn't go together, such as a KSeF number
 * in a total failure); KSEF_FILE_TROUBLE.
 */
int ksef_render(
    ksef_printer *printer, const void *xml, size_t xml_length, const char *options, ksef_result **result);

/*
 * Makes the links of the codes that a print with the same options carries, without printing.
 *
 * The bytes of the result are text: a line for KOD I, a second one for KOD II where it is signed, each ending in a line
 * feed; nothing where the print carries no codes. The second line may be given to ksef_render() as signed-link, so that
 * several prints of one invoice carry the same code.
 *
 * Parameters and return codes are those of ksef_render(); a UPO is KSEF_WRONG_CALL.
 */
int ksef_links(
    ksef_printer *printer, const void *xml, size_t xml_length, const char *options, ksef_result **result);

/*
 * Says what KSeF would refuse an invoice for, and what a person should look at, before it is sent.
 *
 * The result is there whether or not the invoice would be refused: ksef_result_report() has its verdict ("in-order",
 * "warnings" or "refused") and every finding. It has no bytes.
 *
 * Parameters are those of ksef_render(); of the options only name is taken.
 *
 * Returns KSEF_DONE where KSeF would take it; KSEF_REFUSED with a result where it wouldn't, or where the file isn't an
 * invoice; KSEF_WRONG_CALL without a result.
 */
int ksef_check(
    ksef_printer *printer, const void *xml, size_t xml_length, const char *options, ksef_result **result);

/*
 * The bytes that were made. A zero byte follows them that isn't counted, so that text may be used as such.
 *
 *   length  receives how many there are; may be NULL.
 *
 * Returns bytes of the result's own, valid until it is freed; NULL with length 0 where result is NULL.
 */
const void *ksef_result_bytes(const ksef_result *result, size_t *length);

/* How many bytes were made; 0 where result is NULL. */
size_t ksef_result_length(const ksef_result *result);

/* How many pages were printed, 1 on a roll; 0 where nothing was printed, or result is NULL. */
int ksef_result_page_count(const ksef_result *result);

/*
 * What there is to say, as JSON with every sentence in English and Polish: "notices" say what was chosen and why,
 * "findings" what the check and the print found, "facts" what the invoice says of itself, "verdict" what the check says.
 *
 * Returns text of the result's own, valid until it is freed; "" where result is NULL.
 */
const char *ksef_result_report(const ksef_result *result);

/*
 * The notices and findings in words, a line each; "" where there is nothing to say.
 *
 *   language  "pl" for Polish; English for anything else and for NULL.
 *
 * Returns text of the result's own, valid until it is freed; "" where result is NULL.
 */
const char *ksef_result_text(const ksef_result *result, const char *language);

/*
 * Frees a result with all that it handed out.
 *
 *   result  from ksef_render(), ksef_links() or ksef_check(); NULL does nothing.
 */
void ksef_free(ksef_result *result);

/*
 * Why the last call on this thread that returns an int didn't return KSEF_DONE: a code that stays the same between
 * versions, such as "invoice.refused"; "" where it did.
 *
 * Returns text of the library's own, valid until the next such call on this thread.
 */
const char *ksef_last_error_code(void);

/*
 * The same in words: place and reason on the first line, on the second what to do about it; "" where all was done.
 *
 *   language  "pl" for Polish; English for anything else and for NULL.
 *
 * Returns text of the library's own, valid until the next call on this thread that returns an int.
 */
const char *ksef_last_error(const char *language);

/*
 * The same as JSON in the form of ksef_result_report(): "obstacle" is why nothing was done, "findings" are all that the
 * check found where KSeF would refuse the invoice; "" where all was done.
 *
 * Returns text of the library's own, valid until the next call on this thread that returns an int.
 */
const char *ksef_last_report(void);

#ifdef __cplusplus
}
#endif

#endif
