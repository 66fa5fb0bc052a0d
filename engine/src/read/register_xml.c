/* Registers as elements: an element is an entry, its attributes are the fields. */

#include "base/try.h"
#include "read/grammar.h"
#include "read/register_internal.h"
#include "read/sax.h"

#include <string.h>

enum { ROOT_DEPTH = 1, ENTRY_DEPTH = 2 };

static const char root_name[] = "register", version_name[] = "version", version[] = "1";

/* What an attribute says. */
typedef struct given {
  bool there;
  size_t offset, size; /* in the texts of the element */
  int number;
} given;

typedef struct xml {
  ims_register_reader *reader;
  imsi_sax sax;
  size_t skipping;  /* open elements inside one that is skipped, that one included */
  imsi_place place; /* of the innermost element */
  imsi_place root_place, entry_place;
  bool text_reported, root_text_reported;
  const char *element;
  const xmlChar *root, *version;
  const xmlChar *kinds[IMS_ENTRY_KIND_COUNT];
  const xmlChar *fields[IMS_FIELD_COUNT]; /* the parser's own pointers */
  uint32_t sheets[IMS_ENTRY_KIND_COUNT];  /* UINT32_MAX: no such element so far */
  given values[IMS_FIELD_COUNT];          /* of the element that is opened; those of its kind are valid */
  imsi_strbuf texts;
} xml;

static ims_pos pos_of(const xml *x, imsi_place place)
{
  return (ims_pos){ x->sax.name, place.line, place.column, NULL };
}

static void report(xml *x, ims_diag_id id, const char *a, const char *b, const char *c)
{
  imsi_report(&x->reader->reporter, id, pos_of(x, x->place), a, b, c, NULL);
}

/* ---- what is wrong ---- */

static void report_element(xml *x, const xmlChar *name, const xmlChar *uri)
{
  imsi_strbuf full = { 0 }, allowed = { 0 };
  imsi_sax_full_name(&full, uri, true, name);
  for (int kind = 0; x->sax.depth == ENTRY_DEPTH && kind < IMS_ENTRY_KIND_COUNT; kind++)
    imsi_sax_list(&allowed, ims_entry_kind_key((ims_entry_kind)kind));
  if (x->sax.depth == ROOT_DEPTH)
    report(x, IMS_DIAG_NOT_IMSMAP, imsi_strbuf_string(&full), root_name, NULL);
  else
    report(x, IMS_DIAG_UNKNOWN_ELEMENT, imsi_strbuf_string(&full), x->element,
           allowed.size ? imsi_strbuf_string(&allowed) : "none");
  imsi_strbuf_free(&full);
  imsi_strbuf_free(&allowed);
}

static void report_attribute(xml *x, const xmlChar *prefix, const xmlChar *name, const ims_field *fields, size_t count)
{
  imsi_strbuf full = { 0 }, allowed = { 0 };
  imsi_sax_full_name(&full, prefix, false, name);
  for (size_t i = 0; i < count; i++)
    imsi_sax_list(&allowed, ims_field_key(fields[i]));
  report(x, IMS_DIAG_UNKNOWN_ATTRIBUTE, imsi_strbuf_string(&full), x->element,
         allowed.size ? imsi_strbuf_string(&allowed) : version_name);
  imsi_strbuf_free(&full);
  imsi_strbuf_free(&allowed);
}

static void report_value(xml *x, const char *name, const char *value, size_t size, const char *allowed)
{
  imsi_strbuf shown = { 0 };
  imsi_sax_shorten(&shown, value, size);
  report(x, IMS_DIAG_BAD_VALUE, imsi_strbuf_string(&shown), name, allowed);
  imsi_strbuf_free(&shown);
}

static void list_words(ims_field field, imsi_strbuf *words)
{
  for (int value = 1; *ims_field_word(field, value); value++)
    imsi_sax_list(words, ims_field_word(field, value));
}

/* ---- attributes ---- */

static int word_of(ims_field field, const char *text, size_t size)
{
  for (int value = 1; *ims_field_word(field, value); value++)
    if (strlen(ims_field_word(field, value)) == size && memcmp(ims_field_word(field, value), text, size) == 0)
      return value;
  return 0;
}

static bool is_day(const char *text, size_t size, int *day)
{
  static const char form[] = "0000-00-00";
  *day = 0;
  if (size != sizeof form - 1)
    return false;
  for (size_t i = 0; i < size; i++) {
    if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
      return false;
    if (form[i] == '0')
      *day = *day * 10 + (text[i] - '0');
  }
  return ims_day_valid(*day);
}

/* True if the value is one of the field's kind; `words` gets what is allowed if not. */
static bool check_value(ims_field field, const char *text, size_t size, int *number, imsi_strbuf *words)
{
  bool good;
  switch (ims_field_kind_of(field)) {
  case IMS_HOLDS_DAY:
    good = is_day(text, size, number);
    imsi_strbuf_text(words, good ? "" : "a day as YYYY-MM-DD");
    return good;
  case IMS_HOLDS_NUMBER:
    good = imsi_value_check(IMSI_V_COUNT, text, size, number);
    imsi_strbuf_text(words, good ? "" : imsi_value_words(IMSI_V_COUNT));
    return good;
  case IMS_HOLDS_WORD:
    *number = word_of(field, text, size);
    if (!*number)
      list_words(field, words);
    return *number != 0;
  default:
    *number = 0;
    good = imsi_value_check(IMSI_V_TEXT, text, size, NULL);
    imsi_strbuf_text(words, good ? "" : imsi_value_words(IMSI_V_TEXT));
    return good;
  }
}

static void trim(const char **text, size_t *size)
{
  while (*size && strchr(" \t\r\n", **text))
    ++*text, --*size;
  while (*size && strchr(" \t\r\n", (*text)[*size - 1]))
    --*size;
}

static bool take_value(xml *x, ims_field field, const char *text, size_t size)
{
  given *value = &x->values[field];
  imsi_strbuf words = { 0 };
  imsi_sax_value(&x->sax, &text, &size);
  if (x->sax.status)
    return false;
  if (ims_field_kind_of(field) != IMS_HOLDS_NUMBER)
    trim(&text, &size);
  value->there = true;
  value->offset = x->texts.size;
  value->size = size;
  imsi_strbuf_bytes(&x->texts, text, size);
  const bool good = check_value(field, text, size, &value->number, &words);
  if (!good)
    report_value(x, ims_field_key(field), text, size, imsi_strbuf_string(&words));
  imsi_strbuf_free(&words);
  return good;
}

/* True if all attributes of an entry are good and all are there that it needs. */
static bool take_attributes(xml *x, ims_entry_kind kind, int count, const xmlChar **attributes)
{
  size_t field_count;
  const ims_field *fields = ims_entry_kind_fields(kind, &field_count);
  bool good = true;
  imsi_strbuf_clear(&x->texts);
  for (size_t i = 0; i < field_count; i++)
    x->values[fields[i]] = (given){ 0 };
  for (int i = 0; i < count; i++, attributes += 5) {
    size_t k = 0;
    while (k < field_count && (attributes[1] || x->fields[fields[k]] != attributes[0]))
      k++;
    if (k == field_count) {
      report_attribute(x, attributes[1], attributes[0], fields, field_count);
      good = false;
    } else if (!take_value(x, fields[k], (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]))) {
      good = false;
      if (x->sax.status)
        return false; /* a parser that is stopped lets go of the attributes */
    }
  }
  for (size_t i = 0; i < field_count; i++)
    if (ims_field_required(kind, fields[i]) && !x->values[fields[i]].there) {
      report(x, IMS_DIAG_MISSING_ATTRIBUTE, x->element, ims_field_key(fields[i]), NULL);
      good = false;
    }
  return good;
}

static void check_root(xml *x, int count, const xmlChar **attributes)
{
  bool there = false;
  for (int i = 0; i < count; i++, attributes += 5) {
    const char *text = (const char *)attributes[3];
    size_t size = (size_t)(attributes[4] - attributes[3]);
    if (attributes[1] || attributes[0] != x->version) {
      report_attribute(x, attributes[1], attributes[0], NULL, 0);
      continue;
    }
    there = true;
    imsi_sax_value(&x->sax, &text, &size);
    trim(&text, &size);
    if (!x->sax.status && (size != strlen(version) || memcmp(text, version, size) != 0))
      report_value(x, version_name, text, size, version);
    if (x->sax.status)
      return;
  }
  if (!there)
    report(x, IMS_DIAG_MISSING_ATTRIBUTE, root_name, version_name, NULL);
}

/* ---- entries ---- */

/* A kind of element is a sheet whose columns are the attributes that it can have. */
static ims_status sheet_of(xml *x, ims_entry_kind kind)
{
  ims_sheet_column columns[IMS_FIELD_COUNT];
  size_t count;
  if (x->sheets[kind] != UINT32_MAX)
    return IMS_OK;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++)
    columns[i] = (ims_sheet_column){
      .title = ims_field_key(fields[i]), .field = fields[i], .how = "attribute", .pos = pos_of(x, x->place)
    };
  const ims_sheet sheet = { .file = x->sax.name,
                            .name = "",
                            .kind = kind,
                            .how = "element",
                            .edition = "",
                            .columns = columns,
                            .column_count = count };
  return imsi_register_sheet(x->reader->evidence, &sheet, &x->sheets[kind]);
}

static ims_status add_values(xml *x, ims_entry_kind kind, ims_entry entry)
{
  size_t count;
  const uint32_t sheet = x->sheets[kind];
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++) {
    const given *value = &x->values[fields[i]];
    if (!value->there)
      continue;
    ims_sheet_column *column = imsi_register_column_at(x->reader->evidence, sheet, i);
    column->cells++;
    column->understood += ims_field_kind_of(fields[i]) < IMS_HOLDS_CLAUSES; /* of the rest it turns out later */
    const imsi_waiting waiting = { .entry = entry,
                                   .text = imsi_strbuf_string(&x->texts) + value->offset,
                                   .sheet = sheet,
                                   .sheet_column = (uint32_t)i,
                                   .line = x->place.line,
                                   .column = x->place.column,
                                   .field = fields[i] };
    if (imsi_field_waits(kind, fields[i]))
      IMS_TRY(imsi_reader_wait(x->reader, &waiting, value->size));
    IMS_TRY(imsi_reader_value(x->reader, fields[i], waiting.text, value->size, value->number, waiting.line,
                              waiting.column));
  }
  return IMS_OK;
}

static ims_status add_entry(xml *x, ims_entry_kind kind)
{
  const given *id = &x->values[IMS_FIELD_ID];
  bool repeated = false;
  ims_entry entry;
  IMS_TRY(x->texts.status);
  IMS_TRY(sheet_of(x, kind));
  imsi_register_sheet_at(x->reader->evidence, x->sheets[kind])->rows++;
  if (ims_field_required(kind, IMS_FIELD_ID))
    IMS_TRY(imsi_reader_id(x->reader, kind, imsi_strbuf_string(&x->texts) + id->offset, id->size, pos_of(x, x->place),
                           &repeated));
  ims_sheet *sheet = imsi_register_sheet_at(x->reader->evidence, x->sheets[kind]);
  sheet->entries += !repeated;
  sheet->repeated += repeated;
  if (repeated)
    return IMS_OK;
  IMS_TRY(imsi_register_entry(x->reader->evidence, kind, x->sheets[kind], x->place.line, x->place.column, &entry));
  return add_values(x, kind, entry);
}

/* ---- elements ---- */

static ims_status intern_names(void *context)
{
  xml *x = context;
  x->root = imsi_sax_name(&x->sax, root_name);
  x->version = imsi_sax_name(&x->sax, version_name);
  bool all = x->root && x->version;
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    all = (x->kinds[kind] = imsi_sax_name(&x->sax, ims_entry_kind_key((ims_entry_kind)kind))) && all;
  for (int field = 0; field < IMS_FIELD_COUNT; field++)
    all = (x->fields[field] = imsi_sax_name(&x->sax, ims_field_key((ims_field)field))) && all;
  return all ? IMS_OK : IMS_NOMEM;
}

static void open_element(void *context, imsi_place place, const xmlChar *name, const xmlChar *uri, int attribute_count,
                         const xmlChar **attributes)
{
  xml *x = context;
  int kind = 0;
  if (x->skipping) {
    x->skipping++;
    return;
  }
  x->place = place;
  while (kind < IMS_ENTRY_KIND_COUNT && x->kinds[kind] != name)
    kind++;
  if (x->sax.depth == ROOT_DEPTH && !uri && name == x->root) {
    x->element = root_name;
    x->root_place = place;
    check_root(x, attribute_count, attributes);
  } else if (x->sax.depth == ENTRY_DEPTH && !uri && kind < IMS_ENTRY_KIND_COUNT) {
    x->element = ims_entry_kind_key((ims_entry_kind)kind);
    x->entry_place = place;
    x->text_reported = false;
    if (!take_attributes(x, (ims_entry_kind)kind, attribute_count, attributes))
      return;
    const ims_status status = add_entry(x, (ims_entry_kind)kind);
    if (status)
      imsi_sax_stop(&x->sax, status);
  } else {
    report_element(x, name, uri);
    x->skipping = 1;
  }
}

static void close_element(void *context)
{
  xml *x = context;
  const bool in_entry = x->sax.depth == ENTRY_DEPTH;
  x->skipping -= x->skipping > 0;
  x->element = in_entry ? x->element : root_name;
  x->place = in_entry ? x->entry_place : x->root_place;
}

static void take_text(void *context, const char *text, size_t size)
{
  xml *x = context;
  bool *reported = x->element == root_name ? &x->root_text_reported : &x->text_reported;
  if (x->skipping || *reported || !imsi_value_check(IMSI_V_TEXT, text, size, NULL))
    return;
  report(x, IMS_DIAG_UNEXPECTED_TEXT, x->element, NULL, NULL);
  *reported = true;
}

ims_status imsi_register_xml(ims_register_reader *reader, const char *name, imsi_source source)
{
  xml x = { .reader = reader,
            .sax = { .handler = { intern_names, open_element, close_element, take_text, &x },
                     .reporter = &reader->reporter,
                     .source = source,
                     .name = name,
                     .max_size = reader->max_size,
                     .position = { .line = 1 } } };
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    x.sheets[kind] = UINT32_MAX;
  const ims_status status = imsi_sax_read(&x.sax);
  imsi_strbuf_free(&x.texts);
  return status;
}
