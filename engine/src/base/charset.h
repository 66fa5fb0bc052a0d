/** Text in other encodings than UTF-8. */
#ifndef IMSI_CHARSET_H
#define IMSI_CHARSET_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Appends a character in UTF-8; what is none (a surrogate, beyond U+10FFFF, U+0000) as U+FFFD. */
void imsi_charset_put(uint32_t code, imsi_strbuf *out);

/** Appends `size` bytes of UTF-16. Returns the offset in `out` of the first thing that is no character, and stands
   there as U+FFFD; SIZE_MAX if there is none. */
size_t imsi_charset_utf16(const char *data, size_t size, bool big_endian, imsi_strbuf *out);

/** Appends `size` bytes of Windows-1252; each byte is a character. */
void imsi_charset_windows(const char *data, size_t size, imsi_strbuf *out);

#endif
