/*
 * Prints from several threads with one printer, and compares each print with one that was made alone.
 *
 *     threads SETTINGS OPTIONS ROUNDS INVOICE.xml...
 *
 * The settings and options must be such that the same invoice gives the same bytes.
 */
#include <ksef.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { thread_count = 4, most_invoices = 16 };

static struct {
    unsigned char *xml;
    size_t length;
    ksef_result *alone;
} invoices[most_invoices];

static int invoice_count, rounds;
static ksef_printer *printer;
static const char *options;

/* How many calls of a thread gave something else than they should. */
static long mistakes(long thread) {
    long wrong = 0;
    for (int step = 0; step < rounds * invoice_count; step++) {
        /* Each begins elsewhere, so that different invoices meet. */
        int index = (int)((step + thread * 2) % invoice_count);
        ksef_result *result;
        size_t length, wanted;
        if (ksef_render(printer, invoices[index].xml, invoices[index].length, options, &result) != KSEF_DONE) {
            wrong++;
            continue;
        }
        const void *bytes = ksef_result_bytes(result, &length);
        const void *alone = ksef_result_bytes(invoices[index].alone, &wanted);
        if (length != wanted || memcmp(bytes, alone, length) != 0) wrong++;
        if (ksef_last_error_code()[0] != 0) wrong++;
        ksef_free(result);
        /* Each thread fails in a way of its own, and must hear of its own failure. */
        char unknown[32];
        snprintf(unknown, sizeof unknown, "thread%ld=1", thread);
        if (ksef_links(printer, invoices[index].xml, invoices[index].length, unknown, &result) != KSEF_WRONG_CALL) wrong++;
        unknown[7] = 0;
        if (strstr(ksef_last_error("pl"), unknown) == NULL) wrong++;
    }
    return wrong;
}

static void *work(void *thread) { return (void *)mistakes((long)thread); }

int main(int count, char **arguments) {
    if (count < 5 || count > 4 + most_invoices) return KSEF_WRONG_CALL;
    options = arguments[2];
    rounds = atoi(arguments[3]);
    invoice_count = count - 4;
    if (ksef_printer_open(arguments[1], NULL, 0, &printer) != KSEF_DONE) {
        fprintf(stderr, "%s\n", ksef_last_error("en"));
        return 1;
    }
    for (int index = 0; index < invoice_count; index++) {
        enum { room = 1 << 20 };
        FILE *file = fopen(arguments[4 + index], "rb");
        if (file == NULL) return KSEF_FILE_TROUBLE;
        invoices[index].xml = malloc(room);
        if (invoices[index].xml == NULL) return 1;
        invoices[index].length = fread(invoices[index].xml, 1, room, file);
        fclose(file);
        if (ksef_render(printer, invoices[index].xml, invoices[index].length, options, &invoices[index].alone)
            != KSEF_DONE) {
            fprintf(stderr, "%s\n", ksef_last_error("en"));
            return 1;
        }
    }
    pthread_t threads[thread_count];
    for (long thread = 0; thread < thread_count; thread++)
        if (pthread_create(&threads[thread], NULL, work, (void *)thread) != 0) return 1;
    long wrong = 0;
    for (int thread = 0; thread < thread_count; thread++) {
        void *own;
        if (pthread_join(threads[thread], &own) != 0) return 1;
        wrong += (long)own;
    }
    ksef_printer_close(printer);
    for (int index = 0; index < invoice_count; index++) {
        ksef_free(invoices[index].alone);
        free(invoices[index].xml);
    }
    printf("prints: %d, mistakes: %ld\n", thread_count * rounds * invoice_count, wrong);
    return wrong == 0 ? 0 : 1;
}
