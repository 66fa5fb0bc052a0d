/** Strings kept once: equal strings get equal symbols, but those of imsi_intern_keep. */
#ifndef IMSI_INTERN_H
#define IMSI_INTERN_H

#include "base/arena.h"
#include "base/vec.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A string's number in its table, in the order of first use. Symbol 0 is always the empty string. */
typedef uint32_t imsi_symbol;

#define IMSI_NO_SYMBOL UINT32_MAX

/** Initialise with imsi_intern_init. */
typedef struct imsi_intern {
  imsi_arena arena;
  imsi_vec texts;                     /**< of imsi_intern_entry, by symbol */
  struct imsi_intern_bucket *buckets; /**< open addressing */
  size_t bucket_count;
} imsi_intern;

typedef struct imsi_intern_entry {
  const char *text;
  uint32_t size;
} imsi_intern_entry;

/** Makes a table that holds the empty string. Returns IMS_OK or IMS_NOMEM; free it in both cases. */
ims_status imsi_intern_init(imsi_intern *table);

/** The symbol of the `size` bytes at `text`, which are copied if new. IMS_NOMEM; IMS_LIMIT past 2^32 - 2 strings. */
ims_status imsi_intern_put(imsi_intern *table, const char *text, size_t size, imsi_symbol *symbol);

/** The same for a string that is hardly ever there twice: it gets a symbol of its own, and is not found by its text. */
ims_status imsi_intern_keep(imsi_intern *table, const char *text, size_t size, imsi_symbol *symbol);

/** The symbol of a string that is there already, else IMSI_NO_SYMBOL. */
imsi_symbol imsi_intern_find(const imsi_intern *table, const char *text, size_t size);

/** True if the `size` bytes at `text` are the string of `symbol`. */
bool imsi_intern_is(const imsi_intern *table, imsi_symbol symbol, const char *text, size_t size);

/** The string of a symbol, NUL-terminated; lives as long as the table. */
const char *imsi_intern_text(const imsi_intern *table, imsi_symbol symbol);

/** Releases everything. Accepts NULL. */
void imsi_intern_free(imsi_intern *table);

#endif
