/** What several formats need: which columns are shown, and cells made fit to be shown. */
#ifndef IMSI_WRITE_COMMON_H
#define IMSI_WRITE_COMMON_H

#include "base/arena.h"
#include "base/out.h"
#include "ims/table.h"

#include <stdbool.h>
#include <stddef.h>

/** True if `column` is to be shown: detail columns only where details are asked for. */
bool imsi_write_shown(const ims_table *table, const ims_write_options *options, size_t column);

/** How a format separates cells. */
typedef struct imsi_separated {
  const char *separator;
  const char *empty_row; /**< what stands for a row of one empty cell */
  void (*put_cell)(imsi_out *out, const char *text, ims_column_kind kind);
} imsi_separated;

/** Writes the keys of the columns and the rows that are no sections, one a line. Returns as imsi_out_end. */
ims_status imsi_write_separated(const imsi_separated *how, const ims_table *table, const ims_write_options *options,
                                ims_sink sink);

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

/** Writes `text` as the value of an attribute of XML: escaped, with blanks for tabs and ends of lines, without the
   other control characters, which are none of XML. */
void imsi_write_xml(imsi_out *out, const char *text);

/** Makes `text` well-formed UTF-8: ill-formed bytes become U+FFFD. Returns as imsi_write_printable. */
const char *imsi_write_utf8(imsi_arena *arena, const char *text);

#endif
