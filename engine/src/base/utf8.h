/** UTF-8 text as people see it: what takes how many columns of a terminal. The only user of utf8proc. */
#ifndef IMSI_UTF8_H
#define IMSI_UTF8_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** True if all `size` bytes are well-formed UTF-8. */
bool imsi_utf8_valid(const char *text, size_t size);

/** Decodes the first character of `size` bytes, which are at least one, and returns its length. An ill-formed byte is
    U+FFFD of length 1 (the real one has length 3). */
size_t imsi_utf8_decode(const char *text, size_t size, uint32_t *code);

/** Bytes of the first user-perceived character (base with its combining marks) of `size` bytes; 0 if `size` is 0.
    An ill-formed byte counts as one character. */
size_t imsi_utf8_cluster(const char *text, size_t size);

/** Columns that `size` bytes take: 0 for combining and control characters, 2 for wide East Asian, 1 else. */
size_t imsi_utf8_width(const char *text, size_t size);

/** The text between blanks of all kinds: white space, no-break spaces, what has no width. `*size` gets its bytes; it is
    not terminated. Cost: O(1) where there are none. */
const char *imsi_utf8_trim(const char *text, size_t *size);

/** True if such blanks are all there is. Cost: that of what stands before the first other character. */
bool imsi_utf8_is_blank(const char *text);

/** Appends `text` in small letters, so that words can be compared without case. Ill-formed bytes stay as they are. */
void imsi_utf8_fold(const char *text, imsi_strbuf *out);

/** Appends `size` bytes as they look at a glance: small letters, what is wide or bound together as it is usually
    written, all hyphens and blanks as one, what is not seen left out. Ill-formed bytes are U+FFFD. */
void imsi_utf8_alike(const char *text, size_t size, imsi_strbuf *out);

/** Compares as strcmp would compare the two in small letters, without making them. */
int imsi_utf8_compare_folded(const char *a, const char *b);

/** Appends `text` as words that can be compared: small letters without accents and digits, one blank between words; all
    other characters are as a blank. Ill-formed bytes are left out. */
void imsi_utf8_plain(const char *text, imsi_strbuf *out);

/** The edit distance of two strings, in characters, folded for case; used to name the nearest. Cost: O(n * m).
    Strings over 64 characters are as far as their lengths. */
size_t imsi_utf8_distance(const char *a, const char *b);

#endif
