#pragma once
#include <stddef.h>
#include <stdint.h>

/* The compiler brings libFuzzer's library, but no header that declares these. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t capacity);
