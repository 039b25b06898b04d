#pragma once
// Of the system's C library, whose headers show it only to whoever defines _GNU_SOURCE.
int syncfs(int descriptor);
