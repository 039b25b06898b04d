// Says the version of libksef, and ends badly where the header is of another one.
#include <ksef.h>

#include <cstdio>
#include <cstring>

int main() {
    std::puts(ksef_version());
    return std::strcmp(ksef_version(), KSEF_VERSION) == 0 ? KSEF_DONE : KSEF_REFUSED;
}
