#include "base/intern.h"

#include "base/try.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BUCKETS = 1024 };

/* The hash stands beside the symbol: a string that is another is seen without looking at it, which is far away. */
struct imsi_intern_bucket {
  uint32_t hash;
  uint32_t taken; /* symbol + 1, 0 = free */
};

typedef struct imsi_intern_bucket bucket;

/* Eight bytes at a time, multiply and fold; only has to spread well, order never depends on it. */
static uint32_t hash_of(const char *text, size_t size)
{
  uint64_t hash = UINT64_C(0x9e3779b97f4a7c15) ^ size;
  for (; size >= 8; text += 8, size -= 8) {
    uint64_t word;
    memcpy(&word, text, 8);
    hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
    hash ^= hash >> 32;
  }
  uint64_t rest = 0;
  if (size)
    memcpy(&rest, text, size);
  hash = (hash ^ rest) * UINT64_C(0xc4ceb9fe1a85ec53);
  return (uint32_t)(hash ^ (hash >> 32));
}

static size_t slot_of(const imsi_intern *table, const char *text, size_t size, uint32_t hash)
{
  const imsi_intern_entry *entries = table->texts.data;
  size_t slot = hash & (table->bucket_count - 1);
  for (; table->buckets[slot].taken; slot = (slot + 1) & (table->bucket_count - 1)) {
    if (table->buckets[slot].hash != hash)
      continue;
    const imsi_intern_entry *entry = &entries[table->buckets[slot].taken - 1];
    if (entry->size == size && memcmp(entry->text, text, size) == 0)
      break;
  }
  return slot;
}

static ims_status rehash(imsi_intern *table, size_t bucket_count)
{
  bucket *buckets = calloc(bucket_count, sizeof *buckets);
  if (!buckets)
    return IMS_NOMEM;
  for (size_t i = 0; i < table->bucket_count; i++) {
    const bucket moved = table->buckets[i];
    size_t slot = moved.hash & (bucket_count - 1);
    while (moved.taken && buckets[slot].taken)
      slot = (slot + 1) & (bucket_count - 1);
    if (moved.taken)
      buckets[slot] = moved;
  }
  free(table->buckets);
  table->buckets = buckets;
  table->bucket_count = bucket_count;
  return IMS_OK;
}

ims_status imsi_intern_init(imsi_intern *table)
{
  imsi_symbol empty;
  *table = (imsi_intern){ .texts = IMSI_VEC(imsi_intern_entry) };
  IMS_TRY(rehash(table, FIRST_BUCKETS));
  return imsi_intern_put(table, "", 0, &empty);
}

static bool has_room(const imsi_intern *table, size_t size)
{
  return size < UINT32_MAX && table->texts.count < UINT32_MAX - 1;
}

ims_status imsi_intern_keep(imsi_intern *table, const char *text, size_t size, imsi_symbol *symbol)
{
  if (!has_room(table, size))
    return IMS_LIMIT;
  IMS_TRY(imsi_vec_reserve(&table->texts, 1));
  const char *copy = imsi_arena_copy(&table->arena, text, size);
  if (!copy)
    return IMS_NOMEM;
  IMS_TRY(imsi_vec_push(&table->texts, &(imsi_intern_entry){ copy, (uint32_t)size }));
  *symbol = (imsi_symbol)table->texts.count - 1;
  return IMS_OK;
}

ims_status imsi_intern_put(imsi_intern *table, const char *text, size_t size, imsi_symbol *symbol)
{
  if (!has_room(table, size))
    return IMS_LIMIT;
  const uint32_t hash = hash_of(text, size);
  size_t slot = slot_of(table, text, size, hash);
  if (table->buckets[slot].taken) {
    *symbol = table->buckets[slot].taken - 1;
    return IMS_OK;
  }
  if (table->texts.count >= table->bucket_count / 4 * 3) {
    IMS_TRY(rehash(table, table->bucket_count * 2));
    slot = slot_of(table, text, size, hash);
  }
  IMS_TRY(imsi_intern_keep(table, text, size, symbol));
  table->buckets[slot] = (bucket){ hash, *symbol + 1 };
  return IMS_OK;
}

imsi_symbol imsi_intern_find(const imsi_intern *table, const char *text, size_t size)
{
  if (!table->buckets)
    return IMSI_NO_SYMBOL;
  const uint32_t found = table->buckets[slot_of(table, text, size, hash_of(text, size))].taken;
  return found ? found - 1 : IMSI_NO_SYMBOL;
}

bool imsi_intern_is(const imsi_intern *table, imsi_symbol symbol, const char *text, size_t size)
{
  const imsi_intern_entry *entry = &IMSI_AT(imsi_intern_entry, &table->texts, symbol);
  return entry->size == size && memcmp(entry->text, text, size) == 0;
}

const char *imsi_intern_text(const imsi_intern *table, imsi_symbol symbol)
{
  return IMSI_AT(imsi_intern_entry, &table->texts, symbol).text;
}

void imsi_intern_free(imsi_intern *table)
{
  if (!table)
    return;
  imsi_arena_free(&table->arena);
  imsi_vec_free(&table->texts);
  free(table->buckets);
  table->buckets = NULL;
  table->bucket_count = 0;
}
