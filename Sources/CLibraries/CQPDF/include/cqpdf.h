// qpdf's objects are C++ and throw; Swift can call neither, so this is the least of it in C: list the files that a PDF
// carries, and pour one out.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The files that one PDF carries, in the order of: the tree of embedded files, the document's associated files, and
// page by page what is associated with it or pinned to it. Each stream is listed once.
typedef struct CQPDFFiles CQPDFFiles;

// Takes the next bytes of a file; false ends the pouring.
typedef bool (*CQPDFVessel)(void *context, const uint8_t *bytes, size_t count);

// Opens a PDF, with the empty password where it is encrypted, and lists at most `most` of its files. The bytes must
// outlive the list. NULL where qpdf can't make anything of it.
CQPDFFiles *cqpdf_open(const uint8_t *bytes, size_t count, size_t most);
size_t cqpdf_count(const CQPDFFiles *files);
// UTF-8, empty for none; it belongs to the list. `index` must be below the count; so it must be in the next.
const char *cqpdf_name(const CQPDFFiles *files, size_t index);
// False where the file couldn't be unpacked whole, or the vessel wanted no more.
bool cqpdf_pour(CQPDFFiles *files, size_t index, CQPDFVessel vessel, void *context);
void cqpdf_free(CQPDFFiles *files);

#ifdef __cplusplus
}
#endif
