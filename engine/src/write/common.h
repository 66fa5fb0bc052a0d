/** What several formats need: which columns are shown, and cells made fit to be shown. */
#ifndef IMSI_WRITE_COMMON_H
#define IMSI_WRITE_COMMON_H

#include "base/arena.h"
#include "ims/table.h"

#include <stdbool.h>
#include <stddef.h>

/** True if `column` is to be shown: detail columns only where details are asked for. */
bool imsi_write_shown(const ims_table *table, const ims_write_options *options, size_t column);

/** True if a column that is not to be filled in has no text in any row, and there are rows: what is made for people
    leaves it out. */
bool imsi_write_empty(const ims_table *table, size_t column);

/** True if `text` is an integer as JSON writes it: no plus sign, no leading zeros, at most 18 digits (64 bits). */
bool imsi_write_integer(const char *text);

/** True if `text` is a decimal fraction as JSON writes it, of at most 15 digits, which a double keeps. */
bool imsi_write_decimal(const char *text);

/**
 * Makes `text` harmless for a terminal: control characters and ill-formed bytes become `\xNN`, characters that turn
 * the direction of writing or break lines become `\uNNNN`, tabs become spaces; '\n' stays, "\r\n" becomes '\n'.
 *
 * @return `text` itself if there is nothing to do, else a string in `arena`; NULL if there is no memory.
 */
const char *imsi_write_printable(imsi_arena *arena, const char *text);

/** Makes `text` well-formed UTF-8: ill-formed bytes become U+FFFD. Returns as imsi_write_printable. */
const char *imsi_write_utf8(imsi_arena *arena, const char *text);

#endif
