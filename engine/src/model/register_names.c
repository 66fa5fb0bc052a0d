/* The words of register.def as tables. */

#include "ims/register.h"

static const struct {
  const char *key, *title;
} entries[] = {
#define IMS_ENTRY(symbol, key, title) [IMS_ENTRY_##symbol] = { key, title },
#include "ims/register.def"
};

static const struct {
  const char *key, *title;
  ims_field_kind kind;
} fields[] = {
#define IMS_FIELD(symbol, key, kind, title) [IMS_FIELD_##symbol] = { key, title, IMS_HOLDS_##kind },
#include "ims/register.def"
};

static const struct {
  ims_field field;
  const char *word;
} words[] = {
#define IMS_WORD(field, symbol, word) { IMS_FIELD_##field, word },
#include "ims/register.def"
};

/* All fields of all kinds, one kind after the other. */
static const ims_field entry_fields[] = {
#define IMS_ENTRY_FIELD(entry, field, required) IMS_FIELD_##field,
#include "ims/register.def"
};

static const struct {
  ims_entry_kind kind;
  bool required;
} entry_field_rules[] = {
#define IMS_ENTRY_FIELD(entry, field, required) { IMS_ENTRY_##entry, required },
#include "ims/register.def"
};

static const size_t entry_field_count = sizeof entry_fields / sizeof *entry_fields;

const char *ims_entry_kind_key(ims_entry_kind kind)
{
  return entries[kind].key;
}

const char *ims_entry_kind_title(ims_entry_kind kind)
{
  return entries[kind].title;
}

const char *ims_field_key(ims_field field)
{
  return fields[field].key;
}

const char *ims_field_title(ims_field field)
{
  return fields[field].title;
}

ims_field_kind ims_field_kind_of(ims_field field)
{
  return fields[field].kind;
}

const char *ims_field_word(ims_field field, int value)
{
  for (size_t i = 0; value > 0 && i < sizeof words / sizeof *words; i++)
    if (words[i].field == field && --value == 0)
      return words[i].word;
  return "";
}

const ims_field *ims_entry_kind_fields(ims_entry_kind kind, size_t *count)
{
  size_t first = 0;
  while (first < entry_field_count && entry_field_rules[first].kind != kind)
    first++;
  *count = 0;
  while (first + *count < entry_field_count && entry_field_rules[first + *count].kind == kind)
    ++*count;
  return &entry_fields[first];
}

bool ims_field_required(ims_entry_kind kind, ims_field field)
{
  for (size_t i = 0; i < entry_field_count; i++)
    if (entry_field_rules[i].kind == kind && entry_fields[i] == field)
      return entry_field_rules[i].required;
  return false;
}

bool ims_day_valid(ims_day day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const int year = day / 10000, month = day / 100 % 100, of_month = day % 100;
  if (year < 1583 || year > 9999 || month < 1 || month > 12 || of_month < 1)
    return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return of_month <= lengths[month - 1] + (month == 2 && leap);
}
