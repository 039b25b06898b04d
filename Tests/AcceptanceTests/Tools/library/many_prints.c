/*
 * Makes calls of every kind over and over with one printer, so that what one of them forgets to give back is found.
 *
 *     many-prints INVOICE.xml ROUNDS SETTINGS FORMAT...
 *
 * Says how many bytes more are in use after the last round than after the second, by which time all is open that stays
 * open.
 */
#include <ksef.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char xml[1 << 20];

static void expect(const char *what, int wanted, int code) {
    if (code == wanted) return;
    fprintf(stderr, "%s: %d in place of %d, %s\n", what, code, wanted, ksef_last_error("en"));
    exit(1);
}

/* Calls that can't be done: what is kept of the reason replaces what was kept before. */
static void call_wrongly(ksef_printer *printer, size_t length) {
    ksef_result *result = NULL;
    expect("no result", KSEF_WRONG_CALL, ksef_render(printer, xml, length, NULL, NULL));
    expect("unknown", KSEF_WRONG_CALL, ksef_render(printer, xml, length, "colour=red", &result));
    expect("no XML", KSEF_REFUSED, ksef_render(printer, "no XML", 6, NULL, &result));
    expect("half of it", KSEF_REFUSED, ksef_links(printer, xml, length / 2, NULL, &result));
    if (result != NULL) exit(1);
    expect("half of it", KSEF_REFUSED, ksef_check(printer, xml, length / 2, NULL, &result));
    ksef_free(result);
}

static void work(ksef_printer *printer, size_t length, int count, char **formats) {
    ksef_result *result = NULL;
    ksef_printer *other = NULL;
    for (int index = 0; index < count; index++) {
        char option[32];
        snprintf(option, sizeof option, "format=%s", formats[index]);
        expect("render", KSEF_DONE, ksef_render(printer, xml, length, option, &result));
        ksef_free(result);
    }
    expect("links", KSEF_DONE, ksef_links(printer, xml, length, NULL, &result));
    ksef_free(result);
    expect("check", KSEF_DONE, ksef_check(printer, xml, length, "name=till/17.xml", &result));
    ksef_free(result);
    call_wrongly(printer, length);
    expect("unfit", KSEF_REFUSED, ksef_printer_open("template=unheard-of", NULL, 0, &other));
    expect("another", KSEF_DONE, ksef_printer_open("template=compact", NULL, 0, &other));
    ksef_printer_close(other);
}

static long long bytes_in_use(void) {
    struct mallinfo2 all = mallinfo2();
    return (long long)(all.uordblks + all.hblkhd);
}

int main(int count, char **arguments) {
    if (count < 5) return KSEF_WRONG_CALL;
    FILE *file = fopen(arguments[1], "rb");
    if (file == NULL) return KSEF_FILE_TROUBLE;
    size_t length = fread(xml, 1, sizeof xml, file);
    fclose(file);
    ksef_printer *printer = NULL;
    expect("open", KSEF_DONE, ksef_printer_open(arguments[3], NULL, 0, &printer));
    int rounds = atoi(arguments[2]);
    for (int round = 0; round < 2 && round < rounds; round++) work(printer, length, count - 4, arguments + 4);
    long long before = bytes_in_use();
    for (int round = 2; round < rounds; round++) work(printer, length, count - 4, arguments + 4);
    printf("%lld\n", bytes_in_use() - before);
    ksef_printer_close(printer);
    return KSEF_DONE;
}
