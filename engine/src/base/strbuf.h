/** A string that grows. */
#ifndef IMSI_STRBUF_H
#define IMSI_STRBUF_H

#include "ims/status.h"

#include <stddef.h>

/** Initialise with {0}. A failed append is remembered: check `status` once at the end. */
typedef struct imsi_strbuf {
  char *data; /**< NUL-terminated; NULL while nothing was appended. */
  size_t size;
  size_t capacity;
  ims_status status; /**< IMS_OK or IMS_NOMEM. */
} imsi_strbuf;

/** Appends `size` bytes; after a failure does nothing. */
void imsi_strbuf_bytes(imsi_strbuf *buf, const char *data, size_t size);

/** Appends a NUL-terminated string. */
void imsi_strbuf_text(imsi_strbuf *buf, const char *text);

/** Appends `text` with `%1` to `%4` replaced by the arguments given; a missing or NULL argument leaves nothing, `%%` is
 * `%`. */
void imsi_strbuf_fill(imsi_strbuf *buf, const char *text, const char *const args[4]);

/** Appends a decimal number. */
void imsi_strbuf_number(imsi_strbuf *buf, unsigned long long number);

/** The string so far; "" while it is empty. Borrowed until the next change. */
const char *imsi_strbuf_string(const imsi_strbuf *buf);

/** Empties the string and keeps its memory; forgets a failure. */
void imsi_strbuf_clear(imsi_strbuf *buf);

/** Releases the string. Accepts NULL. */
void imsi_strbuf_free(imsi_strbuf *buf);

#endif
