#pragma once
#include <cups/cups.h>
#include <cups/pwg.h>

// CUPS_HTTP_DEFAULT is a cast that Swift doesn't take over: the server that the user's settings name.
static inline http_t *ccups_default_server(void) { return CUPS_HTTP_DEFAULT; }
