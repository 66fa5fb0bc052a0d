#include "read/xml_internal.h"

#include <libxml/parser.h>
#include <string.h>

enum { LONGEST_SHOWN = 80 };

static void report_attribute(imsi_reader *r, const imsi_element_rule *rule, const xmlChar *prefix, const xmlChar *name)
{
  imsi_strbuf full = { 0 }, allowed = { 0 };
  if (prefix) {
    imsi_strbuf_text(&full, (const char *)prefix);
    imsi_strbuf_text(&full, ":");
  }
  imsi_strbuf_text(&full, (const char *)name);
  for (size_t i = 0; i < rule->attribute_count; i++)
    imsi_reader_list(&allowed, imsi_attribute_names[rule->attributes[i].attribute]);
  imsi_reader_report(r, IMS_DIAG_UNKNOWN_ATTRIBUTE, imsi_reader_top(r)->place, imsi_strbuf_string(&full), rule->name,
                     allowed.size ? imsi_strbuf_string(&allowed) : "none");
  imsi_strbuf_free(&full);
  imsi_strbuf_free(&allowed);
}

static void report_value(imsi_reader *r, const imsi_attribute_rule *rule, const char *value, size_t size)
{
  imsi_strbuf shown = { 0 }, allowed = { 0 };
  /* long enough to be recognized; cut between characters */
  size_t length = size < LONGEST_SHOWN ? size : LONGEST_SHOWN;
  while (length < size && length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80)
    length--;
  imsi_strbuf_bytes(&shown, value, length);
  imsi_strbuf_text(&shown, length < size ? "..." : "");
  if (rule->names) {
    for (const char *const *name = rule->names; *name; name++)
      if (**name)
        imsi_reader_list(&allowed, *name);
  } else {
    imsi_strbuf_text(&allowed, imsi_value_words(rule->kind));
  }
  imsi_reader_report(r, IMS_DIAG_BAD_VALUE, imsi_reader_top(r)->place, imsi_strbuf_string(&shown),
                     imsi_attribute_names[rule->attribute], imsi_strbuf_string(&allowed));
  imsi_strbuf_free(&shown);
  imsi_strbuf_free(&allowed);
}

/* libxml2 hands `&` in an attribute over as `&#38;` to callers that do not let it replace entities. */
static void unescape(imsi_reader *r, const char **value, size_t *size)
{
  static const char escaped[] = "&#38;";
  const size_t length = sizeof escaped - 1;
  if (!memchr(*value, '&', *size))
    return;
  imsi_strbuf_clear(&r->text);
  for (size_t i = 0; i < *size;) {
    const bool found = *size - i >= length && memcmp(*value + i, escaped, length) == 0;
    imsi_strbuf_bytes(&r->text, *value + i, 1);
    i += found ? length : 1;
  }
  if (r->text.status)
    imsi_reader_stop(r, IMS_NOMEM);
  *value = imsi_strbuf_string(&r->text);
  *size = r->text.size;
}

/* Ids recur by the thousand: each is checked once. */
static bool check_id(imsi_reader *r, imsi_value_kind kind, imsi_symbol symbol)
{
  static const uint8_t unchecked = 0;
  const uint8_t bit = kind == IMSI_V_ID ? 1 : 2;
  while (r->id_known.count <= symbol)
    if (imsi_vec_push(&r->id_known, &unchecked)) {
      imsi_reader_stop(r, IMS_NOMEM);
      return true;
    }
  uint8_t *known = &IMSI_AT(uint8_t, &r->id_known, symbol);
  if (*known & bit)
    return true;
  const char *text = imsi_builder_text(r->records.builder, symbol);
  const bool good = imsi_value_check(kind, text, strlen(text), NULL);
  *known |= good ? bit : 0;
  return good;
}

static void take_value(imsi_reader *r, const imsi_attribute_rule *rule, const char *value, size_t size)
{
  imsi_value *taken = &r->records.values[rule->attribute];
  bool good;
  unescape(r, &value, &size);
  if (r->status)
    return;
  if (rule->kind == IMSI_V_ONE_OF) {
    taken->number = imsi_value_one_of(rule->names, value, size);
    good = taken->number >= 0;
  } else {
    /* often what the element before had: the same parent, the same source */
    const ims_status status = imsi_builder_is(r->records.builder, taken->symbol, value, size)
                                  ? IMS_OK
                                  : imsi_builder_symbol(r->records.builder, value, size, &taken->symbol);
    if (status) {
      imsi_reader_stop(r, status);
      return;
    }
    if (rule->kind == IMSI_V_ID || rule->kind == IMSI_V_REFERENCE)
      good = check_id(r, rule->kind, taken->symbol);
    else
      good = imsi_value_check(rule->kind, value, size, &taken->number);
  }
  taken->given = true;
  if (!good) {
    imsi_reader_top(r)->broken = true;
    report_value(r, rule, value, size);
  }
}

void imsi_reader_attributes(imsi_reader *r, const imsi_element_rule *rule, int count, const xmlChar **attributes)
{
  imsi_value *values = r->records.values;
  for (size_t i = 0; i < rule->attribute_count; i++)
    values[rule->attributes[i].attribute].given = false;
  /* five pointers each: local name, prefix, namespace, begin and end of the value */
  for (int i = 0; i < count; i++, attributes += 5) {
    size_t k = 0;
    while (k < rule->attribute_count &&
           (attributes[1] || r->attribute_names[rule->attributes[k].attribute] != attributes[0]))
      k++;
    if (k < rule->attribute_count) {
      take_value(r, &rule->attributes[k], (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
      if (r->status)
        return; /* a parser that is stopped lets go of the attributes */
    } else {
      imsi_reader_top(r)->broken = true;
      report_attribute(r, rule, attributes[1], attributes[0]);
    }
  }
  for (size_t i = 0; i < rule->attribute_count; i++)
    if (rule->attributes[i].required && !values[rule->attributes[i].attribute].given) {
      imsi_reader_top(r)->broken = true;
      imsi_reader_report(r, IMS_DIAG_MISSING_ATTRIBUTE, imsi_reader_top(r)->place, rule->name,
                         imsi_attribute_names[rule->attributes[i].attribute], NULL);
    }
  if (rule->one_side && values[IMSI_A_SOURCE].given == values[IMSI_A_TARGET].given) {
    imsi_reader_top(r)->broken = true;
    imsi_reader_report(r, IMS_DIAG_ONE_SIDE, imsi_reader_top(r)->place, rule->name, "source", "target");
  }
}
